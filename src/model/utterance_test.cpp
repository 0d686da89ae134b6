#include "model/utterance.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day june(unsigned day) {
  using namespace std::chrono;
  return sys_days{year{2023} / month{6} / std::chrono::day{day}};
}

// One family of quotations, each alone in its article.
struct Told {
  When published;
  std::string change = "same";
  std::string speaker = {};
  Grade grade = Grade::kA;
  std::string channel = {};
  When said = {};
};

struct OneFamily {
  explicit OneFamily(const std::vector<Told>& places, std::int32_t first = -1) {
    Family& family = pile.families.emplace_back();
    family.first = first;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      const Told& told = places[i];
      AnnotatedArticle& made = pile.articles.emplace_back();
      made.article.published.when = told.published;
      Quote& quote = made.quotes.emplace_back();
      if (!told.speaker.empty()) {
        quote.speaker = Speaker{0, told.speaker, told.speaker, {}};
        quote.grade = told.grade;
      }
      if (!told.channel.empty()) quote.channel = Channel{told.channel, {}};
      quote.said = told.said;
      FamilyMember& member = family.members.emplace_back();
      member.quote = {i, 0};
      member.change = told.change;
    }
  }
  [[nodiscard]] Utterance utterance() const { return utterance_of(pile, pile.families[0]); }
  Pile pile;
};

std::vector<std::string> lines(const std::vector<Testimony>& some) {
  std::vector<std::string> made;
  for (const Testimony& t : some)
    made.push_back(fmt::format("{}: {}", t.value, fmt::join(t.members, " ")));
  return made;
}

TEST(Utterance, FirstInItsFullestWording) {
  const Utterance u =
      OneFamily({{when_day(june(3)), "whole"}, {when_day(june(5)), "cut"}}, 0).utterance();
  EXPECT_EQ(u.place, FirstPlace::kFirst);
  EXPECT_THAT(u.could_be_first, ElementsAre(0));
}

TEST(Utterance, FullerLater) {
  const Utterance u =
      OneFamily({{when_day(june(3)), "cut"}, {when_day(june(5)), "whole"}}, 0).utterance();
  EXPECT_EQ(u.place, FirstPlace::kFullerLater);
}

TEST(Utterance, SeveralOfTheFirstDay) {
  const Utterance u =
      OneFamily({{when_day(june(3))}, {when_day(june(3)), "whole"}, {when_day(june(9))}})
          .utterance();
  EXPECT_EQ(u.place, FirstPlace::kTie);
  EXPECT_THAT(u.could_be_first, ElementsAre(0, 1));
}

TEST(Utterance, OneWithoutADateCouldBeEarlier) {
  const Utterance u =
      OneFamily({{when_day(june(3)), "whole"}, {When{}}, {when_day(june(9))}}).utterance();
  EXPECT_EQ(u.place, FirstPlace::kUndated);
  EXPECT_THAT(u.could_be_first, ElementsAre(0, 1));
}

TEST(Utterance, AMonthCouldBeEarlierThanADayOfIt) {
  const Utterance u = OneFamily({{when_day(june(3)), "whole"}, {when_month(2023, 6)}}).utterance();
  EXPECT_EQ(u.place, FirstPlace::kUndated);
  EXPECT_THAT(u.could_be_first, ElementsAre(0, 1));
}

TEST(Utterance, WithoutAnyDateAllCouldBeFirst) {
  const Utterance u = OneFamily({{When{}, "whole"}, {When{}}}).utterance();
  EXPECT_EQ(u.place, FirstPlace::kUndated);
  EXPECT_THAT(u.could_be_first, ElementsAre(0, 1));
}

TEST(Utterance, WhoAndWhereByMostPlaces) {
  const Utterance u = OneFamily({{When{}, "whole", "Ben Ives", Grade::kA, ""},
                                 {When{}, "same", "Ana Lopes", Grade::kA, "Medium"},
                                 {When{}, "same", "Ana Lopes", Grade::kB, "Medium"},
                                 {When{}, "same", "Ben Ives", Grade::kC, "Instagram"}})
                          .utterance();
  EXPECT_THAT(lines(u.speakers), ElementsAre("Ana Lopes: 1 2", "Ben Ives: 0"));
  EXPECT_THAT(lines(u.channels), ElementsAre("Medium: 1 2", "Instagram: 3"));
  EXPECT_TRUE(u.speakers_conflict);
}

TEST(Utterance, AWeakSpeakerIsNoConflict) {
  const Utterance u = OneFamily({{When{}, "whole", "Ana Lopes", Grade::kA},
                                 {When{}, "same", "Ben Ives", Grade::kC}})
                          .utterance();
  EXPECT_FALSE(u.speakers_conflict);
}

TEST(Utterance, TimesThatCannotBothBeRight) {
  const auto said = [](When when) { return Told{When{}, "same", "", Grade::kA, "", when}; };
  EXPECT_TRUE(
      OneFamily({said(when_day(june(1))), said(when_day(june(3)))}).utterance().said_conflicts);
  EXPECT_FALSE(
      OneFamily({said(when_day(june(1))), said(when_month(2023, 6))}).utterance().said_conflicts);
  const Utterance open =
      OneFamily({said(when_day(june(1))), said(when_between({}, june(3), Grain::kDay))})
          .utterance();
  EXPECT_FALSE(open.said_conflicts);
  EXPECT_THAT(lines(open.said), ElementsAre("2023-06-01: 0"));
}

TEST(Alteration, NumbersNegationsAndNames) {
  EXPECT_EQ(alteration_of({"replace", "three times", "four times"}), Alteration::kNumber);
  EXPECT_EQ(alteration_of({"replace", "three", "3"}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"replace", "1,200", "1200"}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"cut", "not", ""}), Alteration::kNegation);
  EXPECT_EQ(alteration_of({"insert", "", "never"}), Alteration::kNegation);
  EXPECT_EQ(alteration_of({"replace", "won’t", "will"}), Alteration::kNegation);
  EXPECT_EQ(alteration_of({"replace", "cannot", "can't"}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"replace", "Marl", "Orra"}), Alteration::kName);
  EXPECT_EQ(alteration_of({"replace", "Lopes", "Ana Lopes"}), Alteration::kNone);
}

TEST(Alteration, AnEditorsBracketsAndLongCutsChangeNothing) {
  EXPECT_EQ(alteration_of({"replace", "we", "[the Marl council]"}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"replace", "three", "[them]"}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"cut", "and we will not come back here", ""}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"cut", "and nobody came", ""}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"cut", "in 2019", ""}), Alteration::kNone);
  EXPECT_EQ(alteration_of({"case", "Not", "not"}), Alteration::kNone);
}

}  // namespace
}  // namespace fabula
