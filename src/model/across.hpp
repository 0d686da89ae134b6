// From one side of a shared passage to the other.
//
//   a   We warned them three times, and nobody came.      across(link, kA, "them three times")
//   b   We warned them twice, and nobody came.                 = "them twice" of b
#pragma once

#include <cstdint>

#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula {

enum class Side : std::uint8_t { kA, kB };

[[nodiscard]] inline const Span& side_of(const ReuseLink& link, Side side) {
  return side == Side::kA ? link.a : link.b;
}
[[nodiscard]] constexpr Side other(Side side) { return side == Side::kA ? Side::kB : Side::kA; }

// The words of the other side that stand for `range`, a stretch of the article on `side`; what lies
// outside of the passage is passed over. An end inside of an edit takes the whole edit; words put
// in right at an end stay outside. Empty when `range` and the passage have nothing in common, or
// when its words were all cut. A link without edits whose sides differ in size is taken whole.
[[nodiscard]] Range across(const ReuseLink& link, Side side, Range range);

}  // namespace fabula
