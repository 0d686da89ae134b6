#include "reconcile/lineage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reconcile/directions.hpp"

namespace fabula::reconcile {
namespace {

using testing::Contains;
using testing::HasSubstr;

Member on(std::int32_t day, std::string_view text, std::string_view outlet = {},
          std::string_view credit = {}) {
  return {text, {day, day}, {}, outlet, credit};
}

Member undated(std::string_view text) { return {text, {}, {}, {}, {}}; }

Lineage trace(const std::vector<Member>& members) { return LineageTracer().trace(members); }

std::vector<std::string_view> standings(const Lineage& lineage) {
  std::vector<std::string_view> names;
  for (const MemberLineage& member : lineage.members) names.push_back(name_of(member.standing));
  return names;
}

std::vector<std::int32_t> sources(const Lineage& lineage) {
  std::vector<std::int32_t> made;
  for (const MemberLineage& member : lineage.members) made.push_back(member.from);
  return made;
}

using Names = std::vector<std::string_view>;
using Numbers = std::vector<std::int32_t>;

constexpr std::string_view kBridge =
    "The harbour bridge at Vale was shut on Monday night after divers found cracks in two piers, "
    "the port said, and lorries were sent by way of the northern quay.";
constexpr std::string_view kBridgeOlder =
    "The harbour bridge at Vale was shut on Monday night after divers found old cracks in two "
    "piers, the port said, and lorries were sent by way of the northern quay.";
constexpr std::string_view kBridgeWorn =
    "The worn bridge at Vale was shut on Monday night after divers found old cracks in two "
    "piers, the port said, and lorries were sent by way of the northern quay.";

TEST(Lineage, NobodyAndOne) {
  EXPECT_TRUE(trace({}).members.empty());
  EXPECT_EQ(standings(trace({on(1, kBridge)})), Names{"origin"});
  EXPECT_EQ(standings(trace({undated("")})), Names{"origin"});
}

TEST(Lineage, DatesTellTheDirectionOfAPair) {
  const std::vector<Member> members{on(18536, kBridge), on(18538, kBridgeOlder)};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"origin", "copy"}));
  EXPECT_EQ(sources(lineage), (Numbers{-1, 0}));
  EXPECT_THAT(lineage.members[1].because, Contains("It has one word of its own."));
  const Direction told = tell_direction(members, lineage, 0, 1);
  EXPECT_EQ(told.way, "a->b");
  EXPECT_EQ(told.because,
            "The first article was published on 2020-10-01, the second on 2020-10-03; the second "
            "has one word of its own.");
  EXPECT_EQ(tell_direction(members, lineage, 1, 0).way, "b->a");
}

TEST(Lineage, WhoNamesTheOtherIsTheCopy) {
  std::vector<Member> members{undated(kBridge), undated(kBridgeOlder)};
  members[0].named_source = 1;
  members[1].outlet = "Quay Post";
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"copy", "origin"}));
  EXPECT_EQ(sources(lineage), (Numbers{1, -1}));
  EXPECT_THAT(lineage.members[0].because, Contains("It names Quay Post near these words."));
}

Member with_longer(Member member, std::int32_t source, std::uint32_t margin) {
  member.longer_source = source;
  member.longer_margin = margin;
  return member;
}

TEST(Lineage, ALongerPassageTellsTheSource) {
  // By these words alone 1 and 2 may be either's copy.
  const std::vector<Member> members{undated(kBridge), with_longer(undated(kBridgeOlder), 0, 200),
                                    undated(kBridgeWorn)};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"origin", "copy", "copy"}));
  EXPECT_EQ(sources(lineage), (Numbers{-1, 0, 1}));
}

TEST(Lineage, ALongerPassageTellsTheSourceOfTheVerySameWords) {
  const Lineage lineage =
      trace({undated(kBridge), undated(kBridge), with_longer(undated(kBridge), 0, 90)});
  EXPECT_EQ(standings(lineage), (Names{"undecidable", "undecidable", "copy"}));
  EXPECT_EQ(sources(lineage), (Numbers{-1, -1, 0}));
  EXPECT_EQ(lineage.members[2].margin, 90U);
  EXPECT_EQ(lineage.members[2].n_own_words, 0U);
}

