#include "story/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "story/alike.hpp"
#include "story/shared_terms.hpp"

namespace fabula::story {
namespace {

constexpr std::size_t kMostNearest = 8;
constexpr std::size_t kMostTerms = 6;
constexpr float kLeastCosine = 0.05F;

bool is_dated(const Article& article) {
  const Published& published = article.published;
  return published.basis == DateBasis::kStated && published.when.earliest &&
         published.when.earliest == published.when.latest;
}

bool is_undated(const Article& article) { return article.published.basis != DateBasis::kStated; }

}  // namespace

std::vector<std::vector<AlikeArticle>> find_nearest_dated(const Pile& pile, const Terms& terms,
                                                          const Context& context) {
  std::vector<std::vector<AlikeArticle>> out(pile.articles.size());
  if (std::ranges::all_of(pile.articles,
                          [](const AnnotatedArticle& a) { return !is_undated(a.article); }))
    return out;
  const std::vector<Alike> alike = find_alike(
      terms, [&](std::uint32_t i) { return is_undated(pile.articles[i].article); },
      [&](std::uint32_t i) { return is_dated(pile.articles[i].article); }, context);
  std::vector<Compared> pairs;
  for (std::uint32_t i = 0; i < alike.size(); ++i) {
    if (alike[i].empty() || alike[i].front().first < kLeastCosine) continue;
    const std::size_t n = std::min(alike[i].size(), kMostNearest);
    for (const auto& [cosine, j] : std::span(alike[i]).first(n)) {
      out[i].push_back({j, cosine, {}});
      pairs.push_back({i, j});
    }
  }
  auto shared = most_shared(pile.articles, terms, pairs, kMostTerms, context);
  auto next = shared.begin();
  for (auto& nearest : out)
    for (AlikeArticle& each : nearest) each.terms = std::move(*next++);
  return out;
}

}  // namespace fabula::story
