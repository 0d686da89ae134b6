#include "base/calendar.hpp"

namespace fabula {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

Date date_of(Day day) {
  const year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

std::optional<Day> day_of(int y, int m, int d) {
  if (m < 1 || m > 12 || d < 1 || d > 31 || y < 1 || y > 9999) return std::nullopt;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                            std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

Day first_of_month(int y, unsigned m) {
  return Day{year_month_day{year{y}, month{m}, std::chrono::day{1}}};
}

Day last_of_month(int y, unsigned m) { return Day{year{y} / month{m} / last}; }

Day add_months(Day day, int n_months) {
  const Date date = date_of(day);
  const int n = date.year * 12 + static_cast<int>(date.month) - 1 + n_months;
  const int y = n >= 0 ? n / 12 : (n - 11) / 12;
  const auto m = static_cast<unsigned>(n - y * 12 + 1);
  const Day final = last_of_month(y, m);
  const Day same = first_of_month(y, m) + days{static_cast<int>(date.day) - 1};
  return same < final ? same : final;
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

Day monday_of(Day day) { return day - days{weekday_of(day) - 1}; }

IsoWeek iso_week(Day day) {
  const Day thursday = monday_of(day) + days{3};
  const int y = date_of(thursday).year;
  return {y, static_cast<int>((thursday - first_of_month(y, 1)).count()) / 7 + 1};
}

std::optional<Day> nth_weekday(int y, unsigned m, int weekday, int n) {
  if (n == -1) {
    const Day final = last_of_month(y, m);
    return final - days{(weekday_of(final) - weekday + 7) % 7};
  }
  const Day first = first_of_month(y, m);
  const Day day = first + days{(weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1)};
  if (n < 1 || day > last_of_month(y, m)) return std::nullopt;
  return day;
}

// Source: the "anonymous Gregorian computus" (Nature, 1876; Meeus, Astronomical Algorithms, 8).
Day western_easter(int y) {
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return first_of_month(y, static_cast<unsigned>(f / 31)) + days{f % 31};
}

// Source: Meeus, chapter 8, Julian calendar; moved by the days the Julian calendar is behind.
Day orthodox_easter(int y) {
  const int d = (19 * (y % 19) + 15) % 30;
  const int e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
  const int f = d + e + 114;
  const int behind = y / 100 - y / 400 - 2;
  return first_of_month(y, static_cast<unsigned>(f / 31)) + days{f % 31 + behind};
}

// Source: the arithmetic calendar of 30-year cycles (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24,
// 26, 29), civil epoch 16 July 622 Julian = 19 July 622 Gregorian.
Day islamic_month(int islamic_year, int m) {
  const Day epoch = first_of_month(622, 7) + days{18};
  const int n = (islamic_year - 1) * 354 + (3 + 11 * islamic_year) / 30 + 29 * (m - 1) + m / 2;
  return epoch + days{n};
}

}  // namespace fabula
