#include "reconcile/disagreements.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/one_story_test.hpp"

namespace fabula::reconcile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kPolice =
    "Eleven people died when the Harrow footbridge in Tarnside fell on Monday, police said.";
constexpr std::string_view kMayor =
    "Sixteen people died when the Harrow footbridge in Tarnside fell on Monday, the mayor said.";

TEST(Disagreements, TwoSourcesOfOneDay) {
  PileOfOneStory pile;
  pile.add("2024-05-14", kPolice).add("2024-05-14", kMayor);
  EXPECT_THAT(pile.lines(), ElementsAre("dead: 11x1 16x1"));
  const Disagreement record = pile.records().front();
  EXPECT_EQ(record.kind, "count");
  EXPECT_EQ(record.rule, "disagree.count");
  ASSERT_TRUE(record.values[0].tellings[0].said_by);
  EXPECT_EQ(record.evidence.size() % 2, 0U);
}

TEST(Disagreements, ACopyIsNoOtherOrigin) {
  PileOfOneStory pile;
  pile.add("2024-05-14", kPolice).add("2024-05-14", kMayor).add("2024-05-14", kMayor);
  pile.pile_.copies = {{"c1", {1, 2}}};
  EXPECT_THAT(pile.lines(), ElementsAre("dead: 11x1 16x1"));
  pile.pile_.copies.clear();
  EXPECT_THAT(pile.lines(), ElementsAre("dead: 16x2 11x1"));
}

TEST(Disagreements, WhatGrowsMayGrow) {
  PileOfOneStory pile;
  pile.add("2024-05-14", kPolice).add("2024-05-16", kMayor);
  EXPECT_THAT(pile.lines(), IsEmpty());
  PileOfOneStory falling;
  falling.add("2024-05-16", kPolice).add("2024-05-14", kMayor);
  EXPECT_THAT(falling.lines(), IsEmpty());  // it may have been put right in between
  PileOfOneStory by_one;
  by_one.add("2024-05-14", "Eleven people died when the Harrow footbridge in Tarnside fell.")
      .add("2024-05-14", "Sixteen people died when the Harrow footbridge in Tarnside fell.");
  EXPECT_THAT(by_one.lines(), IsEmpty());
}

TEST(Disagreements, WhatIsSettledDoesNotGrow) {
  PileOfOneStory pile;
  pile.add("2025-05-13",
           "Eleven people died when the Harrow footbridge in Tarnside fell on 13 May 2024.")
      .add("2025-06-02",
           "Sixteen people died when the Harrow footbridge in Tarnside fell on 13 May 2024.");
  EXPECT_THAT(pile.lines(), ElementsAre("dead: 11x1 16x1"));
}

TEST(Disagreements, ACorrectionIsNone) {
  PileOfOneStory pile;
  pile.add("2024-05-14", kMayor)
      .add("2024-05-16", "The death toll of the Harrow footbridge in Tarnside was revised to 13.");
  EXPECT_THAT(pile.lines(), IsEmpty());
}

TEST(Disagreements, AnotherPlaceDayOrScopeIsAnotherThing) {
  for (const std::string_view other :
       {"Sixteen people died when the Harrow footbridge in Castlebrook fell on Monday, a guard "
        "said.",
        "Sixteen children died when the Harrow footbridge in Tarnside fell on Monday, the mayor "
        "said.",
        "Sixteen people were killed or injured when the Harrow footbridge in Tarnside fell on "
        "Monday, the mayor said."}) {
    PileOfOneStory pile;
    pile.add("2024-05-14",
             "Eleven people died when the Harrow footbridge in Tarnside fell on Monday, police "
             "said.")
        .add("2024-05-14", other);
    EXPECT_THAT(pile.lines(), IsEmpty()) << other;
  }
}

TEST(Disagreements, BoundsAndRoundedNumbersFit) {
  PileOfOneStory pile;
  pile.add("2024-05-13", "About 2,600 people marched through Castlebrook for the weir on Sunday.")
      .add("2024-05-13", "For the weir 2,578 people marched through Castlebrook on Sunday.")
      .add("2024-05-13",
           "More than 2,400 people marched through Castlebrook for the weir on Sunday.");
  EXPECT_THAT(pile.lines(), IsEmpty());
}

TEST(Disagreements, OneArticleWithTwoSources) {
  PileOfOneStory pile;
  pile.add("2024-05-13",
           "Police said 800 people marched through Vale on Sunday. Organisers put the number at "
           "2,600.");
  EXPECT_THAT(pile.lines(), ElementsAre("marchers: 800x1 2600x1"));
  PileOfOneStory one_source;
  one_source.add("2024-05-13", "800 people marched through Vale. 2,600 people marched.");
  EXPECT_THAT(one_source.lines(), IsEmpty());
}

