#include "story/quote_index.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <utility>

namespace fabula::story {
namespace {

constexpr std::size_t kGramWords = 4;
constexpr std::size_t kHoleWords = 5;       // two words, a hole, two words
constexpr std::size_t kShortGramWords = 3;  // whole quotations, and what stands beside "..."
constexpr std::size_t kFirstHolders = 8;

struct Posting {
  std::uint64_t hash = 0;
  std::uint32_t quote = 0;
  friend constexpr auto operator<=>(const Posting&, const Posting&) = default;
};

using Keys = std::span<const QuoteWordKey>;

bool all_spelled(Keys words) {
  return std::all_of(words.begin(), words.end(), [](const QuoteWordKey& w) { return w.hash != 0; });
}

std::uint64_t hash_of(Keys words, std::uint64_t seed) {
  for (const QuoteWordKey& word : words) {
    seed = (seed ^ word.hash) * 0x9E3779B97F4A7C15;
    seed ^= seed >> 32;
  }
  return seed;
}

// What every quotation is found by.
template <class Take>
void for_grams(Keys words, Take take) {
  if (words.size() == kShortGramWords && all_spelled(words)) take(hash_of(words, 1));
  for (std::size_t i = 0; i + kGramWords <= words.size(); ++i)
    if (const auto gram = words.subspan(i, kGramWords); all_spelled(gram)) take(hash_of(gram, 2));
}

// What only quotations with hidden or missing words are found by: take(hash, does this one ask?)
template <class Take>
void for_rare_grams(Keys words, Take take) {
  for (std::size_t i = 0; i + kHoleWords <= words.size(); ++i) {
    const auto before = words.subspan(i, 2);
    const auto behind = words.subspan(i + 3, 2);
    if (all_spelled(before) && all_spelled(behind))
      take(hash_of(behind, hash_of(before, 3)), words[i + 2].hash == 0);
  }
  for (std::size_t i = 0; i + kShortGramWords <= words.size(); ++i) {
    const auto gram = words.subspan(i, kShortGramWords);
    const std::size_t end = i + kShortGramWords;
    const bool beside_gap = gram[0].gap_before || (end < words.size() && words[end].gap_before);
    if (all_spelled(gram)) take(hash_of(gram, 4), beside_gap);
  }
}

std::vector<Posting> make_postings(std::span<const std::vector<QuoteWordKey>> quotes) {
  std::vector<std::uint64_t> asked;
  for (const auto& words : quotes)
    for_rare_grams(words, [&](std::uint64_t hash, bool asks) {
      if (asks) asked.push_back(hash);
    });
  std::sort(asked.begin(), asked.end());
  std::vector<Posting> postings;
  for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
    for_grams(quotes[quote], [&](std::uint64_t hash) { postings.push_back({hash, quote}); });
    for_rare_grams(quotes[quote], [&](std::uint64_t hash, bool) {
      if (std::binary_search(asked.begin(), asked.end(), hash)) postings.push_back({hash, quote});
    });
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  return postings;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> find_candidates(
    std::span<const std::vector<QuoteWordKey>> quotes) {
  const std::vector<Posting> postings = make_postings(quotes);
  std::vector<std::vector<std::uint32_t>> candidates(quotes.size());
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].hash == postings[begin].hash) ++end;
    for (std::size_t i = begin + 1; i < end; ++i) {
      auto& of = candidates[postings[i].quote];
      for (std::size_t k = begin; k < std::min(i, begin + kFirstHolders); ++k)
        of.push_back(postings[k].quote);
      of.push_back(postings[i - 1].quote);
    }
  }
  for (auto& of : candidates) {
    std::sort(of.begin(), of.end());
    of.erase(std::unique(of.begin(), of.end()), of.end());
  }
  return candidates;
}

}  // namespace fabula::story
