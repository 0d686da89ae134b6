#include "times/stretch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fabula::times {

using std::chrono::days;

Stretch day_stretch(Day day) { return {day, day, Grain::kDay, iso(day), iso(day)}; }

Stretch days_stretch(Day first, Day last) {
  const std::string both = iso(first) + "/" + iso(last);
  return {first, last, Grain::kDay, both, both};
}

Stretch week_stretch(Day in_it) {
  const Day monday = monday_of(in_it);
  const IsoWeek week = iso_week(in_it);
  return {monday, monday + days{6}, Grain::kWeek,
          fmt::format("{:04d}-W{:02d}", week.year, week.week),
          iso(monday) + "/" + iso(monday + days{6})};
}

Stretch weekend_stretch(Day in_week) {
  const Stretch week = week_stretch(in_week);
  const Day saturday = week.first + days{5};
  return {saturday, saturday + days{1}, Grain::kWeek, week.value + "-WE",
          iso(saturday) + "/" + iso(saturday + days{1})};
}

Stretch month_stretch(int year, int month) {
  const auto m = static_cast<unsigned>(month);
  const std::string value = fmt::format("{:04d}-{:02d}", year, month);
  return {first_of_month(year, m), last_of_month(year, m), Grain::kMonth, value, value};
}

Stretch quarter_stretch(int year, int quarter) {
  return {first_of_month(year, static_cast<unsigned>(quarter * 3 - 2)),
          last_of_month(year, static_cast<unsigned>(quarter * 3)), Grain::kQuarter,
          fmt::format("{:04d}-Q{}", year, quarter), fmt::format("{:04d}-{}", year, 32 + quarter)};
}

Stretch half_stretch(int year, int half) {
  return {first_of_month(year, half == 1 ? 1U : 7U), last_of_month(year, half == 1 ? 6U : 12U),
          Grain::kQuarter, fmt::format("{:04d}-H{}", year, half),
          fmt::format("{:04d}-{}", year, 39 + half)};
}

Stretch season_stretch(int year, int season, bool is_southern) {
  static constexpr const char* kNames[] = {"SP", "SU", "FA", "WI"};
  static constexpr unsigned kNorthern[] = {3, 6, 9, 12};
  static constexpr unsigned kSouthern[] = {9, 12, 3, 6};
  const unsigned month = (is_southern ? kSouthern : kNorthern)[season];
  const Day first = first_of_month(year, month);
  return {first, add_months(first, 3) - days{1}, Grain::kSeason,
          fmt::format("{:04d}-{}", year, kNames[season]),
          fmt::format("{:04d}-{}", year, 21 + season)};
}

Stretch year_stretch(int year) {
  const std::string value = fmt::format("{:04d}", year);
  return {first_of_month(year, 1), last_of_month(year, 12), Grain::kYear, value, value};
}

Stretch decade_stretch(int decade) {
  return {first_of_month(decade * 10, 1), last_of_month(decade * 10 + 9, 12), Grain::kDecade,
          fmt::format("{:03d}", decade), fmt::format("{:03d}X", decade)};
}

Stretch century_stretch(int century) {
  return {first_of_month(century * 100 - 99, 1), last_of_month(century * 100, 12), Grain::kCentury,
          fmt::format("{:02d}", century - 1), fmt::format("{:02d}XX", century - 1)};
}

namespace {

// How many units of the next finer grain a stretch has, and where the i-th begins.
int units_in(const Stretch& s) {
  switch (s.grain) {
    case Grain::kQuarter:
      return s.last - s.first > days{100} ? 6 : 3;
    case Grain::kSeason:
      return 3;
    case Grain::kYear:
      return 12;
    case Grain::kDecade:
      return 10;
    case Grain::kCentury:
      return 100;
    default:
      return static_cast<int>((s.last - s.first).count()) + 1;
  }
}

Day unit_begin(const Stretch& s, int i) {
  switch (s.grain) {
    case Grain::kQuarter:
    case Grain::kSeason:
    case Grain::kYear:
      return add_months(s.first, i);
    case Grain::kDecade:
    case Grain::kCentury:
      return add_months(s.first, 12 * i);
    default:
      return s.first + days{i};
  }
}

}  // namespace

Stretch third_of(const Stretch& whole, Mod mod) {
  const int n = units_in(whole);
  int from = 0;
  int to = n - 1;
  if (mod == Mod::kStart) to = (n + 2) / 3 - 1;
  if (mod == Mod::kMid) {
    from = n / 3;
    to = (2 * n + 2) / 3 - 1;
  }
  if (mod == Mod::kEnd) from = 2 * n / 3;
  if (n < 3 || (from == 0 && to == n - 1)) return whole;
  Stretch part = whole;
  part.first = unit_begin(whole, from);
  part.last = unit_begin(whole, to + 1) - days{1};
  part.edtf = iso(part.first) + "/" + iso(part.last);
  return part;
}

When when_of(const Stretch& stretch) {
  When when = when_between(stretch.first, stretch.last, stretch.grain);
  if (!stretch.edtf.empty()) when.edtf = stretch.edtf;
  return when;
}

}  // namespace fabula::times
