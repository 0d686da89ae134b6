#include "solver/windows.hpp"

#include <algorithm>

#include "base/calendar.hpp"

namespace fabula::solver {
namespace {

using std::chrono::days;

Day day_of_number(DayNumber n) { return Day{days{n}}; }
DayNumber number_of(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }

DayNumber clamp(std::int64_t n) {
  return static_cast<DayNumber>(std::clamp<std::int64_t>(n, kFirstDay, kLastDay));
}

DayNumber plus_months(DayNumber n, int months) {
  return number_of(add_months(day_of_number(n), months));
}

std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

// 1970-01-01 was a Thursday: weeks begin 3 days before a multiple of 7.
constexpr std::int32_t kMondayShift = 3;

std::int32_t n_months(Period period) {
  return period == Period::kMonth ? 1 : period == Period::kQuarter ? 3 : 12;
}

std::int32_t period_of(Period period, DayNumber n) {
  if (period == Period::kWeek) return floor_div(n + kMondayShift, 7);
  const Date date = date_of(day_of_number(n));
  return floor_div(date.year * 12 + static_cast<std::int32_t>(date.month) - 1, n_months(period));
}

std::int64_t start_of(Period period, std::int32_t index) {
  if (period == Period::kWeek) return std::int64_t{7} * index - kMondayShift;
  constexpr std::int32_t kLastMonth = 12 * 9999;
  const std::int64_t months = std::int64_t{index} * n_months(period);
  const auto month = static_cast<std::int32_t>(std::clamp<std::int64_t>(months, 0, kLastMonth));
  const std::int32_t year = month / 12;
  return number_of(first_of_month(year, static_cast<unsigned>(month - 12 * year + 1)));
}

// The smallest x with x and `months` not before t.
DayNumber smallest_with(DayNumber t, int months) {
  DayNumber x = plus_months(t, -months);
  while (plus_months(x, months) < t) ++x;
  while (plus_months(x - 1, months) >= t) --x;
  return x;
}

// The largest x with x and `months` not after t.
DayNumber largest_with(DayNumber t, int months) {
  DayNumber x = plus_months(t, -months);
  while (plus_months(x, months) > t) --x;
  while (plus_months(x + 1, months) <= t) ++x;
  return x;
}

}  // namespace

DayNumber first(const Constraint& c, DayNumber x) {
  if (x <= kFirstDay) return kFirstDay;
  switch (c.kind) {
    case ConstraintKind::kDays:
      return clamp(std::int64_t{x} + c.lo);
    case ConstraintKind::kMonths:
      return clamp(std::int64_t{plus_months(x, c.m_lo)} + c.lo);
    default:
      return clamp(start_of(c.period, period_of(c.period, x) + c.lo));
  }
}

DayNumber last(const Constraint& c, DayNumber x) {
  if (x >= kLastDay) return kLastDay;
  switch (c.kind) {
    case ConstraintKind::kDays:
      return clamp(std::int64_t{x} + c.hi);
    case ConstraintKind::kMonths:
      return clamp(std::int64_t{plus_months(x, c.m_hi)} + c.hi);
    default:
      return clamp(start_of(c.period, period_of(c.period, x) + c.hi + 1) - 1);
  }
}

DayNumber earliest(const Constraint& c, DayNumber y) {
  if (y <= kFirstDay) return kFirstDay;
  switch (c.kind) {
    case ConstraintKind::kDays:
      return clamp(std::int64_t{y} - c.hi);
    case ConstraintKind::kMonths:
      return clamp(smallest_with(clamp(std::int64_t{y} - c.hi), c.m_hi));
    default:
      return clamp(start_of(c.period, period_of(c.period, y) - c.hi));
  }
}

DayNumber latest(const Constraint& c, DayNumber y) {
  if (y >= kLastDay) return kLastDay;
  switch (c.kind) {
    case ConstraintKind::kDays:
      return clamp(std::int64_t{y} - c.lo);
    case ConstraintKind::kMonths:
      return clamp(largest_with(clamp(std::int64_t{y} - c.lo), c.m_lo));
    default:
      return clamp(start_of(c.period, period_of(c.period, y) - c.lo + 1) - 1);
  }
}

bool holds(const Constraint& c, DayNumber x) {
  switch (c.kind) {
    case ConstraintKind::kWithin:
      return x >= c.lo && x <= c.hi;
    case ConstraintKind::kWeekday:
      return weekday_of(day_of_number(x)) == c.lo;
    case ConstraintKind::kMonth:
      return static_cast<std::int32_t>(date_of(day_of_number(x)).month) == c.lo;
    default:
      return static_cast<std::int32_t>(date_of(day_of_number(x)).day) == c.lo;
  }
}

bool holds(const Constraint& c, DayNumber x, DayNumber y) {
  return is_of_two_days(c) ? first(c, x) <= y && y <= last(c, x) : holds(c, x);
}

}  // namespace fabula::solver
