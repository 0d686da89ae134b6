#include "story/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "story/terms.hpp"

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

// Articles by the terms they hold, of those terms that an undated article has.
class Index {
 public:
  Index(const Pile& pile, const std::vector<TermVector>& vectors) {
    for (std::size_t i = 0; i < vectors.size(); ++i)
      if (is_undated(pile.articles[i].article))
        for (const Term& term : vectors[i]) holders_[term.key];
    for (std::uint32_t i = 0; i < vectors.size(); ++i) {
      if (!is_dated(pile.articles[i].article)) continue;
      for (const Term& term : vectors[i])
        if (const auto found = holders_.find(term.key); found != holders_.end())
          found->second.emplace_back(i, term.weight);
    }
  }

  // (cosine, article), most alike first. Sums are made in the order of the terms: the same on every
  // run. `cosines` is by article, all 0 before and afterwards.
  [[nodiscard]] std::vector<std::pair<float, std::uint32_t>> nearest(
      const TermVector& terms, std::vector<float>& cosines) const {
    std::vector<std::pair<float, std::uint32_t>> out;
    for (const Term& term : terms)
      for (const auto& [article, weight] : holders_.find(term.key)->second) {
        if (cosines[article] == 0) out.emplace_back(0, article);
        cosines[article] += weight * term.weight;
      }
    for (auto& [cosine, article] : out) cosine = std::exchange(cosines[article], 0);
    const std::size_t n = std::min(kMostNearest, out.size());
    std::ranges::partial_sort(out, out.begin() + static_cast<std::ptrdiff_t>(n),
                              [](const auto& a, const auto& b) {
                                return a.first != b.first ? a.first > b.first : a.second < b.second;
                              });
    out.resize(n);
    if (!out.empty() && out.front().first < kLeastCosine) out.clear();
    return out;
  }

 private:
  std::unordered_map<TermKey, std::vector<std::pair<std::uint32_t, float>>> holders_;
};

// The shares of the cosine, greatest first.
std::vector<std::pair<TermKey, float>> shared_terms(const TermVector& a, const TermVector& b) {
  std::vector<std::pair<TermKey, float>> shared;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key < y->key) {
      ++x;
    } else if (y->key < x->key) {
      ++y;
    } else {
      shared.emplace_back(x->key, x->weight * y->weight);
      ++x;
      ++y;
    }
  }
  std::ranges::sort(shared, [](const auto& one, const auto& other) {
    return one.second != other.second ? one.second > other.second : one.first < other.first;
  });
  if (shared.size() > kMostTerms) shared.resize(kMostTerms);
  return shared;
}

std::vector<SharedTerm> places(const AnnotatedArticle& here, const AnnotatedArticle& there,
                               const std::vector<std::pair<TermKey, float>>& shared) {
  std::vector<TermKey> keys;
  for (const auto& [key, share] : shared) keys.push_back(key);
  std::ranges::sort(keys);
  const std::vector<Range> places_here = places_of(here, keys);
  const std::vector<Range> places_there = places_of(there, keys);
  std::vector<SharedTerm> out;
  for (const auto& [key, share] : shared) {
    const auto k = static_cast<std::size_t>(std::ranges::lower_bound(keys, key) - keys.begin());
    out.push_back({places_here[k], places_there[k], share});
  }
  return out;
}

}  // namespace

std::vector<std::vector<AlikeArticle>> find_nearest_dated(const Pile& pile,
                                                          const Context& context) {
  std::vector<std::vector<AlikeArticle>> out(pile.articles.size());
  std::vector<std::uint32_t> undated;
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i)
    if (is_undated(pile.articles[i].article)) undated.push_back(i);
  if (undated.empty()) return out;
  const std::vector<TermVector> vectors = weigh_terms(pile.articles, context);
  const Index index(pile, vectors);
  // Some articles at a time share the room for their sums.
  constexpr std::size_t kTogether = 64;
  parallel_for(context, (undated.size() + kTogether - 1) / kTogether, [&](std::size_t part) {
    std::vector<float> cosines(pile.articles.size());
    const std::size_t end = std::min(undated.size(), (part + 1) * kTogether);
    for (std::size_t k = part * kTogether; k < end; ++k) {
      const std::uint32_t i = undated[k];
      for (const auto& [cosine, j] : index.nearest(vectors[i], cosines))
        out[i].push_back(
            {j, cosine,
             places(pile.articles[i], pile.articles[j], shared_terms(vectors[i], vectors[j]))});
    }
  });
  return out;
}

}  // namespace fabula::story
