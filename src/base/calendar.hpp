// The calendar, as arithmetic: weeks, clipped months, Easter.
//
// Proleptic Gregorian, weeks as ISO 8601 has them (they begin on Monday; week 1 holds 4 January).
// Pure; cost O(1) each.
#pragma once

#include <chrono>
#include <optional>

namespace fabula {

using Day = std::chrono::sys_days;

struct Date {
  int year = 0;
  unsigned month = 0;  // 1..12
  unsigned day = 0;    // 1..31
  friend bool operator==(const Date&, const Date&) = default;
};

[[nodiscard]] Date date_of(Day day);
// Nothing when the calendar has no such day.
[[nodiscard]] std::optional<Day> day_of(int year, int month, int day);
[[nodiscard]] Day first_of_month(int year, unsigned month);
[[nodiscard]] Day last_of_month(int year, unsigned month);
// 31 March less one month is 29 or 28 February.
[[nodiscard]] Day add_months(Day day, int n_months);

// 1 Monday .. 7 Sunday.
[[nodiscard]] int weekday_of(Day day);
[[nodiscard]] Day monday_of(Day day);

struct IsoWeek {
  int year = 0;
  int week = 0;  // 1..53
};
[[nodiscard]] IsoWeek iso_week(Day day);

// The n-th (1..5) such weekday of the month, or the last (n = -1); nothing when there is none.
[[nodiscard]] std::optional<Day> nth_weekday(int year, unsigned month, int weekday, int n);

// Easter Sunday by the Western rule, and by the Julian one as a Gregorian day. 1600..2199.
[[nodiscard]] Day western_easter(int year);
[[nodiscard]] Day orthodox_easter(int year);
// The first day of a month of the tabular Islamic calendar; the observed one is within a day.
[[nodiscard]] Day islamic_month(int islamic_year, int month);

}  // namespace fabula
