// Stretches of frozen article text.
//
//   text    Water was seen
//   bytes   0     6  9              Range{6, 9} is "was": half-open, [begin, end)
//
// begin, end: bytes of UTF-8 from the start of the article's frozen text, on code point
// boundaries. An article is under 4 GiB.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace fabula {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Range inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Range other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

// The words of `range` in `text`; requires range.end <= text.size().
[[nodiscard]] constexpr std::string_view words_of(std::string_view text, Range range) {
  return text.substr(range.begin, range.size());
}

// A stretch of one article of a pile: `article` is the article's index in Pile::articles.
struct Span {
  std::uint32_t article = 0;
  Range range;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace fabula
