#include "render/time_scale.hpp"

#include <gtest/gtest.h>

namespace fabula::render {
namespace {

Day day(std::string_view iso_day) { return *parse_iso_day(iso_day); }

TEST(TimeScale, NothingKnownIsNoScale) {
  const TimeScale none({});
  EXPECT_TRUE(none.empty());
  EXPECT_TRUE(none.ticks().empty());
  const std::vector<When> unknown(3);
  EXPECT_TRUE(TimeScale(unknown).empty());
}

TEST(TimeScale, OneDayFillsIt) {
  const std::vector<When> whens = {when_day(day("2024-03-11"))};
  const TimeScale scale(whens);
  EXPECT_EQ(scale.begin_of(day("2024-03-11")), 16);
  EXPECT_EQ(scale.end_of(day("2024-03-11")), 984);
  EXPECT_EQ(scale.ticks(), (std::vector<TimeScale::Tick>{{16, "11 Mar 2024"}}));
}

TEST(TimeScale, RoomIsLeftAtAnOpenEnd) {
  const Day only = day("2024-03-11");
  const std::vector<When> by = {when_between(std::nullopt, only, Grain::kDay)};
  EXPECT_EQ(TimeScale(by).begin_of(only), 70);
  EXPECT_EQ(TimeScale(by).end_of(only), 984);
  const std::vector<When> from = {when_between(only, std::nullopt, Grain::kDay)};
  EXPECT_EQ(TimeScale(from).begin_of(only), 16);
  EXPECT_EQ(TimeScale(from).end_of(only), 930);
}

TEST(TimeScale, ABusyWeekKeepsItsRoomBesideEmptyYears) {
  std::vector<When> whens = {when_day(day("1998-06-01"))};
  for (int d = 3; d <= 9; ++d) whens.push_back(when_day(day("2025-03-0" + std::to_string(d))));
  const TimeScale scale(whens);
  // 27 years: 2 + 14 units; eight days: 3 units each.
  EXPECT_EQ(scale.begin_of(day("2025-03-03")) - scale.end_of(day("1998-06-01")), 968 * 16 / 40);
  EXPECT_GE(scale.end_of(day("2025-03-09")) - scale.begin_of(day("2025-03-03")), 968 * 21 / 40);
}

TEST(TimeScale, LaterIsNeverFurtherLeft) {
  const std::vector<When> whens = {when_year(1968), when_month(2023, 5),
                                   when_day(day("2025-03-03")),
                                   when_between(day("2025-03-05"), day("2025-07-08"), Grain::kDay),
                                   when_between(std::nullopt, day("2025-07-08"), Grain::kDay)};
  const TimeScale scale(whens);
  int last = 0;
  for (Day d = day("1960-01-01"); d < day("2030-01-01"); d += std::chrono::days{1}) {
    EXPECT_LE(last, scale.begin_of(d)) << iso(d);
    EXPECT_LE(scale.begin_of(d), scale.end_of(d));
    last = scale.begin_of(d);
  }
  EXPECT_LE(last, 1000);
}

TEST(TimeScale, TicksStandApartAndTellTheirPlace) {
  std::vector<When> whens;
  for (int year = 1850; year < 2030; ++year) whens.push_back(when_year(year));
  const TimeScale scale(whens);
  const std::vector<TimeScale::Tick> ticks = scale.ticks();
  ASSERT_GT(ticks.size(), 2U);
  EXPECT_EQ(ticks[0].text, "1850");
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    EXPECT_EQ(ticks[i].at, scale.begin_of(day(ticks[i].text + "-01-01")));
    if (i > 0) {
      EXPECT_GE(ticks[i].at - ticks[i - 1].at, 22 * 5);
    }
  }
}

TEST(TimeScale, TheSameForAnyOrderOfTheStretches) {
  std::vector<When> whens = {when_month(2023, 5), when_day(day("2025-03-03")), when_year(1968)};
  const TimeScale one(whens);
  std::swap(whens.front(), whens.back());
  const TimeScale other(whens);
  EXPECT_EQ(one.begin_of(day("2023-05-01")), other.begin_of(day("2023-05-01")));
  EXPECT_EQ(one.ticks(), other.ticks());
}

}  // namespace
}  // namespace fabula::render
