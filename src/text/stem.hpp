// The end of a word cut, so that its forms meet.
#pragma once

#include <string>
#include <string_view>

namespace fabula::text {

// Of an English word in small letters: "raises", "raised" and "raise" are "rais", "carried" and
// "carry" are "carry". What is cut keeps at least two letters. O(1).
[[nodiscard]] std::string stem_of(std::string_view lower);

}  // namespace fabula::text
