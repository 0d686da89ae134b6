// Which gender a given name goes with.
#pragma once

#include <string_view>

#include "model/names.hpp"

namespace fabula::names {

// Of a lower-case name without accents; of "anne-lise" by its first part. kUnknown for a name of
// both ("kim"), and for one that no list has. A name in the short list of common English names
// (lexicon.hpp) goes by that. O(log n).
[[nodiscard]] Gender gender_of_given(std::string_view lower);

}  // namespace fabula::names
