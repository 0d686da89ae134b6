// The words of an article's frozen text as hashes, without folding the whole text first.
//
//   text     “It’s the Co-op’s 2,500th launch,” ...
//   words    it's · the · co · op's · 2 · 500th · launch         as of text::split_folded
//
// Equal to folding the text (text/fold.hpp), splitting it (text/words.hpp) and hashing each word;
// only stretches with unusual characters go that long way.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "reuse/byte_masks.hpp"

namespace fabula::reuse {

struct HashedWord {
  std::uint64_t hash = 0;  // hash_word() of the folded word
  Range range;             // bytes of the source
  bool is_safe = false;    // behind white space, and text before it does not change this word
};

// The hash of a folded word: 64 well mixed bits, the same on machines that store the lowest byte
// first.
[[nodiscard]] std::uint64_t hash_word(std::string_view folded);

// Keeps its memory from text to text; one a thread.
class WordHasher {
 public:
  // The words in text order; valid until the next call. Cutting the text in front of words with
  // `is_safe` and hashing the pieces gives the same words. Requires valid UTF-8 under 4 GiB.
  // Stops behind word `last`, if there are so many. Cost: linear; about 1 GB/s on plain English.
  [[nodiscard]] const std::vector<HashedWord>& hash(std::string_view text,
                                                    std::size_t last = SIZE_MAX);

 private:
  ByteMasks masks_;
  std::vector<HashedWord> words_;
  std::vector<Range> slow_words_;
};

}  // namespace fabula::reuse
