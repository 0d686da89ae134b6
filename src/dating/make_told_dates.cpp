#include <algorithm>

#include "dating/bindings.hpp"
#include "dating/makers.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::Telling;
using language::telling_of;

// A date in a caption was often put in later; one inside a quotation, or in a sentence that looks
// ahead, says little about the article.
void add_told_dates(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  constexpr std::size_t kMostOfAKind = 3;  // the strongest ones; the others add nothing
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    if (!sources.is_undated(a)) continue;
    struct Bound {
      DayNumber day;
      Range range;
    };
    std::vector<Bound> past;
    std::vector<Bound> future;
    const auto& times = pile.articles[a].times;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const auto days = times[i].anchor == "none" ? known_days(times[i]) : std::nullopt;
      if (!days || (times[i].type != TimeType::kDate && times[i].type != TimeType::kTime)) continue;
      const Telling telling = telling_of(pile.articles[a], times[i]);
      if (!is_credible(sources, a, times[i], telling)) continue;
      if (telling == Telling::kPast) past.push_back({days->first, times[i].range});
      if (telling == Telling::kFuture) future.push_back({days->second, times[i].range});
    }
    std::ranges::stable_sort(past, std::ranges::greater{}, &Bound::day);
    std::ranges::stable_sort(future, {}, &Bound::day);
    const Var day = sources.published[a];
    for (std::size_t i = 0; i < std::min(past.size(), kMostOfAKind); ++i)
      evidence.add(
          {"date.told-past", {{a, past[i].range}}},
          {.weight = kToldWeight, .all = {within(day, past[i].day, kLastDay)}, .either = {}});
    for (std::size_t i = 0; i < std::min(future.size(), kMostOfAKind); ++i)
      evidence.add(
          {"date.told-future", {{a, future[i].range}}},
          {.weight = kToldWeight, .all = {within(day, kFirstDay, future[i].day)}, .either = {}});
  }
}

}  // namespace fabula::dating
