#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "base/calendar.hpp"
#include "times/test_article.hpp"
#include "times/times.hpp"

namespace fabula::times {
namespace {

std::string name_of(Var x) {
  return x == TimeRelation::kTold ? "told" : x == TimeRelation::kMeant ? "meant" : "base";
}

std::string text_of(const DayConstraint& c) {
  switch (c.kind) {
    case ConstraintKind::kDays:
      return fmt::format("{}+{}..{}={}", name_of(c.x), c.lo, c.hi, name_of(c.y));
    case ConstraintKind::kMonths:
      return c.m_lo == c.m_hi && c.lo == -c.hi
                 ? fmt::format("{}+{}m±{}={}", name_of(c.x), c.m_lo, c.hi, name_of(c.y))
                 : fmt::format("{}+{}m{:+}..{}m{:+}={}", name_of(c.x), c.m_lo, c.lo, c.m_hi, c.hi,
                               name_of(c.y));
    case ConstraintKind::kPeriod:
      return fmt::format("{}+{}..{}{}={}", name_of(c.x), c.lo, c.hi,
                         "wmqy"[static_cast<std::size_t>(c.period)], name_of(c.y));
    case ConstraintKind::kWithin:
      return fmt::format("{}..{}", iso(Day{std::chrono::days{c.lo}}),
                         iso(Day{std::chrono::days{c.hi}}));
    case ConstraintKind::kWeekday:
      return fmt::format("weekday {}", c.lo);
    case ConstraintKind::kMonth:
      return fmt::format("month {}", c.lo);
    default:
      return fmt::format("day {}", c.lo);
  }
}

// Of the last time expression: constraints joined by ", ", readings by " | ".
std::string relation(std::string_view text) {
  const Article article = test_article(text, "");
  const auto all = find_relations(article, {}, {}, find_times(article, {}, {}));
  if (all.empty()) return "none";
  std::string out;
  for (const auto& reading : all.back().readings) {
    if (!out.empty()) out += " | ";
    for (std::size_t i = 0; i < reading.size(); ++i)
      out += (i == 0 ? "" : ", ") + text_of(reading[i]);
  }
  return out;
}

TEST(Relation, OfDays) {
  EXPECT_EQ(relation("The ferry sank yesterday."), "told+-1..-1=meant");
  EXPECT_EQ(relation("She has surgery tomorrow."), "told+1..1=meant");
  EXPECT_EQ(relation("The ferry sank on Monday."), "weekday 1, told+-6..0=meant");
  EXPECT_EQ(relation("The ferry will sail on Monday."), "weekday 1, told+1..7=meant");
  EXPECT_EQ(relation("Ferry: Monday"), "weekday 1, told+-6..0=meant | weekday 1, told+1..7=meant");
  EXPECT_EQ(relation("The inquest opens on Monday week."), "weekday 1, told+7..14=meant");
  EXPECT_EQ(relation("The tower fell exactly a year ago."), "told+-12m±0=meant");
  EXPECT_EQ(relation("The tower fell two years ago today."), "told+-24m±0=meant");
  EXPECT_EQ(relation("The tower fell two weeks ago."), "told+-17..-11=meant");
}

TEST(Relation, OfLongerStretches) {
  EXPECT_EQ(relation("It was founded in October last year."), "month 10, told+-1..-1y=meant");
  EXPECT_EQ(relation("Sales fell last month."), "told+-1..-1m=meant");
  EXPECT_EQ(relation("Sales fell this week."), "told+0..0w=meant");
  EXPECT_EQ(relation("Sales fell last weekend."),
            "weekday 6, told+-1..-1w=meant | weekday 7, told+-1..-1w=meant");
  EXPECT_EQ(relation("In October, the court threw out the appeal."),
            "month 10, told+-12..0m=meant, meant+0..3651693=told");
  EXPECT_EQ(relation("She wrote to them on 3 May."), "month 5, day 3, told+-12m+1..0m+0=meant");
  EXPECT_EQ(relation("She will write to them on 3 May."), "month 5, day 3, told+0m+0..12m-1=meant");
  EXPECT_EQ(relation("It opened on 3 May 2019."), "2019-05-03..2019-05-03");
  EXPECT_EQ(relation("It opened in 2019."), "2019-01-01..2019-12-31");
}

TEST(Relation, OfFeasts) {
  EXPECT_EQ(relation("The mill burned down on Christmas Day."),
            "month 12, day 25, told+-12m+1..0m+0=meant");
  EXPECT_EQ(relation("The mill will open on Good Friday."), "weekday 5, told+0m+0..12m+35=meant");
  EXPECT_EQ(relation("The fast began in Ramadan."), "");
}

TEST(Relation, FromWhatWasToldBefore) {
  EXPECT_EQ(relation("On 3 May he flew to Oslo. Two weeks later his car was found."),
            "base+11..17=meant");
  EXPECT_EQ(relation("It lasted two weeks."), "");
}

}  // namespace
}  // namespace fabula::times
