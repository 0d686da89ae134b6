// The window in which the second day of a constraint lies, and the way back.
//
// For a constraint c of two days, first(c, x) and last(c, x) are the ends of the days that y can be
// when the first is x; both only move on when x does. earliest(c, y) and latest(c, y) are the ends
// of the days that x can be when the second is y: x may be all of them between.
//
// What is not known stays not known: of kFirstDay as the earliest x the window begins at kFirstDay,
// of kLastDay as the latest it ends at kLastDay. Pure; cost O(1).
#pragma once

#include "solver/problem.hpp"

namespace fabula::solver {

[[nodiscard]] DayNumber first(const Constraint& c, DayNumber x);
[[nodiscard]] DayNumber last(const Constraint& c, DayNumber x);
[[nodiscard]] DayNumber earliest(const Constraint& c, DayNumber y);
[[nodiscard]] DayNumber latest(const Constraint& c, DayNumber y);

// Does the day meet a constraint of one day?
[[nodiscard]] bool holds(const Constraint& c, DayNumber x);
// The first day from x on, or the last one up to x, that meets a constraint of one day other than
// kWithin; past the ends of the calendar when there is none.
[[nodiscard]] DayNumber next_fitting(const Constraint& c, DayNumber x);
[[nodiscard]] DayNumber previous_fitting(const Constraint& c, DayNumber x);
// Do the two days meet a constraint of two?
[[nodiscard]] bool holds(const Constraint& c, DayNumber x, DayNumber y);
[[nodiscard]] constexpr bool is_of_two_days(const Constraint& c) {
  return c.kind <= ConstraintKind::kPeriod;
}

}  // namespace fabula::solver
