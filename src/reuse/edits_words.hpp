// Words of a stretch of an article, hashed for the alignment of two tellings.
//
//   text    It’s the co-\noperative’s plan.     words   it's · the · cooperative's · plan
//
// The same words as text::fold and text::split_folded give, with their places in the source.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "reuse/hash_words.hpp"

namespace fabula::reuse {

// Equal folded words have equal hashes. Different ones may, once in 2^64: the bytes are compared
// wherever words are taken for equal, so that a script still holds. Ranges are bytes of the
// article's text; those of a list rise and do not overlap.
using EditWord = HashedWord;

// Keeps its memory from call to call; one a thread.
class WordSplitter {
 public:
  // The words of `range` of `text`, valid until the next call. `range` lies on code point
  // boundaries. Cost: that of WordHasher.
  [[nodiscard]] std::span<const EditWord> split(std::string_view text, Range range);
  // How many words that are.
  [[nodiscard]] std::uint32_t count(std::string_view text, Range range);

 private:
  WordHasher hasher_;
  std::vector<EditWord> joined_;
};

// Equal bytes from the beginnings of the two on.
[[nodiscard]] std::uint32_t count_equal_bytes(std::string_view a, std::string_view b);

// Is a cut before byte `at` one that no word and no folding reaches across? True behind a space and
// before a plain letter or digit. Requires 0 < at < text.size().
[[nodiscard]] bool is_clean_cut(std::string_view text, std::uint32_t at);

}  // namespace fabula::reuse
