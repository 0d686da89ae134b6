// The words of a whole pile as numbers, and its seeds.
//
// Every distinct folded word has one number, compared by its letters when it is given out: equal
// numbers are equal words. 4 bytes a word stay in memory; where the words stand in their article is
// worked out again for the few that are reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/pile.hpp"
#include "reuse/seeds.hpp"

namespace fabula::reuse {

// A word's number with what is known of its place.
using WordCode = std::uint32_t;
inline constexpr WordCode kFurniture = WordCode{1} << 31;  // stands in furniture of the page
inline constexpr WordCode kQuoted = WordCode{1} << 30;     // stands between quotation marks
inline constexpr WordCode kNumberMask = kQuoted - 1;

[[nodiscard]] constexpr bool same_word(WordCode a, WordCode b) {
  return ((a ^ b) & kNumberMask) == 0;
}

// Articles are meant by their place in the working order.
struct PileWords {
  std::vector<WordCode> codes;           // of all articles, one after the other
  std::vector<std::size_t> begins;       // article i has codes [begins[i], begins[i + 1])
  std::vector<std::uint32_t> n_holders;  // by word number: articles that hold the word

  [[nodiscard]] std::uint32_t n_articles() const {
    return static_cast<std::uint32_t>(begins.size() - 1);
  }
  [[nodiscard]] std::span<const WordCode> words_of(std::uint32_t article) const {
    return std::span(codes).subspan(begins[article], begins[article + 1] - begins[article]);
  }
};

// Seeds are kept apart by their highest bits, so that each part can be sorted by itself.
inline constexpr std::size_t kSeedPartBits = 6;
inline constexpr std::size_t kSeedParts = std::size_t{1} << kSeedPartBits;

struct ReadPile {
  PileWords words;
  // Piles of seeds, each from some articles in a row: seeds[i][begins[i][p] .. begins[i][p + 1])
  // are those of part p.
  struct SeedRun {
    std::vector<Seed> seeds;
    std::vector<std::uint32_t> begins;
  };
  std::vector<SeedRun> seed_runs;
};

// Reads `order.size()` articles: place i of the working order is articles[order[i]].
// Errors: kInterrupted.
[[nodiscard]] Result<ReadPile> read_words(std::span<const AnnotatedArticle> articles,
                                          std::span<const std::uint32_t> order,
                                          const SeedShape& shape, const Context& context);

}  // namespace fabula::reuse
