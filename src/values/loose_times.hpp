// Times as loosely as they are meant.
//
//   a 1992 explosion killed 26 miners     1992
//   two weeks ago                         a few days around that day
#pragma once

#include <string_view>

#include "model/time.hpp"
#include "model/when.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

// Of the words of a sentence; unknown where there is none. Linear.
[[nodiscard]] When year_told(Words words);

// Of a time expression, in the article's text.
[[nodiscard]] When loosely(const TimeExpression& time, std::string_view text);

}  // namespace fabula::values
