#include "solver/windows.hpp"

#include <algorithm>
#include <chrono>

namespace fabula::solver {
namespace {

DayNumber clamp(std::int64_t n) {
  return static_cast<DayNumber>(std::clamp<std::int64_t>(n, kFirstDay, kLastDay));
}

std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

// 1970-01-01 was a Thursday: weeks begin 3 days before a multiple of 7.
constexpr std::int32_t kMondayShift = 3;

// Days that any number of months takes out of the calendar, but not out of what can be counted.
DayNumber near_calendar(std::int64_t n) {
  constexpr std::int64_t kFar =
      8'000'000;  // years -19,934 and 23,873; 32,767 months are 2,731 years
  return static_cast<DayNumber>(std::clamp(n, -kFar, kFar));
}

// A day as months since the beginning of year 0, and the day of the month, 1 .. 31.
struct MonthDay {
  std::int32_t month = 0;
  std::int32_t day = 0;
};

MonthDay month_day_of(DayNumber n) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{n}}};
  return {12 * static_cast<int>(date.year()) + static_cast<int>(unsigned{date.month()}) - 1,
          static_cast<std::int32_t>(unsigned{date.day()})};
}

std::chrono::year_month of_index(std::int32_t month) {
  const std::int32_t year = floor_div(month, 12);
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month - 12 * year + 1)};
}

DayNumber start_of_month(std::int32_t month) {
  return static_cast<DayNumber>(
      std::chrono::sys_days{of_index(month) / 1}.time_since_epoch().count());
}

std::int32_t length_of_month(std::int32_t month) {
  const auto last = of_index(month) / std::chrono::last;
  return static_cast<std::int32_t>(unsigned{last.day()});
}

// The day of the month where the month has it, else the month's last.
DayNumber clipped(MonthDay d) {
  const std::int32_t day = d.day <= 28 ? d.day : std::min(d.day, length_of_month(d.month));
  return start_of_month(d.month) + day - 1;
}

DayNumber plus_months(DayNumber n, int months) {
  const MonthDay d = month_day_of(n);
  return clipped({d.month + months, d.day});
}

// The smallest x with x and `months` not before t. Where the month of x lacks t's day of the month,
// its last day comes too early: then the first of the next.
DayNumber smallest_with(std::int64_t t, int months) {
  const MonthDay d = month_day_of(near_calendar(t));
  const bool is_clipped = d.day > 28 && d.day > length_of_month(d.month - months);
  return clipped({d.month - months, d.day}) + (is_clipped ? 1 : 0);
}

// The largest x with x and `months` not after t. Where t is the last of its month, all later days
// of the month of x are clipped to it.
DayNumber largest_with(std::int64_t t, int months) {
  const MonthDay d = month_day_of(near_calendar(t));
  const bool is_last = d.day >= 28 && d.day == length_of_month(d.month);
  return clipped({d.month - months, is_last ? 31 : d.day});
}

std::int32_t weekday_of(DayNumber n) {
  return n + kMondayShift - 7 * floor_div(n + kMondayShift, 7) + 1;
}

std::int32_t n_months(Period period) {
  return period == Period::kMonth ? 1 : period == Period::kQuarter ? 3 : 12;
}

std::int64_t period_of(Period period, DayNumber n) {
  if (period == Period::kWeek) return floor_div(n + kMondayShift, 7);
  return floor_div(month_day_of(n).month, n_months(period));
}

std::int64_t start_of(Period period, std::int64_t index) {
  if (period == Period::kWeek) return 7 * index - kMondayShift;
  constexpr std::int32_t kLastMonth = 12 * 9999;
  const std::int64_t month = index * n_months(period);
  return start_of_month(static_cast<std::int32_t>(std::clamp<std::int64_t>(month, 0, kLastMonth)));
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
      return clamp(smallest_with(std::int64_t{y} - c.hi, c.m_hi));
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
      return clamp(largest_with(std::int64_t{y} - c.lo, c.m_lo));
    default:
      return clamp(start_of(c.period, period_of(c.period, y) - c.lo + 1) - 1);
  }
}

bool holds(const Constraint& c, DayNumber x) {
  switch (c.kind) {
    case ConstraintKind::kWithin:
      return x >= c.lo && x <= c.hi;
    case ConstraintKind::kWeekday:
      return weekday_of(x) == c.lo;
    case ConstraintKind::kMonth:
      return month_day_of(x).month % 12 + 1 == c.lo;
    default:
      return month_day_of(x).day == c.lo;
  }
}

DayNumber next_fitting(const Constraint& c, DayNumber x) {
  constexpr DayNumber kNone = kLastDay + 1;
  if (c.kind == ConstraintKind::kWeekday)
    return c.lo < 1 || c.lo > 7 ? kNone : x + (c.lo - weekday_of(x) + 7) % 7;
  const MonthDay d = month_day_of(x);
  if (c.kind == ConstraintKind::kMonth) {
    if (c.lo < 1 || c.lo > 12) return kNone;
    const std::int32_t ahead = (c.lo - 1 - d.month % 12 + 12) % 12;
    return ahead == 0 ? x : start_of_month(d.month + ahead);
  }
  if (c.lo < 1 || c.lo > 31) return kNone;
  std::int32_t month = d.month + (d.day > c.lo ? 1 : 0);
  while (length_of_month(month) < c.lo) ++month;
  return start_of_month(month) + c.lo - 1;
}

DayNumber previous_fitting(const Constraint& c, DayNumber x) {
  constexpr DayNumber kNone = kFirstDay - 1;
  if (c.kind == ConstraintKind::kWeekday)
    return c.lo < 1 || c.lo > 7 ? kNone : x - (weekday_of(x) - c.lo + 7) % 7;
  const MonthDay d = month_day_of(x);
  if (c.kind == ConstraintKind::kMonth) {
    if (c.lo < 1 || c.lo > 12) return kNone;
    const std::int32_t back = (d.month % 12 - (c.lo - 1) + 12) % 12;
    return back == 0 ? x : start_of_month(d.month - back + 1) - 1;
  }
  if (c.lo < 1 || c.lo > 31) return kNone;
  std::int32_t month = d.month - (d.day < c.lo ? 1 : 0);
  while (length_of_month(month) < c.lo) --month;
  return start_of_month(month) + c.lo - 1;
}

bool holds(const Constraint& c, DayNumber x, DayNumber y) {
  return is_of_two_days(c) ? first(c, x) <= y && y <= last(c, x) : holds(c, x);
}

}  // namespace fabula::solver
