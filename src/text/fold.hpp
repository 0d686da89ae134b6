// Text folded for comparing, with the way back to the original bytes.
//
//   frozen   “It’s a CO-\noperative,”         folded   "it's a cooperative,"
//
// Folds case and compatibility forms (NFKC-casefold), every quotation mark to ' or ", every dash to
// '-', ligatures; drops soft hyphens and zero-width characters; joins a word hyphenated at a line
// end. Frozen text itself is never changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::text {

// Positions of a folded text in its source. Monotone: a <= b gives to_source(a) <= to_source(b).
class OffsetMap {
 public:
  // Byte of the source where the folded byte came from; the end maps to the end. O(log n).
  [[nodiscard]] std::uint32_t to_source(std::uint32_t folded) const;
  // From `folded` on, source = folded + delta. Called with rising `folded`.
  void add_break(std::uint32_t folded, std::uint32_t source);

 private:
  struct Break {
    std::uint32_t folded;
    std::uint32_t source;
  };
  std::vector<Break> breaks_;  // only where the difference changes; none at all for plain ASCII
};

struct FoldedText {
  std::string text;
  OffsetMap map;
};

[[nodiscard]] FoldedText fold(std::string_view source);

}  // namespace fabula::text
