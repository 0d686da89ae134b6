// The calendar and number words of invented news.
//
// Made with std::chrono alone, and not with src/times, which is what the worlds are to measure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::worlds {

using Day = std::chrono::sys_days;
using std::chrono::days;

enum class Locale : std::uint8_t { kBritish, kAmerican };
enum class Unit : std::uint8_t { kDays, kWeeks, kMonths, kYears };

struct Date {
  int year = 0;
  unsigned month = 0;  // 1..12
  unsigned day = 0;    // 1..31
};
[[nodiscard]] Date date_of(Day day);
[[nodiscard]] Day day_of(int year, unsigned month, unsigned day);
[[nodiscard]] constexpr int days_between(Day from, Day to) {
  return static_cast<int>((to - from).count());
}

// The same day of another month or year; 31 August plus a month is 30 September.
[[nodiscard]] Day add_months(Day day, int n);
[[nodiscard]] inline Day add_years(Day day, int n) { return add_months(day, 12 * n); }
[[nodiscard]] Day add(Day day, int n, Unit unit);
// Whole months from one day to a later one: the greatest n with add_months(from, n) <= to.
[[nodiscard]] int months_between(Day from, Day to);
[[nodiscard]] inline int age_on(Day born, Day day) { return months_between(born, day) / 12; }
[[nodiscard]] Day first_of_month(Day day);
[[nodiscard]] Day last_of_month(Day day);
[[nodiscard]] inline Day first_of_year(int year) { return day_of(year, 1, 1); }
[[nodiscard]] inline Day last_of_year(int year) { return day_of(year, 12, 31); }

// 0 Monday .. 6 Sunday.
[[nodiscard]] unsigned weekday_of(Day day);
[[nodiscard]] Day monday_of(Day day);
[[nodiscard]] std::string_view weekday_name(Day day);
[[nodiscard]] std::string_view month_name(Day day);
// The feast of that day as the country's news call it, if there is one. 1600..2199.
[[nodiscard]] std::optional<std::string_view> feast_of(Day day, Locale locale);

// "five", "12", "1,200".
[[nodiscard]] std::string number_words(int n);
// "fifth", "12th"; requires n > 0.
[[nodiscard]] std::string ordinal_words(int n);
// "a week", "five years"; requires n > 0.
[[nodiscard]] std::string span_words(int n, Unit unit);
// 4 September and September 4; `is_short`: the American Sept. 4.
[[nodiscard]] std::string day_and_month(Day day, Locale locale, bool is_short);
[[nodiscard]] std::string full_date(Day day, Locale locale, bool is_short);
// 2017-09-04
[[nodiscard]] std::string iso_date(Day day);

}  // namespace fabula::worlds
