// Numbers in words or figures, as they stand before what is counted, and names of anniversaries.
#pragma once

#include <optional>
#include <string_view>

namespace fabula::language {

// "third", "3rd": 1 to 125. Small letters.
[[nodiscard]] std::optional<int> ordinal_of(std::string_view lower);

// "three", "3": 1 to 125. Small letters.
[[nodiscard]] std::optional<int> cardinal_of(std::string_view lower);

// Of "diamond" wedding: 60; 0 for a word that names none.
[[nodiscard]] int years_of_wedding(std::string_view lower);

}  // namespace fabula::language
