#include "story/running.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>

#include "story/linkage.hpp"

namespace fabula::story {
namespace {

// So much of the likeness has to be there without the term that has most of it: not a town alone.
constexpr double kRest = 0.5;
// A story that rests for longer does not run on.
constexpr std::chrono::days kLongestRest{30};

bool goes_on(const Published& a, const Published& b) {
  if (a.basis != DateBasis::kStated || b.basis != DateBasis::kStated) return false;
  for (const When& when : {a.when, b.when})
    if (!when.earliest || !when.latest) return false;
  return *a.when.earliest <= *b.when.latest + kLongestRest &&
         *b.when.earliest <= *a.when.latest + kLongestRest;
}

// How alike two articles are on average, each of one part: by chance more in a large pile.
double least_likeness(std::size_t n_articles) {
  constexpr double kFew = 100;
  constexpr double kMany = 2000;
  constexpr double kAmongFew = 0.14;
  constexpr double kAmongMany = 0.16;
  const double n = std::clamp(static_cast<double>(n_articles), kFew, kMany);
  return kAmongFew + (kAmongMany - kAmongFew) * std::log(n / kFew) / std::log(kMany / kFew);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> join_running(
    const Pile& pile, const Terms& terms, std::span<const std::vector<std::uint32_t>> groups,
    std::span<const Alike> alike, const std::vector<bool>& is_form, const Context& context) {
  std::vector<TermVector> vectors(pile.articles.size());
  parallel_for(context, vectors.size(), [&](std::size_t i) {
    vectors[i] = weighed_by_news(terms, static_cast<std::uint32_t>(i));
  });
  const double likeness = least_likeness(pile.articles.size());
  Linkage linkage(
      vectors, terms.keys.size(), [&](const Overlap& overlap, std::size_t n_a, std::size_t n_b) {
        const double least = likeness * static_cast<double>(n_a) * static_cast<double>(n_b);
        return overlap.all >= least && overlap.all - overlap.greatest >= kRest * least;
      });
  std::vector<bool> can_run(pile.articles.size());
  for (const std::vector<std::uint32_t>& group : groups) {
    for (const std::uint32_t a : group) linkage.join_articles(group.front(), a);
    const auto n_forms = std::ranges::count_if(group, [&](std::uint32_t a) { return is_form[a]; });
    if (2 * static_cast<std::size_t>(n_forms) < group.size())
      for (const std::uint32_t a : group) can_run[a] = true;
  }
  for (std::uint32_t i = 0; i < alike.size(); ++i)
    for (const auto& [cosine, j] : alike[i])
      if (can_run[i] && can_run[j] &&
          goes_on(pile.articles[i].article.published, pile.articles[j].article.published))
        linkage.add_pair(i, j);
  linkage.run(context);
  return linkage.groups();
}

}  // namespace fabula::story
