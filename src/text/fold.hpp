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

#include "base/span.hpp"

namespace fabula::text {

// Positions of a folded text in its source.
//
// For code point boundaries a <= b of the folded text: to_source(a) <= to_source(b), the same for
// to_source_end, and both are boundaries of the source. Where one character became several
// ("…" → "..."), all of them map to its beginning, and their ends to its end.
//
//   source   c o <soft hyphen> ’ s            to_source(2) = 4      the mark behind the soft hyphen
//   folded   c o ' s                          to_source_end(2) = 2  the "co" before it
class OffsetMap {
 public:
  // Byte of the source where the folded byte came from; the end maps to the end. O(log n).
  [[nodiscard]] std::uint32_t to_source(std::uint32_t folded) const;
  // Byte of the source just behind what the folded bytes before `folded` came from. O(log n).
  [[nodiscard]] std::uint32_t to_source_end(std::uint32_t folded) const;
  // The stretch of the source that holds the folded bytes of `folded`; requires it not to be empty.
  [[nodiscard]] Range to_source(Range folded) const {
    return {to_source(folded.begin), to_source_end(folded.end)};
  }
  // From `folded` on, source = folded + delta. Called with rising `folded`. Two breaks at one
  // place: the first says where the text before it ends, the second where the text after it begins.
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

// Requires valid UTF-8 under 4 GiB (other bytes become U+FFFD). Pure; any number of threads.
// Cost: linear; plain ASCII costs next to nothing.
[[nodiscard]] FoldedText fold(std::string_view source);

}  // namespace fabula::text
