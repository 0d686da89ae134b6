#include "model/day_constraint.hpp"

namespace fabula {

DayConstraint days_between(Var x, Var y, std::int32_t lo, std::int32_t hi) {
  return {.kind = ConstraintKind::kDays, .lo = lo, .hi = hi, .x = x, .y = y};
}

DayConstraint not_after(Var x, Var y) { return days_between(x, y, 0, kLastDay - kFirstDay); }

DayConstraint age_in_months(Var born, Var day, int months) {
  return {.kind = ConstraintKind::kMonths,
          .m_lo = static_cast<std::int16_t>(months),
          .m_hi = static_cast<std::int16_t>(months + 1),
          .lo = 0,
          .hi = -1,
          .x = born,
          .y = day};
}

DayConstraint age(Var born, Var day, int years) {
  DayConstraint c = age_in_months(born, day, 12 * years);
  c.m_hi = static_cast<std::int16_t>(12 * (years + 1));
  return c;
}

DayConstraint months_after(Var x, Var y, int months, int slack) {
  const auto m = static_cast<std::int16_t>(months);
  return {.kind = ConstraintKind::kMonths,
          .m_lo = m,
          .m_hi = m,
          .lo = -slack,
          .hi = slack,
          .x = x,
          .y = y};
}

DayConstraint periods_after(Var x, Var y, Period period, int lo, int hi) {
  return {.kind = ConstraintKind::kPeriod, .period = period, .lo = lo, .hi = hi, .x = x, .y = y};
}

DayConstraint within(Var x, DayNumber lo, DayNumber hi) {
  return {.kind = ConstraintKind::kWithin, .lo = lo, .hi = hi, .x = x, .y = x};
}

DayConstraint on_weekday(Var x, int weekday) {
  return {.kind = ConstraintKind::kWeekday, .lo = weekday, .x = x, .y = x};
}

DayConstraint in_month(Var x, int month) {
  return {.kind = ConstraintKind::kMonth, .lo = month, .x = x, .y = x};
}

DayConstraint on_day_of_month(Var x, int day) {
  return {.kind = ConstraintKind::kDayOfMonth, .lo = day, .x = x, .y = x};
}

}  // namespace fabula