TEST(Disagreements, TheMissingAreComparedOnOneDayOnly) {
  PileOfOneStory pile;
  pile.add("2024-05-14",
           "Eleven people were missing when the Harrow footbridge in Tarnside fell on Monday, "
           "police said.")
      .add("2024-05-15",
           "Sixteen people were missing when the Harrow footbridge in Tarnside fell on Monday, "
           "the mayor said.");
  EXPECT_THAT(pile.lines(), IsEmpty());
}

TEST(Disagreements, AnIdIsOfTheWords) {
  PileOfOneStory pile;
  pile.add("2024-05-14", kPolice).add("2024-05-14", kMayor);
  EXPECT_EQ(pile.records()[0].id, pile.records()[0].id);
  EXPECT_EQ(pile.records()[0].id.size(), 17U);
  EXPECT_EQ(pile.records()[0].id[0], 'd');
}

TEST(Disagreements, DaysOfADeed) {
  const auto lines = [](std::string_view day, std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-20", "Police arrested the builder Bo Marlow on 13 May.").add(day, other);
    return pile.lines();
  };
  const auto two_days = ElementsAre("arrest: Bo Marlow: 2024-05-13x1 2024-05-11x1");
  EXPECT_THAT(lines("2024-05-16", "Bo Marlow, 52, was taken into custody on Saturday."), two_days);
  EXPECT_THAT(lines("2024-08-16", "The arrest of Bo Marlow came on 11 May 2024."), two_days);
  for (const std::string_view other :
       {"Bo Marlow was arrested on Monday, 13 May.", "Bo Marlow was charged on 11 May.",
        "Bo Marlow was not arrested on 11 May.", "Bo Marlow was arrested on 3 April.",
        "Bo Marlow's brother was arrested on 11 May.", "Bo Marlow will be arrested on 11 May.",
        "The banker Ina Lowe was arrested on 11 May.", "Bo Marlow was arrested five days ago.",
        "On 11 May, a week after Bo Marlow was arrested, the weir broke."})
    EXPECT_THAT(lines("2024-05-16", other), IsEmpty()) << other;
}

TEST(Disagreements, DaysOfAnAccident) {
  const auto lines = [](std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-14", "The Harrow footbridge in Tarnside fell on Monday.")
        .add("2024-05-16", other);
    return pile.lines();
  };
  EXPECT_THAT(lines("Six people died on Sunday when the Harrow footbridge in Tarnside fell."),
              ElementsAre("accident: 2024-05-13x1 2024-05-12x1"));
  EXPECT_THAT(lines("A house in Tarnside collapsed on Sunday."), IsEmpty());
  EXPECT_THAT(lines("The Orra footbridge in Tarnside fell on Sunday."), IsEmpty());
  EXPECT_THAT(lines("The Harrow footbridge in Tarnside fell yesterday."),
              ElementsAre("accident: 2024-05-13x1 2024-05-15x1"));
}

// Told alike, whatever happened; what comes again and again is told of another time.
TEST(Disagreements, DaysOfAnything) {
  const auto lines = [](std::string_view one, std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-20", one).add("2024-05-21", other);
    return pile.lines();
  };
  constexpr std::string_view kPrize =
      "Ina Lowe took the first prize for heavy pumpkins at the fair in Tarnside on 18 May.";
  EXPECT_THAT(lines(kPrize,
                    "Ina Lowe won the first prize for the heaviest pumpkins at the fair in "
                    "Tarnside on 16 May."),
              ElementsAre("happening: 2024-05-18x1 2024-05-16x1"));
  for (const std::string_view other :
       {"Ina Lowe won the second prize for heavy pumpkins at the fair in Tarnside on 16 May.",
        "Ina Lowe won the first prize for heavy pumpkins at the fair in Castlebrook on 16 May.",
        "Ina Lowe left the fair in Tarnside on 16 May.",
        "Ina Lowe took the first prize for heavy pumpkins at the fair in Tarnside on 3 May."})
    EXPECT_THAT(lines(kPrize, other), IsEmpty()) << other;
  EXPECT_THAT(lines("Ina Lowe came before the district court in Tarnside for a hearing on 16 May.",
                    "Ina Lowe came before the district court in Tarnside for a hearing on 18 May."),
              IsEmpty());
}

