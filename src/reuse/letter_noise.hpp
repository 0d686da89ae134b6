// Is a text full of wrong letters? Scanned print, speech recognition and typing leave words that
// nobody else writes, most of them one letter away from a word that everybody does.
//
//   Tbe councll closed tne harb0ur bridge     "councll", "harb0ur" are misread: all long words that
//                                             are not common, 1000 permille
//   Trovane lake outside Merzholmsby          two rare names, near no common word: 0 permille
//
// What is common is learned from the pile itself. No list of words is shipped, so any language is
// served that has some part in the pile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/context.hpp"

namespace fabula::reuse {

struct LongWordCounts {
  std::uint32_t all = 0;
  std::uint32_t rare = 0;     // not common; each once, for a name comes again, a misreading seldom
  std::uint32_t misread = 0;  // of those, one letter away from a common one
};

// The long words that many texts hold, to find those that are one letter away from them: a letter
// put in, dropped or exchanged, but for the last one, which differs in "bridges" as well. Letters
// are bytes of the folded text; a word is long from six on; words with no letter of ASCII and
// above (numbers) are passed over.
class CommonWords {
 public:
  static constexpr std::uint32_t kHolders = 3;  // texts that make a word common

  // `texts`: some hundred are enough. The same for any number of threads and any order.
  // Cost: linear in the letters. Memory: about 150 bytes a common word.
  [[nodiscard]] static CommonWords learn(std::span<const std::string_view> texts,
                                         const Context& context);

  // Of the first 512 long words of `text`.
  [[nodiscard]] LongWordCounts count(std::string_view text) const;

  [[nodiscard]] std::size_t size() const { return n_words_; }

 private:
  // Hashes by open addressing.
  class HashSet {
   public:
    void reserve(std::size_t n);
    void add(std::uint64_t hash);
    [[nodiscard]] bool has(std::uint64_t hash) const;

   private:
    std::vector<std::uint64_t> slots_{0, 0};  // 0: empty; a power of two of them
  };
  [[nodiscard]] bool is_misread(std::string_view word) const;

  HashSet words_;
  HashSet shortened_;  // what they are with one letter less
  std::size_t n_words_ = 0;
};

// At least 70 of 1,000 long words are misread, and a third of the rare ones. In 18,699 news
// articles, some spoilt, that holds for all of 187 with 3 % wrong letters and of 187 with 6 %, for
// 184 of 187 with 12 %, for fewer than half of 368 with 1 %, and for no clean one.
[[nodiscard]] bool looks_misread(const LongWordCounts& counts);

// A text with more unknown words than this is noisy, as far as they tell: three times what is usual
// in the pile and a bit, but from 40 to 80. In 18,699 news articles, a tenth of them with 3 % wrong
// letters, clean ones have 2 in the middle and 31 at most in 99 of 100, noisy ones 60 and more; of
// 1,000 such articles clean ones have 25 and 88. `permilles` may be in any order; empty gives 40.
[[nodiscard]] std::uint32_t noisy_threshold(std::vector<std::uint32_t> permilles);

}  // namespace fabula::reuse
