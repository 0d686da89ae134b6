// The words of an article's frozen text as hashes, without folding the whole text first.
//
//   text     “It’s the Co-op’s 2,500th launch,” ...
//   words    it's · the · co · op's · 2 · 500th · launch         as of text::split_folded
//
// Equal to folding the text (text/fold.hpp), splitting it (text/words.hpp) and hashing each word;
// only stretches with unusual characters go that long way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reuse/plain_words.hpp"

namespace fabula::reuse {

// The hash of a folded word: 64 well mixed bits, the same on machines that store the lowest byte
// first.
[[nodiscard]] std::uint64_t hash_word(std::string_view folded);

// Keeps its memory from text to text; one a thread.
class WordHasher {
 public:
  // The words in text order; valid until the next call. Requires valid UTF-8 under 4 GiB. Stops
  // behind word `last`, if there are so many. Cost: linear; about 1 GB/s on plain English.
  [[nodiscard]] std::span<const HashedWord> hash(std::string_view text,
                                                 std::size_t last = SIZE_MAX);
  // Those of one stretch, as if the text had nothing else; their ranges are of the whole text.
  [[nodiscard]] std::span<const HashedWord> hash(std::string_view text, Range stretch);

 private:
  std::vector<HashedWord> words_;  // the first ones are the text's; grows only
  std::vector<Range> slow_words_;
};

// Is `word` of `text` one to cut the text before? Hashing the pieces then gives the same words.
[[nodiscard]] bool is_safe_cut(std::string_view text, const HashedWord& word);

}  // namespace fabula::reuse