TEST(Disagreements, ADeedCutOffFromItsDay) {
  const auto lines = [](std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-20", "Police arrested the builder Bo Marlow on 13 May.")
        .add("2024-05-20", other);
    return pile.lines();
  };
  EXPECT_THAT(lines("Bo Marlow was arrested and booked on 11 May."), IsEmpty());
  EXPECT_THAT(lines("Bo Marlow was arrested in Orra and Tarnside on 11 May."),
              ElementsAre("arrest: Bo Marlow: 2024-05-13x1 2024-05-11x1"));
  EXPECT_THAT(lines("On 11 May, Bo Marlow was arrested and booked."),
              ElementsAre("arrest: Bo Marlow: 2024-05-13x1 2024-05-11x1"));
}

TEST(Disagreements, WhoDidTheFirstIsToldOfTheSecond) {
  PileOfOneStory pile;
  pile.add("2024-05-20", "Bo Marlow vanished on 13 May.")
      .add("2024-05-20", "On 11 May, Bo Marlow left the mill on foot and did not come home.");
  EXPECT_THAT(pile.lines(), ElementsAre("disappearance: Bo Marlow: 2024-05-13x1 2024-05-11x1"));
  PileOfOneStory other;
  other.add("2024-05-20", "Bo Marlow vanished on 13 May.")
      .add("2024-05-20", "On 11 May, Ina Lowe saw Bo Marlow at the mill and did not come home.");
  EXPECT_THAT(other.lines(), IsEmpty());
}

TEST(Disagreements, NumbersOfAnyNoun) {
  const auto lines = [](std::string_view day, std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-14",
             "Divers found two broken cables below the Harrow footbridge in Tarnside on Monday.")
        .add(day, other);
    return pile.lines();
  };
  EXPECT_THAT(lines("2024-05-14",
                    "Divers found three broken cables below the Harrow footbridge on Monday."),
              ElementsAre("cables: 2x1 3x1"));
  for (const std::string_view other :
       {"Three cables were sold to the Harrow works in Tarnside on Monday.",
        "Divers found three broken beams below the Harrow footbridge in Tarnside on Monday.",
        "Divers found three broken cables below the Harrow footbridge in Castlebrook on Monday.",
        "Divers found three broken cables below the Harrow footbridge in Tarnside on 3 April.",
        "Divers found two broken cables below the Harrow footbridge in Tarnside on Monday. Three "
        "cables held."})
    EXPECT_THAT(lines("2024-05-14", other), IsEmpty()) << other;
}

TEST(Disagreements, NumbersOfAName) {
  const auto lines = [](std::string_view day, std::string_view other) {
    PileOfOneStory pile;
    pile.add("2024-05-14", "The storm reached Karsk island, home to 120,000 people.")
        .add(day, other);
    return pile.lines();
  };
  EXPECT_THAT(lines("2024-05-15", "Rain fell on Karsk, home to 200,000 people."),
              ElementsAre("residents of Karsk: 120000x1 200000x1"));
  EXPECT_THAT(lines("2024-05-15", "Rain fell on Orra, home to 200,000 people."), IsEmpty());
  EXPECT_THAT(lines("2025-05-15", "Rain fell on Karsk, home to 200,000 people."), IsEmpty());
}

TEST(Disagreements, Ages) {
  const auto lines = [](std::string_view day, int age) {
    PileOfOneStory pile;
    pile.add("2024-05-14", "Ina Lowe, 41, held on to a rail.")
        .add(day, fmt::format("Ina Lowe, {}, held on to a rail.", age));
    std::vector<ToldAge> ages;
    for (std::uint32_t i = 0; i < 2; ++i)
      ages.push_back({{i, {0, 12}}, 0, static_cast<std::int32_t>(i), i == 0 ? 41 : age});
    std::vector<std::string> found;
    for (const Disagreement& record : find_disagreements(
             pile.pile_, std::vector<std::vector<Value>>(pile.pile_.articles.size()), ages))
      found.push_back(
          fmt::format("{} {}, {}", record.about, record.values[0].value, record.values[1].value));
    return found;
  };
  EXPECT_THAT(lines("2024-05-16", 44), ElementsAre("Ina Lowe 41 on 2024-05-14, 44 on 2024-05-16"));
  EXPECT_THAT(lines("2024-05-16", 42), IsEmpty());
  EXPECT_THAT(lines("2026-05-16", 43), IsEmpty());
  EXPECT_THAT(lines("2024-05-16", 71), IsEmpty());  // her mother
}

// Everything contradicts everything: one small record, in bounded time.
TEST(Disagreements, AllContradict) {
  PileOfOneStory pile;
  for (int i = 0; i < 300; ++i)
    pile.add("2024-05-13", fmt::format("Some told that {} people marched through Castlebrook for "
                                       "the weir on Sunday.",
                                       1001 + 7 * i));
  const auto records = pile.records();
  ASSERT_EQ(records.size(), 1U);
  EXPECT_LE(records[0].values.size(), 200U);
}

}  // namespace
}  // namespace fabula::reconcile
