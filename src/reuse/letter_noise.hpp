// How many words of a text the rest of the pile does not know: scanned print, speech recognition
// and typing leave words that nobody else writes.
//
//   Tbe councll closed tne bridge       3 of 5 words unknown: 600 permille
//
// What counts as known is learned from the pile itself: a word that at least three texts hold. No
// list of words is shipped, so any language is served. Words of digits alone are not counted. In a
// pile of a few texts nearly all words are unknown, and all texts pass for noisy: then the letter
// tier, which is made for them, costs nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/context.hpp"

namespace fabula::reuse {

class PileLexicon {
 public:
  static constexpr std::uint32_t kHolders = 3;  // texts that make a word known

  // Memory: 8 bytes for each distinct word of each text while learning, 16 to 32 for each known
  // one after it. Cost: linear, but for sorting. The same for any number of threads and order.
  [[nodiscard]] static PileLexicon learn(std::span<const std::string_view> texts,
                                         const Context& context);

  // Of 1,000 words of `text` those that are not known; 0 for a text without words.
  [[nodiscard]] std::uint32_t unknown_permille(std::string_view text) const;
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void add(std::uint64_t word);
  [[nodiscard]] bool knows(std::uint64_t word) const;

  std::vector<std::uint64_t> slots_;  // hashes by open addressing, 0: empty; a power of two of them
  std::size_t size_ = 0;
};

// unknown_permille of each text, learned from all of them.
[[nodiscard]] std::vector<std::uint32_t> unknown_permilles(std::span<const std::string_view> texts,
                                                           const Context& context);

// A text with more unknown words than this is noisy: three times what is usual in the pile and a
// bit, but from 40 to 80. In 18,699 news articles, a tenth of them with 3 % wrong letters,
// clean ones have 2 in the middle and 31 at most in 99 of 100, noisy ones 60 and more; of 1,000
// such articles clean ones have 25 and 88. `permilles` may be in any order; empty gives 80.
[[nodiscard]] std::uint32_t noisy_threshold(std::vector<std::uint32_t> permilles);

}  // namespace fabula::reuse
