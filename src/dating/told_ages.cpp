#include "dating/told_ages.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>

#include "dating/ages.hpp"
#include "dating/deaths.hpp"
#include "dating/identity.hpp"
#include "language/telling.hpp"
#include "text/one_of.hpp"

namespace fabula::dating {
namespace {

// "Voss, 35, was arrested in 2019": an age of then, or of now?
constexpr std::chrono::days kLongGone{180};

bool tells_of_long_ago(const AnnotatedArticle& article, Range range, Day today) {
  const Range sentence = language::sentence_at(article, range);
  return std::ranges::any_of(article.times, [&](const TimeExpression& time) {
    return sentence.contains(time.range) && time.when.latest &&
           *time.when.latest < today - kLongGone;
  });
}

// "Lowe, 50; Voss, 46; Marlow, 35": scores of a table.
bool is_of_list(const AnnotatedArticle& article, const std::vector<AgeClue>& ages, Range range) {
  constexpr auto kLeast = 3;
  const Range sentence = language::sentence_at(article, range);
  return std::ranges::count_if(
             ages, [&](const AgeClue& other) { return sentence.contains(other.range); }) >= kLeast;
}

// "a 23-year-old South Korean": somebody without a name.
bool is_of_nation(std::string_view name) {
  return text::is_one_of(name.substr(name.rfind(' ') + 1), "Korean", "African", "American",
                         "Indian", "Asian", "European", "Arabian", "Sudanese", "Vietnamese",
                         "Lankan", "Rican", "Zealander", "Irish");
}

}  // namespace

std::vector<ToldAge> find_told_ages(const Pile& pile) {
  std::vector<ToldAge> told;
  const Identities identities(pile);
  std::set<std::uint32_t> dead;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const AnnotatedArticle& article = pile.articles[a];
    for (const std::uint32_t thing : find_deaths(article))
      if (const std::int32_t who = identities.group(a, static_cast<std::int32_t>(thing)); who >= 0)
        dead.insert(identities.person(who));
    const Published& published = article.article.published;
    if (published.basis != DateBasis::kStated || !published.when.earliest ||
        published.when.earliest != published.when.latest)
      continue;
    const std::vector<AgeClue> ages = find_ages(article);
    for (const AgeClue& clue : ages) {
      const std::int32_t who = identities.group(a, clue.thing);
      if (who < 0 || clue.is_months || !clue.is_named || is_of_list(article, ages, clue.range) ||
          is_of_nation(pile.people[identities.person(who)].name) ||
          tells_of_long_ago(article, clue.range, *published.when.earliest))
        continue;
      told.push_back({{a, clue.range}, identities.person(who), who, clue.n});
    }
  }
  std::erase_if(told, [&](const ToldAge& age) { return dead.contains(age.person); });
  std::ranges::sort(told, {}, &ToldAge::words);
  return told;
}

}  // namespace fabula::dating
