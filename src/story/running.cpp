#include "story/running.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "story/linkage.hpp"

namespace fabula::story {
namespace {

// The likeness of two articles, each of one part, on average over all.
constexpr double kLeastLikeness = 0.16;
// A story that rests for longer does not run on.
constexpr std::chrono::days kLongestRest{30};

bool goes_on(const Published& a, const Published& b) {
  if (a.basis != DateBasis::kStated || b.basis != DateBasis::kStated) return false;
  for (const When& when : {a.when, b.when})
    if (!when.earliest || !when.latest) return false;
  return *a.when.earliest <= *b.when.latest + kLongestRest &&
         *b.when.earliest <= *a.when.latest + kLongestRest;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> join_running(
    const Pile& pile, const Terms& terms, std::span<const std::vector<std::uint32_t>> groups,
    std::span<const Alike> alike, const std::vector<bool>& is_form) {
  std::vector<TermVector> vectors(pile.articles.size());
  for (std::uint32_t i = 0; i < vectors.size(); ++i) vectors[i] = weighed_by_news(terms, i);
  Linkage linkage(
      vectors, terms.keys.size(), [](const Overlap& overlap, std::size_t n_a, std::size_t n_b) {
        return overlap.all >= kLeastLikeness * static_cast<double>(n_a) * static_cast<double>(n_b);
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
  linkage.run();
  return linkage.groups();
}

}  // namespace fabula::story
