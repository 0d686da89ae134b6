#include "timeline/news_puts_right.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace fabula::timeline {
namespace {

// The numbers in figures are its values.
struct Said {
  explicit Said(std::string_view sentence)
      : words(sentence, {0, static_cast<std::uint32_t>(sentence.size())}) {
    for (std::size_t i = 0; i < words.all().size(); ++i)
      if (words.all()[i].kind == NewsWord::Kind::kNumber) values.push_back({i, i + 1, false});
  }
  NewsWords words;
  std::vector<ValueTold> values;
};

bool takes_back(std::string_view sentence) {
  const Said said(sentence);
  return takes_back(said.words.all(), said.values);
}

TEST(NewsPutsRight, TakesBackWhatItsOutletTold) {
  for (const char* sentence :
       {"Correction: the dam at Orra is 40 metres high.",
        "An earlier version of this article misspelled the name of the valley.",
        "A previous version of this story incorrectly said the dam was sold.",
        "This article has been corrected: the dam was never sold.",
        "We wrongly reported that the dam was sold.",
        "Contrary to what we wrote, the dam was not sold.",
        "We had the name of the valley wrong.",
        "An earlier report said 12 boats had sunk; there were 9.",
        "Our first report gave the height as 40 metres; it is 30.",
        "Vera Bell, whom we had called 41, is 43.",
        "We were wrong about the height: it is 30 metres, not 40.",
        "We regret the error.",
        "The Orra Ledger regrets the error.",
        "The second line should have read: the dam is sold.",
        "A report published on Monday misnamed the valley.",
        "Our report of Monday incorrectly called the dam sold.",
        "An age given here on Monday was wrong.",
        "That figure was wrong: there are 9 boats.",
        "The number of boats printed in our Monday edition was incorrect.",
        "The correct spelling is Orra.",
        "An earlier figure of 12 boats was withdrawn.",
        "Owing to an editing error two boats were left out.",
        "Her age should have been given as 43.",
        "Vera Bell is 43, not 41 as printed in the morning."})
    EXPECT_TRUE(takes_back(sentence)) << sentence;
}

TEST(NewsPutsRight, ButNotWhatOthersTold) {
  for (const char* sentence :
       {"The minister was wrong.", "We were wrong about the river.",
        "The earlier report of the council was full of errors.",
        "An earlier version of the dam had 9 gates.", "This report is about 12 boats.",
        "Police said 12 boats had sunk.", "We gave the boats their names.",
        "The minister regrets the mistake.",
        "The minister regrets the error that cost the town of Orra its dam.",
        "A report published on Monday is about 12 boats.", "The number of boats was right.",
        "The figure given by the council was wrong.", "The date is wrong for a fair.",
        "He is 43, not 41 as his brother."})
    EXPECT_FALSE(takes_back(sentence)) << sentence;
}

TEST(NewsPutsRight, DeniesAValueBesideAnother) {
  const Said both("Not 12 but 9 miners died.");
  EXPECT_TRUE(is_denied(both.words.all(), both.values, 0));
  EXPECT_FALSE(is_denied(both.words.all(), both.values, 1));
  const Said rather("The dam is 30 metres high rather than 40.");
  EXPECT_TRUE(is_denied(rather.words.all(), rather.values, 1));
  const Said more("Not only 12 but 20 miners died.");
  EXPECT_FALSE(is_denied(more.words.all(), more.values, 0));
  const Said alone("It was not 12 metres high.");
  EXPECT_FALSE(is_denied(alone.words.all(), alone.values, 0));
}

}  // namespace
}  // namespace fabula::timeline
