// Years that describe what they stand before.
//
//   a 1992 explosion killed 26 miners     1992
#pragma once

#include "model/when.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

// Of the words of a sentence; unknown where there is none. Linear.
[[nodiscard]] When year_told(Words words);

}  // namespace fabula::values
