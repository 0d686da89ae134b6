// What can be said of one unknown day, or of how two lie to each other.
//
// Days are numbers, 0 is 1970-01-01, of the proleptic Gregorian calendar, years 1 to 9998. A
// constraint of two days says that the second, y, lies in a window that moves with the first, x:
//
//   kDays     y in [x + lo, x + hi]                          "two weeks later, give or take 3 days"
//   kMonths   y in [x + m_lo months + lo days, x + m_hi months + hi days]   an age, an anniversary
//   kPeriod   y in the periods [lo, hi] after that of x      "last month", "this year"
//
// Adding months keeps the day of the month and clips it to the month's last (31 March less one
// month is 28 or 29 February). No window's end ever moves back when x moves on.
#pragma once

#include <cstdint>

namespace fabula {

using DayNumber = std::int32_t;

// What stands for "nothing is known" at the early and at the late end.
inline constexpr DayNumber kFirstDay = -719162;  // 0001-01-01
inline constexpr DayNumber kLastDay = 2932531;   // 9998-12-31

// Which unknown day; whoever makes constraints numbers them.
using Var = std::uint32_t;

enum class Period : std::uint8_t { kWeek, kMonth, kQuarter, kYear };  // weeks begin on Monday

enum class ConstraintKind : std::uint8_t {
  // Of two days.
  kDays,
  kMonths,
  kPeriod,
  // Of one day, `x`.
  kWithin,      // lo <= x <= hi
  kWeekday,     // x is weekday `lo`, 1 Monday .. 7 Sunday
  kMonth,       // x is in month `lo`, 1 .. 12, of any year
  kDayOfMonth,  // x is day `lo`, 1 .. 31, of any month
};

struct DayConstraint {
  ConstraintKind kind = ConstraintKind::kWithin;
  Period period = Period::kWeek;
  std::int16_t m_lo = 0;  // months
  std::int16_t m_hi = 0;
  std::int32_t lo = 0;
  std::int32_t hi = 0;
  Var x = 0;
  Var y = 0;
  friend bool operator==(const DayConstraint&, const DayConstraint&) = default;
};

// y - x lies in [lo, hi].
[[nodiscard]] DayConstraint days_between(Var x, Var y, std::int32_t lo, std::int32_t hi);
// x is not after y.
[[nodiscard]] DayConstraint not_after(Var x, Var y);
// Who was born on `born` is `years` old on `day`.
[[nodiscard]] DayConstraint age(Var born, Var day, int years);
[[nodiscard]] DayConstraint age_in_months(Var born, Var day, int months);
// y is x and `months` to the day, give or take `slack` days.
[[nodiscard]] DayConstraint months_after(Var x, Var y, int months, int slack = 0);
// The period of y is `lo` to `hi` after that of x.
[[nodiscard]] DayConstraint periods_after(Var x, Var y, Period period, int lo, int hi);
[[nodiscard]] DayConstraint within(Var x, DayNumber lo, DayNumber hi);
[[nodiscard]] DayConstraint on_weekday(Var x, int weekday);
[[nodiscard]] DayConstraint in_month(Var x, int month);
[[nodiscard]] DayConstraint on_day_of_month(Var x, int day);

}  // namespace fabula
