// Lengths of time as days or months, and how far off they may be.
#pragma once

#include <optional>
#include <string_view>

#include "model/day_constraint.hpp"

namespace fabula::language {

struct Length {
  bool is_months = false;
  int n = 0;
  int slack = 0;  // days, when nothing says "exactly": 3 of weeks, half of a month or a year
};

// Of a TIMEX3 duration: "P2W" is 14 days give or take 3. None of vague ones ("PXD"), of those
// shorter than a day, and of more than 200 years.
[[nodiscard]] std::optional<Length> length_of_value(std::string_view value);

// y lies the length behind x, give or take its slack.
[[nodiscard]] DayConstraint length_between(Var x, Var y, const Length& length);

}  // namespace fabula::language
