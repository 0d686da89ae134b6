#include "dating/time_of_pile.hpp"

#include <algorithm>
#include <vector>

#include "dating/bindings.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::sentence_at;

TimeOfPile::TimeOfPile(const Pile& pile) {
  std::vector<DayNumber> stated;
  for (const AnnotatedArticle& article : pile.articles) {
    const When& when = article.article.published.when;
    if (article.article.published.basis != DateBasis::kStated || !when.earliest || !when.latest)
      continue;
    stated.push_back(number_of(*when.earliest));
    for (const TimeExpression& time : article.times) {
      const Range sentence = sentence_at(article, time.range);
      if (time.anchor != "none" || sentence.empty()) continue;
      const DayNumber day = number_of(*when.latest);
      const auto [at, fresh] =
          sentences_.try_emplace(words_of(article.article.text, sentence), day);
      if (!fresh) at->second = std::min(at->second, day);
    }
  }
  if (stated.empty()) return;
  // One in twenty at either end may be stamped wrongly.
  constexpr std::size_t kOneIn = 20;
  std::sort(stated.begin(), stated.end());
  first_ = stated[stated.size() / kOneIn];
  last_ = stated[stated.size() - 1 - stated.size() / kOneIn];
}

bool TimeOfPile::may_be_of(DayNumber day) const {
  constexpr DayNumber kFarthest = 20 * 365;
  return last_ < first_ || (day >= first_ - kFarthest && day <= last_ + kFarthest);
}

bool TimeOfPile::was_put_in(const AnnotatedArticle& article, const TimeExpression& time,
                            DayNumber day) const {
  const auto found =
      sentences_.find(words_of(article.article.text, sentence_at(article, time.range)));
  return found != sentences_.end() && found->second < day;
}

}  // namespace fabula::dating
