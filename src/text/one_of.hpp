// Is a word one of a few?
//
//   is_one_of(lower, "on", "to", "via")
#pragma once

#include <cstddef>
#include <string_view>

namespace fabula::text {

// Lengths are known before words are compared, so a word of another length costs next to nothing.
template <std::size_t... Sizes>
[[nodiscard]] constexpr bool is_one_of(std::string_view word, const char (&... words)[Sizes]) {
  return ((word == std::string_view(words, Sizes - 1)) || ...);
}

}  // namespace fabula::text
