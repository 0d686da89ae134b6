#include "render/event_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/labels.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kWordsBytes = 60;  // of a time or a date in a sentence

// The times inside `span`, in text order.
std::vector<const TimeExpression*> times_in(const Pile& pile, const Span& span) {
  const auto& times = pile.articles[span.article].times;
  std::vector<const TimeExpression*> found;
  auto time = std::ranges::lower_bound(times, span.range.begin, {},
                                       [](const TimeExpression& t) { return t.range.begin; });
  for (; time != times.end() && time->range.begin < span.range.end; ++time)
    if (span.range.contains(time->range)) found.push_back(&*time);
  return found;
}

DaysBasis basis_of(const TimeExpression& time, const Article& article) {
  if (time.anchor == "none") return DaysBasis::kStated;
  const bool is_inferred =
      time.anchor == "inferred" ||
      (time.anchor == "published" && article.published.basis != DateBasis::kStated);
  if (is_inferred) return DaysBasis::kInferred;
  return DaysBasis::kRead;
}

}  // namespace

std::string_view name_of(DaysBasis basis) {
  switch (basis) {
    case DaysBasis::kStated:
      return "stated";
    case DaysBasis::kRead:
      return "read";
    case DaysBasis::kTold:
      return "told";
    case DaysBasis::kInferred:
      return "inferred";
    case DaysBasis::kUnknown:
      return "unknown";
  }
  return "";
}

EventDays days_of(const Pile& pile, const Event& event) {
  EventDays days;
  if (!event.when.known()) return days;
  const auto look_at = [&](const Span& telling) {
    const Article& article = pile.articles[telling.article].article;
    for (const TimeExpression* time : times_in(pile, telling)) {
      if (time->when.earliest != event.when.earliest || time->when.latest != event.when.latest)
        continue;
      if (const DaysBasis basis = basis_of(*time, article); basis < days.basis)
        days = {basis, Span{telling.article, time->range}};
    }
  };
  look_at(event.line);
  for (const Span& telling : event.tellings) look_at(telling);
  if (days.basis == DaysBasis::kUnknown && event.rule == "event.dated-sentence")
    days.basis = DaysBasis::kRead;  // two tellings say it together: a night, "weeks ago"
  if (event.rule == "event.counted") days.basis = DaysBasis::kInferred;
  if (days.basis == DaysBasis::kUnknown)  // the lead of an article
    days.basis = pile.articles[event.line.article].article.published.basis == DateBasis::kInferred
                     ? DaysBasis::kInferred
                     : DaysBasis::kTold;
  return days;
}

static std::string days_text(const Pile& pile, const Event& event, const EventDays& days) {
  if (days.basis == DaysBasis::kTold) return "told by then";
  const bool is_in_line = days.words && days.words->article == event.line.article &&
                          event.line.range.contains(days.words->range);
  const bool is_read = days.basis == DaysBasis::kRead;
  if (days.words && (is_read || (days.basis == DaysBasis::kStated && !is_in_line)))
    return fmt::format("{} “{}”", is_read ? "read from" : "stated as",
                       one_line(words_of(pile, *days.words), kWordsBytes));
  return std::string(name_of(days.basis));
}

std::string basis_text(const Pile& pile, const Event& event, const EventDays& days) {
  const std::string text = days_text(pile, event, days);
  return event.status == EventStatus::kHappened
             ? text
             : fmt::format("{}; {}", name_of(event.status), text);
}

std::vector<std::string> undated_reasons(const Article& article) {
  std::vector<std::string> reasons;
  for (const DateCandidate& c : article.date_candidates)
    if (!c.rejected.empty())
      reasons.push_back(fmt::format("The date “{}” ({}) was not taken: {}.",
                                    one_line(c.as, kWordsBytes), c.origin, c.rejected));
  if (reasons.empty()) reasons.emplace_back("The article states no day.");
  reasons.emplace_back("Nothing in this pile proves when it appeared.");
  return reasons;
}

std::vector<std::string> undated_reasons(const Pile& pile, const Event& event) {
  const Article& article = pile.articles[event.line.article].article;
  std::vector<std::string> reasons;
  for (const TimeExpression* time : times_in(pile, event.line))
    if (!time->when.known() && time->anchor == "unresolved")
      reasons.push_back(fmt::format("“{}” counts from a day that is not known.",
                                    one_line(words_of(article.text, time->range), kWordsBytes)));
  if (reasons.empty()) reasons.emplace_back("No word of it says when.");
  if (article.published.when.known()) {
    reasons.push_back(fmt::format("Its article appeared {} ({}).",
                                  when_words(article.published.when),
                                  name_of(article.published.basis)));
    return reasons;
  }
  for (std::string& reason : undated_reasons(article)) reasons.push_back(std::move(reason));
  return reasons;
}

}  // namespace fabula::render
