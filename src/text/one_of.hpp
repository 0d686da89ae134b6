// Is a word one of a few?
//
//   is_one_of(lower, "on", "to", "via")
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::text {

// Lengths are known before words are compared, so a word of another length costs next to nothing,
// and one of the same length a load or two: nothing is called.
template <std::size_t... Sizes>
[[nodiscard]] constexpr bool is_one_of(std::string_view word, const char (&... words)[Sizes]) {
  return ((word.size() == Sizes - 1 &&
           std::char_traits<char>::compare(word.data(), words, Sizes - 1) == 0) ||
          ...);
}

}  // namespace fabula::text
