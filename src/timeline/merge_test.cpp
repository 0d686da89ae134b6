#include "timeline/merge.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "language/annotated_test.hpp"

namespace fabula::timeline {
namespace {

Day day(int year, unsigned month, unsigned d) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{d};
}

class PileMaker {
 public:
  void add(std::string_view text, Day published) {
    AnnotatedArticle made = language::annotated(text);
    made.article.published = {when_day(published), DateBasis::kStated, {}, {}};
    made.times = times::find_times(made.article, made.segmentation, made.quotes);
    pile_.articles.push_back(std::move(made));
  }

  // The articles of each event that merge_mentions makes, as "0 2 | 1"; '-' before those that tell
  // no day.
  std::string groups(std::vector<std::uint32_t> stories = {}) const {
    stories.resize(pile_.articles.size(), 0);
    const std::vector<EventMention> mentions = find_mentions(pile_, {}, {});
    std::string out;
    for (const auto& group : merge_mentions(mentions, stories, stories, Context{})) {
      if (!out.empty()) out += " |";
      for (const std::uint32_t i : group.mentions) {
        out += out.empty() ? "" : " ";
        if (!mentions[i].is_dated) out += "-";
        out += std::to_string(mentions[i].telling.sentence.article);
      }
    }
    return out;
  }

