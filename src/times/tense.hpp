// Which way a time expression points, by the verb that governs it.
//
//   "Divers will raise the ferry on Monday"            future
//   "Police said on Wednesday that the search ended"   past
//   "Ferry safety: Monday"                             unknown
#pragma once

#include <cstdint>
#include <span>

#include "base/span.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

// kSurelyPast: the verb itself stands there ("opened in December"); kNearest: "through December";
// kLikelyFuture: "would", "by Friday", "is": to come, or on the very day.
enum class Direction : std::uint8_t {
  kUnknown,
  kSurelyPast,
  kPast,
  kNearest,
  kLikelyFuture,
  kFuture
};

// The direction of the expression at `expression` in the sentence made of `words`. The nearest verb
// before it decides, then the first one after it; at most kTenseWindow tokens are looked at.
inline constexpr std::size_t kTenseWindow = 40;
[[nodiscard]] Direction direction_of(std::string_view text, std::span<const Token> words,
                                     Range expression);

}  // namespace fabula::times