TEST(Lineage, LongerPassagesThatContradictSayNothing) {
  const Lineage lineage =
      trace({on(1, kBridge), on(2, kBridgeOlder), with_longer(on(3, kBridgeWorn), 0, 60)});
  EXPECT_EQ(standings(lineage), (Names{"origin", "copy", "unknown"}));
  EXPECT_EQ(lineage.members[2].from, -1);
  EXPECT_EQ(standings(trace(
                {with_longer(undated(kBridge), 1, 70), with_longer(undated(kBridge), 0, 70)})),
            (Names{"unknown", "unknown"}));
}

TEST(Lineage, NoCircleThroughLongerPassages) {
  const Lineage lineage =
      trace({with_longer(on(1, kBridge), 2, 500), on(1, kBridgeOlder), on(1, kBridgeWorn)});
  for (std::size_t m = 0; m < 3; ++m) {
    auto at = static_cast<std::int32_t>(m);
    int n = 0;
    while (at >= 0 && lineage.members[static_cast<std::size_t>(at)].standing == Standing::kCopy) {
      at = lineage.members[static_cast<std::size_t>(at)].from;
      ASSERT_LT(++n, 4);
    }
  }
}

TEST(Lineage, NothingIsGuessedOfAnUndatedPair) {
  const std::vector<Member> members{undated(kBridge), undated(kBridgeOlder)};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"unknown", "unknown"}));
  EXPECT_EQ(sources(lineage), (Numbers{-1, -1}));
  const Direction told = tell_direction(members, lineage, 0, 1);
  EXPECT_EQ(told.way, "unknown");
  EXPECT_EQ(told.because,
            "No publication date is stated for either article; the words do not say which way "
            "they went.");
  EXPECT_EQ(standings(trace({on(5, kBridge), on(5, kBridgeOlder)})), (Names{"unknown", "unknown"}));
}

TEST(Lineage, WhatNobodyTakesBackTellsTheDirectionWithoutDates) {
  const std::vector<Member> members{undated("They was three [sic] who heard the bell, she said."),
                                    undated("They was three who heard the bell, she said.")};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"copy", "origin"}));
  EXPECT_EQ(sources(lineage), (Numbers{1, -1}));
  EXPECT_THAT(lineage.members[0].because, Contains(HasSubstr("[sic]")));
  EXPECT_EQ(tell_direction(members, lineage, 0, 1).way, "b->a");
}

TEST(Lineage, TheSameWordsAreUndecidable) {
  EXPECT_EQ(standings(trace({undated(kBridge), undated(kBridge), on(4, kBridge)})),
            (Names{"undecidable", "undecidable", "undecidable"}));
  const std::vector<Member> members{on(4, kBridge), on(6, kBridge), on(7, kBridge)};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"origin", "undecidable", "undecidable"}));
  EXPECT_EQ(tell_direction(members, lineage, 0, 2).way, "a->b");
  EXPECT_EQ(tell_direction(members, lineage, 1, 2).way, "unknown");
  EXPECT_EQ(tell_direction(members, lineage, 1, 2).because,
            "Both have the very words of an earlier article.");
}

TEST(Lineage, ASharedChangeNamesTheSource) {
  const std::vector<Member> members{on(1, kBridge), on(2, kBridgeOlder), on(3, kBridgeWorn)};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"origin", "copy", "copy"}));
  EXPECT_EQ(sources(lineage), (Numbers{-1, 0, 1}));
  EXPECT_EQ(lineage.members[2].runner_up, 0);
  ASSERT_EQ(lineage.members[2].witnesses.size(), 1U);
  const Witness witness = lineage.members[2].witnesses[0];
  EXPECT_EQ(words_of(kBridgeWorn, witness.here), "old");
  EXPECT_EQ(words_of(kBridgeOlder, witness.there), "old");
  const Direction told = tell_direction(members, lineage, 0, 2);
  EXPECT_EQ(told.way, "a->b");
  EXPECT_THAT(told.because.str(), HasSubstr("by way of another"));
}

