#include "worlds/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fabula::worlds {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> kShortMonths{"Jan.",  "Feb.", "March", "April",
                                                        "May",   "June", "July",  "Aug.",
                                                        "Sept.", "Oct.", "Nov.",  "Dec."};
constexpr std::array<std::string_view, 10> kNumbers{"no",   "one", "two",   "three", "four",
                                                    "five", "six", "seven", "eight", "nine"};
constexpr std::array<std::string_view, 10> kOrdinals{
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"};
constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};

enum Observed : unsigned { kBoth, kInBritain, kInAmerica };
struct FixedFeast {
  unsigned month, day;
  Observed observed;
  std::string_view name;
};
constexpr FixedFeast kFixedFeasts[] = {
    {1, 1, kBoth, "New Year’s Day"},
    {2, 14, kBoth, "Valentine’s Day"},
    {10, 31, kBoth, "Halloween"},
    {11, 5, kInBritain, "Bonfire Night"},
    {12, 24, kBoth, "Christmas Eve"},
    {12, 25, kBoth, "Christmas Day"},
    {12, 26, kInBritain, "Boxing Day"},
    {12, 31, kBoth, "New Year’s Eve"},
    {7, 4, kInAmerica, "the Fourth of July"},
};
struct EasterFeast {
  int days_after;
  Observed observed;
  std::string_view name;
};
constexpr EasterFeast kEasterFeasts[] = {{-2, kBoth, "Good Friday"},
                                         {0, kBoth, "Easter Sunday"},
                                         {1, kInBritain, "Easter Monday"},
                                         {49, kInBritain, "Whit Sunday"}};

// Source: the anonymous Gregorian algorithm of 1876.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

bool is_kept(Observed observed, Locale locale) {
  return observed == kBoth || (observed == kInBritain) == (locale == Locale::kBritish);
}

}  // namespace

Date date_of(Day day) {
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

Day day_of(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

Day add_months(Day day, int n) {
  const std::chrono::year_month_day date{day};
  const auto month = date.year() / date.month() + std::chrono::months{n};
  const std::chrono::year_month_day_last last{month / std::chrono::last};
  return month / std::min(date.day(), last.day());
}

Day add(Day day, int n, Unit unit) {
  switch (unit) {
    case Unit::kDays:
      return day + days{n};
    case Unit::kWeeks:
      return day + days{7 * n};
    case Unit::kMonths:
      return add_months(day, n);
    case Unit::kYears:
      return add_years(day, n);
  }
  return day;
}

int months_between(Day from, Day to) {
  const Date a = date_of(from), b = date_of(to);
  const int n = 12 * (b.year - a.year) + static_cast<int>(b.month) - static_cast<int>(a.month);
  return add_months(from, n) <= to ? n : n - 1;
}

Day first_of_month(Day day) {
  const Date date = date_of(day);
  return day_of(date.year, date.month, 1);
}

Day last_of_month(Day day) { return add_months(first_of_month(day), 1) - days{1}; }

unsigned weekday_of(Day day) { return std::chrono::weekday{day}.iso_encoding() - 1; }
Day monday_of(Day day) { return day - days{weekday_of(day)}; }
std::string_view weekday_name(Day day) { return kWeekdays[weekday_of(day)]; }
std::string_view month_name(Day day) { return kMonths[date_of(day).month - 1]; }

std::optional<std::string_view> feast_of(Day day, Locale locale) {
  const Date date = date_of(day);
  for (const FixedFeast& feast : kFixedFeasts)
    if (feast.month == date.month && feast.day == date.day && is_kept(feast.observed, locale))
      return feast.name;
  for (const EasterFeast& feast : kEasterFeasts)
    if (day == easter(date.year) + days{feast.days_after} && is_kept(feast.observed, locale))
      return feast.name;
  if (locale == Locale::kAmerican && date.month == 11 && weekday_of(day) == 3 &&
      (date.day - 1) / 7 == 3)
    return "Thanksgiving";
  return std::nullopt;
}

std::string number_words(int n) {
  if (n < 10) return std::string(kNumbers[static_cast<std::size_t>(n)]);
  if (n < 1000) return std::to_string(n);
  return fmt::format("{},{:03}", n / 1000, n % 1000);
}

std::string ordinal_words(int n) {
  if (n < 10) return std::string(kOrdinals[static_cast<std::size_t>(n)]);
  const int last = n % 100 / 10 == 1 ? 0 : n % 10;
  return fmt::format("{}{}", n, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string span_words(int n, Unit unit) {
  const std::string_view name = kUnits[static_cast<std::size_t>(unit)];
  return n == 1 ? fmt::format("a {}", name) : fmt::format("{} {}s", number_words(n), name);
}

std::string day_and_month(Day day, Locale locale, bool is_short) {
  const Date date = date_of(day);
  if (locale == Locale::kBritish) return fmt::format("{} {}", date.day, month_name(day));
  return fmt::format("{} {}", is_short ? kShortMonths[date.month - 1] : month_name(day), date.day);
}

std::string full_date(Day day, Locale locale, bool is_short) {
  return fmt::format("{}{}{}", day_and_month(day, locale, is_short),
                     locale == Locale::kAmerican ? ", " : " ", date_of(day).year);
}

std::string iso_date(Day day) {
  const Date date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace fabula::worlds
