#include <algorithm>
#include <map>
#include <string_view>

#include "dating/bindings.hpp"
#include "dating/makers.hpp"
#include "dating/telling.hpp"

namespace fabula::dating {
namespace {

// The sentences with a date of all articles that state their day, and the earliest of those days.
std::map<std::string_view, DayNumber> stated_sentences(const Sources& sources) {
  std::map<std::string_view, DayNumber> out;
  for (std::uint32_t a = 0; a < sources.pile.articles.size(); ++a) {
    const AnnotatedArticle& article = sources.pile.articles[a];
    const auto& stated = article.article.published.when.latest;
    if (sources.is_undated(a) || !stated) continue;
    for (const TimeExpression& time : article.times) {
      const Range sentence = sentence_at(article, time.range);
      if (time.anchor != "none" || sentence.empty()) continue;
      const auto [at, fresh] =
          out.try_emplace(words_of(article.article.text, sentence), number_of(*stated));
      if (!fresh) at->second = std::min(at->second, number_of(*stated));
    }
  }
  return out;
}

}  // namespace

// A date in a caption was often put in later; one inside a quotation, or in a sentence that looks
// ahead, says little about the article.
void add_told_dates(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const std::map<std::string_view, DayNumber> stated = stated_sentences(sources);
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
      if (telling == Telling::kFuture && !sources.may_be_of(days->second)) continue;
      // An article stated before that day has the sentence, too: it was put in afterwards, in both.
      const auto elsewhere = stated.find(
          words_of(pile.articles[a].article.text, sentence_at(pile.articles[a], times[i].range)));
      if (elsewhere != stated.end() && elsewhere->second < days->first) continue;
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