TEST(Lineage, SiblingsHaveNoDirection) {
  const std::vector<Member> members{
      on(1, kBridge), on(2, kBridgeOlder),
      on(3,
         "The harbour bridge at Vale was shut on Monday evening after divers found cracks in two "
         "piers, the port said, and lorries were sent by way of the northern quay.")};
  const Lineage lineage = trace(members);
  EXPECT_EQ(sources(lineage), (Numbers{-1, 0, 0}));
  const Direction told = tell_direction(members, lineage, 1, 2);
  EXPECT_EQ(told.way, "unknown");
  EXPECT_EQ(told.because, "Both have the words from another article.");
}

TEST(Lineage, ACopyIsNeverOlderThanItsSource) {
  // By the words the third follows the second; it was published before.
  const std::vector<Member> members{on(1, kBridge), on(3, kBridgeWorn), on(90, kBridgeOlder)};
  const Lineage lineage = trace(members);
  for (std::size_t m = 0; m < members.size(); ++m) {
    const std::int32_t from = lineage.members[m].from;
    if (from < 0) continue;
    const Member& source = members[static_cast<std::size_t>(from)];
    EXPECT_FALSE(is_before(members[m].published, source.published));
  }
}

TEST(Lineage, DatesThatTheWordsContradictNameNoFirst) {
  // The copies with "[sic]" and with stars were made from the others, whatever their dates say.
  const std::vector<Member> members{
      on(1, "It was a d***** bell that they has [sic] heard, she said at the quay."),
      on(2, "It was a d***** bell that they has heard, she said at the quay."),
      on(3, "It was a damned bell that they has heard, she said at the quay."),
      on(4, "It was a damned bell that they has heard, she said at the quay.")};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage)[2], "undecidable");
  EXPECT_EQ(standings(lineage)[3], "undecidable");
}

TEST(Lineage, AnAgencyOutsideOfThePileMayBeTheSourceOfBoth) {
  const std::vector<Member> members{on(1, kBridge, "Vale Herald", "Meridian Wire"),
                                    on(2, kBridgeOlder, "Quay Post", "Meridian Wire")};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"unknown", "unknown"}));
  EXPECT_TRUE(lineage.lost_source);
  EXPECT_EQ(tell_direction(members, lineage, 0, 1).because,
            "Both articles credit Meridian Wire: both may have the words from there.");
}

TEST(Lineage, AnAgencyInThePileIsTheSource) {
  const std::vector<Member> members{on(1, kBridge, "Meridian Wire", "Meridian Wire"),
                                    on(1, kBridgeOlder, "Quay Post", "Meridian Wire")};
  const Lineage lineage = trace(members);
  EXPECT_EQ(standings(lineage), (Names{"origin", "copy"}));
  EXPECT_FALSE(lineage.lost_source);
  EXPECT_THAT(lineage.members[1].because, Contains("It credits Meridian Wire."));
}

TEST(Lineage, ASourceThatIsMissing) {
  // Three share "closed" and "worn", and none of them can have it from another: each has much of
  // its own.
  const std::vector<Member> members{
      on(1,
         "one two three four five six seven eight nine ten eleven twelve the bridge was shut at "
         "the old quay that night said a man"),
      on(5,
         "one two three red five blue seven eight nine ten eleven twelve the bridge was closed at "
         "the worn quay that night said a man"),
      on(6,
         "one two three four five six seven green nine grey eleven twelve the bridge was closed "
         "at the worn quay that night said a man"),
      on(7,
         "one white three four five six seven eight nine ten black twelve the bridge was closed "
         "at the worn quay that night said a man"),
  };
  const Lineage lineage = trace(members);
  EXPECT_TRUE(lineage.lost_source);
  EXPECT_EQ(standings(lineage), (Names{"unknown", "unknown", "unknown", "unknown"}));
}

TEST(Lineage, ReadsAnyBytesThatAreText) {
  EXPECT_EQ(standings(trace({on(1, "..."), on(2, "!!"), on(3, "")})),
            (Names{"origin", "undecidable", "undecidable"}));
}

}  // namespace
}  // namespace fabula::reconcile
