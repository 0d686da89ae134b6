#include "base/calendar.hpp"

#include <gtest/gtest.h>

#include "times/feasts.hpp"
#include "times/stretch.hpp"

namespace fabula::times {
namespace {

using std::chrono::days;

Day day(int y, int m, int d) { return *day_of(y, m, d); }

TEST(Calendar, ClipsMonths) {
  EXPECT_EQ(iso(add_months(day(2024, 3, 31), -1)), "2024-02-29");
  EXPECT_EQ(iso(add_months(day(2023, 3, 31), -1)), "2023-02-28");
  EXPECT_EQ(iso(add_months(day(2024, 1, 15), -13)), "2022-12-15");
  EXPECT_EQ(iso(add_months(day(2024, 2, 29), 12)), "2025-02-28");
}

TEST(Calendar, HasWeek53) {
  EXPECT_EQ(week_stretch(day(2020, 12, 30)).value, "2020-W53");
  EXPECT_EQ(week_stretch(day(2021, 1, 3)).value, "2020-W53");
  EXPECT_EQ(week_stretch(day(2021, 1, 4)).value, "2021-W01");
}

// The week that a day is in, by the definition: week 1 is the one with the year's first Thursday.
TEST(Calendar, WeeksFollowTheDefinition) {
  for (Day d = day(1900, 1, 1); d < day(2101, 1, 1); d += days{1}) {
    const IsoWeek week = iso_week(d);
    Day first_thursday = first_of_month(week.year, 1);
    while (weekday_of(first_thursday) != 4) first_thursday += days{1};
    ASSERT_EQ(monday_of(first_thursday) + days{7 * (week.week - 1)}, monday_of(d)) << iso(d);
  }
}

// The first Sunday after the church's full moon: Gauss's rule with Lichtenberg's correction, which
// shares no line with the computus in calendar.cpp.
Day easter_by_gauss(int y) {
  const int k = y / 100;
  const int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
  const int s = 2 - (3 * k + 3) / 4;
  const int a = y % 19;
  const int d = (19 * a + m) % 30;
  const int r = (d + a / 11) / 29;
  const int og = 21 + d - r;
  const int sz = 7 - (y + y / 4 + s) % 7;
  const int oe = 7 - (og - sz) % 7;
  return first_of_month(y, 3) + days{og + oe - 1};
}

TEST(Calendar, EasterByTwoRules) {
  for (int y = 1900; y <= 2100; ++y) ASSERT_EQ(western_easter(y), easter_by_gauss(y)) << y;
  EXPECT_EQ(iso(western_easter(2024)), "2024-03-31");
}

TEST(Calendar, OrthodoxEasterIsASundayAndNotBeforeTheWestern) {
  for (int y = 1900; y <= 2100; ++y) {
    EXPECT_EQ(weekday_of(orthodox_easter(y)), 7) << y;
    EXPECT_GE(orthodox_easter(y), western_easter(y)) << y;
  }
  EXPECT_EQ(iso(orthodox_easter(2024)), "2024-05-05");
  EXPECT_EQ(iso(orthodox_easter(2017)), iso(western_easter(2017)));
}

TEST(Feasts, HaveDaysInEveryYear) {
  for (std::size_t feast = 0; feast < n_feasts(); ++feast)
    for (int y = 1900; y <= 2100; ++y) {
      const auto readings = feast_days(static_cast<std::int32_t>(feast), y);
      ASSERT_FALSE(readings.empty()) << feast_name(static_cast<std::int32_t>(feast)) << y;
      for (const FeastDays& reading : readings) {
        EXPECT_LE(reading.first, reading.last);
        EXPECT_EQ(date_of(reading.first).year, y) << feast_name(static_cast<std::int32_t>(feast));
      }
    }
}

TEST(Feasts, UnknownYearsHaveNone) {
  EXPECT_TRUE(feast_days(0, 1599).empty());
  EXPECT_TRUE(feast_days(0, 2200).empty());
}

TEST(Stretch, ThirdsAreWidenedOutwards) {
  const Stretch decade = third_of(decade_stretch(199), Mod::kStart);
  EXPECT_EQ(iso(decade.first), "1990-01-01");
  EXPECT_EQ(iso(decade.last), "1993-12-31");
  const Stretch century = third_of(century_stretch(19), Mod::kEnd);
  EXPECT_EQ(iso(century.first), "1867-01-01");
  EXPECT_EQ(iso(century.last), "1900-12-31");
  const Stretch april = third_of(month_stretch(2024, 4), Mod::kMid);
  EXPECT_EQ(iso(april.first), "2024-04-11");
  EXPECT_EQ(iso(april.last), "2024-04-20");
  EXPECT_EQ(third_of(day_stretch(day(2024, 4, 1)), Mod::kStart), day_stretch(day(2024, 4, 1)));
}

}  // namespace
}  // namespace fabula::times
