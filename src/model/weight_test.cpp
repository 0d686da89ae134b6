#include "model/weight.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/short_edition.hpp"

namespace fabula {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day may(unsigned day) {
  using namespace std::chrono;
  return sys_days{year{2023} / month{5} / std::chrono::day{day}};
}

// Articles, each by its day of publication, and lines by the articles that tell them.
class Made {
 public:
  explicit Made(const std::vector<When>& published) {
    for (const When& when : published) pile.articles.emplace_back().article.published.when = when;
  }
  explicit Made(const std::vector<Day>& published)
      : Made([&] {
          std::vector<When> whens;
          for (const Day day : published) whens.push_back(when_day(day));
          return whens;
        }()) {}

  void line(const When& when, const std::vector<std::uint32_t>& articles) {
    Event& event = pile.events.emplace_back();
    event.when = when;
    event.line = {articles.front(), {}};
    for (const std::uint32_t article : articles) event.tellings.push_back({article, {}});
  }

  [[nodiscard]] std::vector<std::uint32_t> weights() const { return weigh_events(pile); }

  [[nodiscard]] std::vector<std::uint32_t> short_of(std::size_t most) const {
    std::vector<std::uint32_t> lines;
    for (std::uint32_t i = 0; i < pile.events.size(); ++i) lines.push_back(i);
    return short_edition(pile, weights(), lines, most);
  }

  Pile pile;
};

TEST(Weight, IsAPointForEachArticleThatLooksBack) {
  Made made(std::vector{may(3), may(4), may(9)});
  made.line(when_day(may(3)), {0, 1, 2});
  // 2 look back; one tells it, two appeared then: 1 + 1/2 + 1/3; less a half. Two of three are
  // later.
  EXPECT_THAT(made.weights(), ElementsAre((2000 + 1833 - 500) * (3 + 2 * 2) / 3));
}

TEST(Weight, TellingsOfTheDayCountLessAndLess) {
  Made made(std::vector{may(4), may(4), may(4)});
  made.line(when_day(may(3)), {0, 1, 2});
  made.line(when_day(may(4)), {0, 1, 2});
  const auto weights = made.weights();
  EXPECT_EQ(weights[0], (3000 + 1833 - 500) * 3);
  EXPECT_EQ(weights[1], 1000 + 500 + 333 + 250 + 200 + 166 - 500);
}

TEST(Weight, CopiesCountOnce) {
  Made made(std::vector{may(3), may(4), may(4)});
  made.line(when_day(may(3)), {0, 1, 2});
  EXPECT_EQ(made.weights()[0], (2000 + 2083 - 500) * 7 / 3);
  made.pile.copies.push_back({"c", {1, 2}});
  EXPECT_EQ(made.weights()[0], (1000 + 1833 - 500) * 7 / 3);
  // The first copy appeared on the day: the other one does not look back.
  made.pile.copies.front().articles = {0, 1};
  EXPECT_EQ(made.weights()[0], (1000 + 2083 - 500) * 7 / 3);
}

TEST(Weight, IsLessForLongStretches) {
  Made made(std::vector{may(29)});
  made.line(when_day(may(3)), {0});
  made.line(when_between(may(3), may(9), Grain::kWeek), {0});
  made.line(when_month(2023, 4), {0});
  made.line(when_between(may(29) - std::chrono::days{365}, may(28), Grain::kYear), {0});
  made.line({}, {0});
  EXPECT_THAT(made.weights(), ElementsAre(1500, 1200, 1000, 750, 250));
}

TEST(Weight, OneLineStandsForItsDay) {
  Made made(std::vector{may(9), may(9), may(9)});
  made.line(when_day(may(3)), {2});
  made.line(when_day(may(3)), {0, 1});
  made.line(when_day(may(4)), {2});
  EXPECT_THAT(made.weights(), ElementsAre(1500, 7500, 1500));
}

TEST(Weight, AWindowLooksBackOnlyWhenAllOfItIsLater) {
  Made made({when_day(may(3)), when_between(may(2), may(20), Grain::kDay),
             when_between(may(4), may(20), Grain::kDay)});
  made.line(when_day(may(3)), {1});
  made.line(when_day(may(3)), {2});
  made.pile.events[1].when = when_day(may(2));
  // One tells the first line and one appeared then; one looks back on the second.
  EXPECT_THAT(made.weights(), ElementsAre((1500 - 500) * 5 / 3, (2000 - 500) * 7 / 3));
}

TEST(Weight, OfNothing) {
  EXPECT_THAT(weigh_events({}), IsEmpty());
  Made made(std::vector<When>(1));
  made.line({}, {0});
  EXPECT_THAT(made.weights(), ElementsAre(250));
}

TEST(ShortEdition, TakesTheHeaviestInTheirOrder) {
  Made made(std::vector{may(20), may(20), may(20)});
  made.line(when_day(may(1)), {0});
  made.line(when_day(may(2)), {0, 1, 2});
  made.line(when_day(may(3)), {0});
  made.line(when_day(may(4)), {0, 1});
  EXPECT_THAT(made.short_of(2), ElementsAre(1, 3));
  EXPECT_THAT(made.short_of(3), ElementsAre(0, 1, 3));  // of equal ones the first
  EXPECT_THAT(made.short_of(9), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(ranks_of(made.weights()), ElementsAre(3, 1, 4, 2));
}

TEST(ShortEdition, TakesTwoLinesOfOneDay) {
  Made made(std::vector{may(20), may(20), may(20)});
  made.line(when_day(may(1)), {0});
  for (int i = 0; i < 3; ++i) made.line(when_day(may(2)), {0, 1, 2});
  made.line(when_day(may(3)), {0});
  EXPECT_THAT(made.short_of(3), ElementsAre(0, 1, 2));
  EXPECT_THAT(made.short_of(4), ElementsAre(0, 1, 2, 4));
}

TEST(ShortEdition, FillsWithMoreLinesOfOneDay) {
  Made made(std::vector{may(20)});
  for (int i = 0; i < 5; ++i) made.line(when_day(may(2)), {0});
  EXPECT_THAT(made.short_of(3), ElementsAre(0, 1, 2));
}

TEST(ShortEdition, LooksAtTheLinesGiven) {
  Made made(std::vector{may(20), may(20)});
  made.line(when_day(may(1)), {0, 1});
  made.line(when_day(may(2)), {0});
  made.line(when_day(may(3)), {0, 1});
  const std::vector<std::uint32_t> lines = {1, 2};
  EXPECT_THAT(short_edition(made.pile, made.weights(), lines, 1), ElementsAre(2));
}

}  // namespace
}  // namespace fabula
