#include "worlds/story_forms.hpp"

#include <utility>

namespace fabula::worlds {
namespace {

using news::Random;

template <class Key>
struct Row {
  Key key;
  std::uint32_t set;
  std::string_view words;
};

constexpr Row<std::pair<EventKind, Form>> kEventRows[] = {
#define TOLD(kind, set, words) {{EventKind::kind, Form::kTold}, set, words},
#define HEAD(kind, set, words) {{EventKind::kind, Form::kHead}, set, words},
#define CLAUSE(age, set, before, after)
#include "worlds/story_forms_table.inc"
#undef TOLD
#undef HEAD
#undef CLAUSE
};

struct ClauseRow {
  Age age;
  std::uint32_t set;
  Clause clause;
};
constexpr ClauseRow kClauseRows[] = {
#define TOLD(kind, set, words)
#define HEAD(kind, set, words)
#define CLAUSE(age, set, before, after) {Age::age, set, {before, after}},
#include "worlds/story_forms_table.inc"
#undef TOLD
#undef HEAD
#undef CLAUSE
};

// Each list takes its own rows of the one table.
#define FIGURE(form, kind, set, words)
#define MODIFIER(modifier, set, words)
#define SAYER(sayer, set, words)
#define TAKEBACK(what, set, words)
#define COMMENT(set, words)

#undef FIGURE
#define FIGURE(form, kind, set, words) {{FigureForm::form, FigureKind::kind}, set, words},
constexpr Row<std::pair<FigureForm, FigureKind>> kFigureRows[] = {
#include "worlds/figure_forms_table.inc"
};
#undef FIGURE
#define FIGURE(form, kind, set, words)

#undef MODIFIER
#define MODIFIER(modifier, set, words) {Modifier::modifier, set, words},
constexpr Row<Modifier> kModifierRows[] = {
#include "worlds/figure_forms_table.inc"
};
#undef MODIFIER
#define MODIFIER(modifier, set, words)

#undef SAYER
#define SAYER(sayer, set, words) {Sayer::sayer, set, words},
constexpr Row<Sayer> kSayerRows[] = {
#include "worlds/figure_forms_table.inc"
};
#undef SAYER
#define SAYER(sayer, set, words)

#undef TAKEBACK
#define TAKEBACK(what, set, words) {Slip::Kind::what, set, words},
constexpr Row<Slip::Kind> kTakebackRows[] = {
#include "worlds/figure_forms_table.inc"
};
#undef TAKEBACK
#define TAKEBACK(what, set, words)

#undef COMMENT
#define COMMENT(set, words) {true, set, words},
constexpr Row<bool> kCommentRows[] = {
#include "worlds/figure_forms_table.inc"
};
#undef FIGURE
#undef MODIFIER
#undef SAYER
#undef TAKEBACK
#undef COMMENT

template <class Key, std::size_t n>
std::uint32_t count(const Row<Key> (&rows)[n], const Key& key, std::uint32_t set) {
  std::uint32_t total = 0;
  for (const Row<Key>& row : rows) total += row.key == key && is_in_set(row.set, set);
  return total;
}

// The row of that place among those of the key and set.
template <class Key, std::size_t n>
std::string_view row_at(const Row<Key> (&rows)[n], const Key& key, std::uint32_t set,
                        std::uint32_t place) {
  for (const Row<Key>& row : rows)
    if (row.key == key && is_in_set(row.set, set) && place-- == 0) return row.words;
  return {};
}

template <class Key, std::size_t n>
std::string_view draw(const Row<Key> (&rows)[n], const Key& key, std::uint32_t set,
                      Random& random) {
  const std::uint32_t total = count(rows, key, set);
  return total == 0 ? std::string_view{} : row_at(rows, key, set, random.below(total));
}

}  // namespace

std::string_view pick(FigureForm form, FigureKind kind, std::uint32_t set, Random& random) {
  return draw(kFigureRows, std::pair{form, kind}, set, random);
}
std::string_view pick(Modifier modifier, std::uint32_t set, Random& random) {
  return draw(kModifierRows, modifier, set, random);
}
std::string_view pick(Sayer sayer, std::uint32_t set, Random& random) {
  return draw(kSayerRows, sayer, set, random);
}
std::string_view pick(Slip::Kind kind, std::uint32_t set, Random& random) {
  return draw(kTakebackRows, kind, set, random);
}
std::string_view pick_comment(std::uint32_t set, Random& random) {
  return draw(kCommentRows, true, set, random);
}

Clause pick_clause(Age age, std::uint32_t set, Random& random) {
  std::uint32_t n = 0;
  for (const ClauseRow& row : kClauseRows) n += row.age == age && is_in_set(row.set, set);
  std::uint32_t left = random.below(n);
  for (const ClauseRow& row : kClauseRows)
    if (row.age == age && is_in_set(row.set, set) && left-- == 0) return row.clause;
  return {};
}

std::string_view pick_story(EventKind kind, Form form, std::uint32_t set, Random& random) {
  const std::pair key{kind, form};
  const std::uint32_t n_more = count(kEventRows, key, set);
  // Both tables have about as many rows of a kind.
  if (n_more > 0 && random.permille(550)) return row_at(kEventRows, key, set, random.below(n_more));
  return pick(kind, form, set, random);
}

}  // namespace fabula::worlds
