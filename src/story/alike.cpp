#include "story/alike.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::story {
namespace {

constexpr std::size_t kMostTerms = 80;
constexpr std::size_t kMostAlike = 40;
// A share of the pile alone would make the work grow with its square.
constexpr std::size_t kMostHolders = 2000;

// Of each article the terms that weigh most, heaviest first.
std::vector<std::vector<Term>> heaviest_terms(std::span<const TermVector> vectors,
                                              const Context& context) {
  std::vector<std::vector<Term>> out(vectors.size());
  parallel_for(context, vectors.size(), [&](std::size_t i) {
    const auto is_heavier = [](const Term& a, const Term& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
    };
    std::vector<Term> terms = vectors[i];
    const auto end =
        terms.begin() + static_cast<std::ptrdiff_t>(std::min(kMostTerms, terms.size()));
    // Most are light: they are not put in order.
    std::ranges::nth_element(terms, end, is_heavier);
    std::sort(terms.begin(), end, is_heavier);
    out[i].assign(terms.begin(), end);
  });
  return out;
}

bool is_more_alike(const std::pair<float, std::uint32_t>& a,
                   const std::pair<float, std::uint32_t>& b) {
  return a.first != b.first ? a.first > b.first : a.second < b.second;
}

// Of the thousands that share a term: no more room than for those that are kept.
Alike most_alike(Alike& found) {
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(kMostAlike, found.size()));
  std::ranges::partial_sort(found, end, is_more_alike);
  return {found.begin(), end};
}

}  // namespace

std::vector<Alike> find_alike(const Terms& terms, const std::function<bool(std::uint32_t)>& of,
                              const std::function<bool(std::uint32_t)>& among,
                              const Context& context) {
  const std::vector<TermVector>& vectors = terms.of_article;
  const std::size_t n = vectors.size();
  const std::size_t most_holders = std::min(50 + n / 50, kMostHolders);
  const std::vector<std::vector<Term>> heavy = heaviest_terms(vectors, context);
  std::vector<std::vector<std::pair<std::uint32_t, float>>> holders(terms.keys.size());  // by term
  for (std::uint32_t i = 0; i < n; ++i)
    if (among(i))
      for (const Term& term : heavy[i]) holders[term.id].emplace_back(i, term.weight);
  std::vector<Alike> out(n);
  // Some articles at a time share the room for their sums.
  constexpr std::size_t kTogether = 256;
  parallel_for(context, (n + kTogether - 1) / kTogether, [&](std::size_t part) {
    std::vector<float> shared(n);
    Alike found;
    TermTable own(terms.keys.size());
    const std::size_t end = std::min(n, (part + 1) * kTogether);
    for (std::size_t k = part * kTogether; k < end; ++k) {
      const auto i = static_cast<std::uint32_t>(k);
      if (!of(i)) continue;
      // Added up in the order of the terms: the same sums on every run.
      found.clear();
      for (const Term& term : heavy[i]) {
        if (holders[term.id].size() > most_holders) continue;
        for (const auto& [j, weight] : holders[term.id]) {
          if (j == i) continue;
          if (shared[j] == 0) found.emplace_back(0, j);
          shared[j] += weight * term.weight;
        }
      }
      for (auto& [sum, j] : found) sum = std::exchange(shared[j], 0);
      Alike& alike = out[i];
      alike = most_alike(found);
      own.set(vectors[i]);
      for (auto& [cosine, j] : alike) cosine = static_cast<float>(own.overlap_with(vectors[j]));
      std::ranges::sort(alike, is_more_alike);
    }
  });
  return out;
}

}  // namespace fabula::story
