// Units of time on the calendar: the one a day lies in, and what lies a number of them away.
//
//   unit_at(2024-05-15, kMonth, -1)          2024-04
//   moved(2024-05-15, "two weeks", sign -1)  2024-05-01
#pragma once

#include <optional>

#include "model/when.hpp"
#include "times/meaning.hpp"
#include "times/stretch.hpp"

namespace fabula::times {

// The unit that `day` lies in, moved by `steps` of them.
[[nodiscard]] std::optional<Stretch> unit_at(Day day, Unit unit, int steps);

// `from`, moved by `count` of the meaning's units in the direction of its sign, as the stretch of
// this grain that it then begins in. Nothing when that is outside of the years 1..9998.
[[nodiscard]] std::optional<Stretch> moved(const Stretch& from, const Meaning& meaning, int count,
                                           Grain grain);

// The grain of what lies a number of units away: "two years ago" is a year, "two weeks ago" a day.
[[nodiscard]] Grain grain_of(Unit unit);

// The coarsest grain that still tells which one of these units it lies in.
[[nodiscard]] Grain grain_of_unit(Unit unit);

}  // namespace fabula::times
