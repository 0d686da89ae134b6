#include <algorithm>
#include <string_view>

#include "dating/bindings.hpp"
#include "dating/makers.hpp"

namespace fabula::dating {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// "UPDATE (3/5/2019): ...": of what was put in later.
bool is_note(std::string_view before) {
  for (const std::string_view note : {"UPDATE", "CORRECTION", "CORRECTED", "NOTE", "EDITOR"})
    if (before.find(note) != before.npos) return true;
  return false;
}

// "MARDEN, ": a place in capitals and nothing else.
bool is_place(std::string_view before) {
  if (is_note(before)) return false;
  if (!before.ends_with(", ") && !before.ends_with(" (")) return false;
  before.remove_suffix(2);
  constexpr std::size_t kMostBytes = 40;
  const auto capitals = std::ranges::count_if(before, is_capital);
  return before.size() <= kMostBytes && capitals >= 3 && std::ranges::none_of(before, is_small);
}

// " (Northline Press) — ", " — ", ": ", what parts a dateline from the text.
bool is_parted(std::string_view behind) {
  if (behind.starts_with(" (")) {
    const std::size_t end = behind.find(')');
    constexpr std::size_t kMostBytes = 40;
    if (end == behind.npos || end > kMostBytes) return false;
    behind.remove_prefix(end + 1);
    if (behind.starts_with(" ") && behind.size() > 1 && is_capital(behind[1])) return true;
  }
  if (behind.starts_with(")")) behind.remove_prefix(1);
  return behind.starts_with(" \u2014") || behind.starts_with(" \u2013") ||
         behind.starts_with(" - ") || behind.starts_with(" -- ") || behind.starts_with(": ");
}

}  // namespace

void add_datelines(const Sources& sources, Evidence& evidence) {
  constexpr std::int32_t kMostDaysLater = 1;
  for (std::uint32_t a = 0; a < sources.pile.articles.size(); ++a) {
    if (!sources.is_undated(a)) continue;
    const AnnotatedArticle& annotated = sources.pile.articles[a];
    const std::string_view text = annotated.article.text;
    for (std::size_t t = 0; t < annotated.times.size(); ++t) {
      const Range time = annotated.times[t].range;
      const auto& paragraphs = annotated.article.paragraphs;
      const auto paragraph = std::ranges::find_if(
          paragraphs, [&](const Paragraph& each) { return each.range.contains(time); });
      if (paragraph == paragraphs.end() ||
          !is_place(words_of(text, Range{paragraph->range.begin, time.begin})) ||
          !is_parted(words_of(text, Range{time.end, paragraph->range.end})))
        continue;
      // Day and month, and the year where it is there; how far off it is is known otherwise.
      TimeRelation relation = sources.relations[a][t];
      if (!is_usable(relation)) continue;
      relation.readings.resize(1);
      std::erase_if(relation.readings[0], [](const DayConstraint& c) {
        return c.kind == ConstraintKind::kDays || c.kind == ConstraintKind::kPeriod;
      });
      if (relation.readings[0].empty()) continue;
      const Var sent = evidence.add_day({DayOf::kTime, "it was sent", -1, {a, time}});
      evidence.add({"date.dateline", {{a, {paragraph->range.begin, time.end}}}},
                   evidence_of(kDatelineWeight, bound_to(relation, sources.published[a], sent),
                               {days_between(sent, sources.published[a], 0, kMostDaysLater)}));
      break;
    }
  }
}

}  // namespace fabula::dating
