#include "worlds/forms.hpp"

namespace fabula::worlds {
namespace {

using news::Random;

struct EventRow {
  EventKind kind;
  Form form;
  std::uint32_t set;
  std::string_view words;
};
constexpr EventRow kEventRows[] = {
#define TOLD(kind, set, words) {EventKind::kind, Form::kTold, set, words},
#define PLAN(kind, set, words) {EventKind::kind, Form::kPlan, set, words},
#define HEAD(kind, set, words) {EventKind::kind, Form::kHead, set, words},
#define AFTER(kind, set, words) {EventKind::kind, Form::kAfter, set, words},
#define NOUN(kind, set, words) {EventKind::kind, Form::kNoun, set, words},
#define DETAIL(kind, words) {EventKind::kind, Form::kDetail, kEverySet, words},
#define QUOTE(kind, speaker, words)
#include "worlds/accident_forms_table.inc"
#include "worlds/court_forms_table.inc"
#include "worlds/family_forms_table.inc"
#include "worlds/town_forms_table.inc"
#undef TOLD
#undef PLAN
#undef HEAD
#undef AFTER
#undef NOUN
#undef DETAIL
#undef QUOTE
};

struct QuoteRow {
  EventKind kind;
  QuoteForm quote;
};
constexpr QuoteRow kQuoteRows[] = {
#define TOLD(kind, set, words)
#define PLAN(kind, set, words)
#define HEAD(kind, set, words)
#define AFTER(kind, set, words)
#define NOUN(kind, set, words)
#define DETAIL(kind, words)
#define QUOTE(kind, speaker, words) {EventKind::kind, {Role::speaker, words}},
#include "worlds/accident_forms_table.inc"
#include "worlds/court_forms_table.inc"
#include "worlds/family_forms_table.inc"
#include "worlds/town_forms_table.inc"
#undef TOLD
#undef PLAN
#undef HEAD
#undef AFTER
#undef NOUN
#undef DETAIL
#undef QUOTE
};

template <class Key>
struct Row {
  Key key;
  std::uint32_t set;
  std::uint32_t weight;
  std::string_view words;
};
constexpr Row<Fact> kFactRows[] = {
#define FACT(fact, set, words) {Fact::fact, set, 1, words},
#include "worlds/fact_forms_table.inc"
#undef FACT
};
constexpr Row<Frame> kFrameRows[] = {
#define FRAME(frame, set, words) {Frame::frame, set, 1, words},
#include "worlds/frame_forms_table.inc"
#undef FRAME
};
constexpr Row<Manner> kMannerRows[] = {
#define PERSON(manner, set, weight, words) {Manner::manner, set, weight, words},
#include "worlds/person_forms_table.inc"
#undef PERSON
};
constexpr TimeForm kTimeRows[] = {
#define TIME(kind, set, weight, words) {EvidenceKind::kind, set, weight, words},
#include "worlds/time_forms_table.inc"
#undef TIME
};

template <class Key, std::size_t n>
std::string_view pick_row(const Row<Key> (&rows)[n], Key key, std::uint32_t set, Random& random) {
  std::uint32_t total = 0;
  for (const Row<Key>& row : rows)
    if (row.key == key && is_in_set(row.set, set)) total += row.weight;
  if (total == 0) return {};
  std::uint32_t left = random.below(total);
  for (const Row<Key>& row : rows) {
    if (row.key != key || !is_in_set(row.set, set)) continue;
    if (left < row.weight) return row.words;
    left -= row.weight;
  }
  return {};
}

}  // namespace

std::string_view pick(EventKind kind, Form form, std::uint32_t set, Random& random) {
  std::vector<std::string_view> rows;
  for (const EventRow& row : kEventRows)
    if (row.kind == kind && row.form == form && is_in_set(row.set, set)) rows.push_back(row.words);
  return rows.empty() ? std::string_view{}
                      : rows[random.below(static_cast<std::uint32_t>(rows.size()))];
}

std::string_view pick(Fact fact, std::uint32_t set, Random& random) {
  return pick_row(kFactRows, fact, set, random);
}
std::string_view pick(Frame frame, std::uint32_t set, Random& random) {
  return pick_row(kFrameRows, frame, set, random);
}
std::string_view pick(Manner manner, std::uint32_t set, Random& random) {
  return pick_row(kMannerRows, manner, set, random);
}

std::vector<std::string_view> details_of(EventKind kind) {
  std::vector<std::string_view> rows;
  for (const EventRow& row : kEventRows)
    if (row.kind == kind && row.form == Form::kDetail) rows.push_back(row.words);
  return rows;
}

std::vector<QuoteForm> quotes_of(EventKind kind) {
  std::vector<QuoteForm> quotes;
  for (const QuoteRow& row : kQuoteRows)
    if (row.kind == kind) quotes.push_back(row.quote);
  return quotes;
}

std::span<const TimeForm> time_forms() { return kTimeRows; }

}  // namespace fabula::worlds