 private:
  Pile pile_;
};

TEST(MergeMentions, JoinsTellingsOfOneThing) {
  PileMaker pile;
  pile.add("The sluice gate of the weir at Ostrey broke on Sunday.", day(2023, 3, 6));
  pile.add("The weir at Ostrey broke its sluice gate in March.", day(2023, 4, 11));
  pile.add("Edda Marlow opened a library in Carrow on Sunday.", day(2023, 3, 6));
  EXPECT_EQ(pile.groups({0, 0, 1}), "0 1 | 2");
}

TEST(MergeMentions, KeepsOtherDaysApart) {
  PileMaker pile;
  pile.add("Copper fell by a tenth on Monday.", day(2024, 5, 14));
  pile.add("Copper fell by a tenth on Monday.", day(2024, 5, 21));
  EXPECT_EQ(pile.groups(), "0 | 1");
}

TEST(MergeMentions, LetsALookBackJoin) {
  PileMaker pile;
  pile.add("A fire in the net loft of Ostrey killed two people on Saturday.", day(2023, 6, 5));
  pile.add("It is a year since the fire in the net loft killed two people.", day(2024, 6, 3));
  EXPECT_EQ(pile.groups(), "0 -1 -1");
}

TEST(MergeMentions, LeavesALookBackAloneThatMayBeOfEither) {
  PileMaker pile;
  pile.add("A fire in the net loft of Ostrey killed two people on Saturday.", day(2023, 6, 5));
  pile.add("A fire in the net loft of Ostrey killed two people on Saturday.", day(2023, 9, 4));
  pile.add("A fire in the net loft killed two people.", day(2024, 6, 3));
  EXPECT_EQ(pile.groups(), "0 | 1");
}

TEST(MergeMentions, AsksForMoreInAnotherStory) {
  PileMaker pile;
  pile.add("Edda Marlow opened a library in Carrow on Sunday.", day(2023, 3, 6));
  pile.add("Divers in Carrow looked for a bell on Sunday.", day(2023, 3, 6));
  pile.add("The library in Carrow that Edda Marlow opened on Sunday is full.", day(2023, 3, 7));
  EXPECT_EQ(pile.groups({0, 1, 2}), "0 2 | 1");
}

TEST(MergeMentions, TakesANightForPartOfTwoDays) {
  PileMaker pile;
  pile.add("The fire at the tannery began on Monday night.", day(2024, 5, 15));
  pile.add("The fire at the tannery began early on Tuesday.", day(2024, 5, 15));
  EXPECT_EQ(pile.groups(), "0 1");
}

TEST(MergeMentions, TakesWhatHappensOnceForOneThingOnTwoDays) {
  PileMaker pile;
  pile.add("The net loft of Ostrey burned down on Saturday.", day(2024, 5, 13));
  pile.add("The net loft of Ostrey burned down on Friday.", day(2024, 5, 13));
  pile.add("The net loft of Ostrey burned down on Saturday.", day(2024, 5, 27));
  EXPECT_EQ(pile.groups(), "0 1 | 2");  // more than a week is too long for a slip
  EXPECT_EQ(pile.groups({0, 1, 2}), "0 | 1 | 2");
}

TEST(MergeMentions, JoinsWhatIsToldOfAMonthAsAWhole) {
  PileMaker pile;
  pile.add("Rolf Sand left Ostrey on 5 March 2023.", day(2023, 3, 6));
  pile.add("In March 2023 the keeper laid down his keys.", day(2023, 8, 1));
  EXPECT_EQ(pile.groups(), "0 | 1");
  pile.add("In March 2023 Rolf Sand, keeper of Ostrey, laid down his keys.", day(2023, 9, 1));
  EXPECT_EQ(pile.groups(), "0 1 2");
}

TEST(MergeMentions, KeepsApartWhatTheOneSaysDidNotHappen) {
  PileMaker pile;
  pile.add("Mayor Ada Ferrin resigned on Saturday over the weir.", day(2024, 5, 13));
  pile.add("Mayor Ada Ferrin did not resign on Saturday over the weir.", day(2024, 5, 13));
  pile.add("The town denied that Mayor Ada Ferrin had resigned over the weir.", day(2024, 5, 14));
  pile.add("Mayor Ada Ferrin resigned over the weir.", day(2024, 5, 15));
  EXPECT_EQ(pile.groups(), "0 -3 | 1");
}

TEST(MergeMentions, TakesWhatIsToldAlikeForOneThingOnTwoDays) {
  PileMaker pile;
  pile.add("The tall bell of Ostrey cracked on Saturday.", day(2024, 5, 13));
  pile.add("The tall bell of Ostrey cracked on Friday.", day(2024, 5, 13));
  EXPECT_EQ(pile.groups(), "0 1");
  PileMaker other;  // a council meets again
  other.add("The council of Ostrey met in the hall on Saturday.", day(2024, 5, 13));
  other.add("The council of Ostrey met in the hall on Friday.", day(2024, 5, 13));
  EXPECT_EQ(other.groups(), "0 | 1");
}

TEST(MergeMentions, TakesTwoDaysOfOneArticleForTwoThings) {
  PileMaker pile;
  pile.add("The net loft of Ostrey burned down on Saturday.", day(2024, 5, 13));
  pile.add("The net loft of Ostrey burned down on Friday. The net loft burned again on Saturday.",
           day(2024, 5, 13));
  EXPECT_EQ(pile.groups(), "0 1 | 1");
}

TEST(MergeMentions, TakesWhatRisesAndFallsForManyThings) {
  PileMaker pile;
  pile.add("Copper fell by a tenth on Monday.", day(2024, 5, 17));
  pile.add("Copper fell by a tenth on Wednesday.", day(2024, 5, 17));
  EXPECT_EQ(pile.groups(), "0 | 1");
}

TEST(MergeMentions, CountsFromAnotherEvent) {
  PileMaker pile;
  pile.add("The net loft of Ostrey burned down on 3 May 2024.", day(2024, 5, 4));
  pile.add("The baker Bo Marlow was arrested on 17 May 2024.", day(2024, 5, 18));
  pile.add("Two weeks after the net loft burned down, police arrested the baker Bo Marlow.",
           day(2024, 6, 1));
  pile.add("The chapel opened again two weeks after the net loft burned down.", day(2024, 6, 1));
  EXPECT_EQ(pile.groups(), "0 | 1 -2 | -3");
}

TEST(MergeMentions, CountsFromWhatHasANameWhateverItWas) {
  PileMaker pile;
  pile.add("The net loft of Ostrey burned down on 3 May 2024.", day(2024, 5, 4));
  pile.add("The baker Bo Marlow was arrested on 17 May 2024.", day(2024, 5, 18));
  pile.add(
      "Two weeks on from the ruin of the Ostrey net loft, police arrested the baker Bo Marlow.",
      day(2024, 6, 1));
  EXPECT_EQ(pile.groups(), "0 | 1 -2");
}

TEST(MergeMentions, LooksBackOnWhatWasYearsBefore) {
  PileMaker pile;
  pile.add("The net loft of Ostrey burned down on 3 May 2024.", day(2024, 5, 4));
  pile.add("Ostrey mourns a year after the net loft burned down.", day(2025, 5, 4));
  EXPECT_EQ(pile.groups(), "0 -1");
}

TEST(FindMentions, TellsWhatIsPlannedOrDenied) {
  Pile articles;
  for (const std::string_view text :
       {"The minister, Jon Ives, denied on Tuesday that he had resigned.",
        "Edda Marlow will open the library next Sunday.",
        "Edda Marlow opened the library on Sunday.",
        "The clerk allegedly sold the bell on Monday."}) {
    AnnotatedArticle made = language::annotated(text);
    made.article.published = {when_day(day(2024, 5, 15)), DateBasis::kStated, {}, {}};
    made.times = times::find_times(made.article, made.segmentation, made.quotes);
    articles.articles.push_back(std::move(made));
  }
  std::string drawn;
  for (const EventMention& mention : find_mentions(articles, {}, {}))
    drawn += std::string(name_of(mention.status)) + " ";
  EXPECT_EQ(drawn, "denied planned happened alleged ");
}

}  // namespace
}  // namespace fabula::timeline
