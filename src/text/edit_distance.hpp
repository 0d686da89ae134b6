// How far two words are from each other.
#pragma once

#include <cstddef>
#include <string_view>

namespace fabula::text {

// Bytes to be put in, left out or replaced to make one of the other (Levenshtein 1966).
// Cost: the product of the lengths.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace fabula::text
