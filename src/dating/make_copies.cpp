#include <algorithm>

#include "dating/equal_texts.hpp"
#include "dating/makers.hpp"

namespace fabula::dating {

void add_copies(const Sources& sources, Evidence& evidence) {
  constexpr std::int32_t kMostDaysApart = 3;
  constexpr std::size_t kMostNeighbours = 4;
  const Pile& pile = sources.pile;
  const EqualTexts texts(pile);
  for (const CopyGroup& group : pile.copies) {
    for (const std::uint32_t a : group.articles) {
      if (!sources.is_undated(a)) continue;
      std::size_t n = 0;
      for (const std::uint32_t b : group.articles) {
        if (sources.is_undated(b) || !texts.are_equal(a, b) || n++ == kMostNeighbours) continue;
        evidence.add({"date.copy", {lead_of(pile, a), lead_of(pile, b)}},
                     {.weight = kCopyWeight,
                      .all = {days_between(sources.published[b], sources.published[a],
                                           -kMostDaysApart, kMostDaysApart)},
                      .either = {}});
      }
    }
  }
}

}  // namespace fabula::dating
