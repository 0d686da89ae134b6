#include "timeline/news_labels.hpp"

#include <gtest/gtest.h>

#include "timeline/news_pile_test.hpp"

namespace fabula::timeline {
namespace {

// News of the last of some articles, each a day after the one before, that tell one story.
std::string news_of_last(std::initializer_list<std::string_view> texts) {
  NewsPile p;
  Day day = std::chrono::year{2024} / 5 / 13;
  std::uint32_t last = 0;
  for (const std::string_view text : texts) {
    last = p.add(text, iso(day));
    day += std::chrono::days{1};
  }
  p.join();
  std::string lines = p.drawn(last);
  lines.pop_back();
  return lines.substr(2);
}

TEST(NewsLabels, AParaphraseIsARepeat) {
  EXPECT_EQ(news_of_last({"Fire destroyed the granary of Tarnside on Sunday, the mayor said.",
                          "The granary of Tarnside was destroyed by a blaze on Sunday."}),
            "repeat: The granary of Tarnside was destroyed by a blaze on Sunday. < 0: Fire "
            "destroyed the granary of Tarnside on Sunday, the mayor said.");
}

TEST(NewsLabels, AParaphraseWithMoreNewsIsNew) {
  for (const char* text :
       {"The granary of Tarnside was destroyed by a blaze on Friday.",
        "The granary of Tarnside was not destroyed by the blaze on Sunday.",
        "The granary of Tarnside will be destroyed by fire.",
        "The granary of Tarnside was destroyed by a blaze that Olaf Bremer had set.",
        "Tarnside has a fire brigade of volunteers."})
    EXPECT_EQ(
        news_of_last({"Fire destroyed the granary of Tarnside on Sunday, the mayor said.", text}),
        std::string("new: ") + text);
}

TEST(NewsLabels, ACountThatGrows) {
  EXPECT_EQ(news_of_last({"At least 7 miners died when a shaft at Ridgeholm was flooded on Sunday.",
                          "The death toll of the flooded shaft at Ridgeholm climbed to 9."}),
            "update: The death toll of the flooded shaft at Ridgeholm climbed to 9. < 0: At least "
            "7 miners died when a shaft at Ridgeholm was flooded on Sunday.");
  EXPECT_EQ(news_of_last({"The storm cut the power of 3,000 homes in Tarnside.",
                          "The storm cut the power of 5,000 homes in Tarnside."}),
            "update: The storm cut the power of 5,000 homes in Tarnside. < 0: The storm cut the "
            "power of 3,000 homes in Tarnside.");
}

TEST(NewsLabels, TheLastNumberIsTheOneThatChanges) {
  EXPECT_EQ(news_of_last({"At least 7 miners died when a shaft at Ridgeholm was flooded on Sunday.",
                          "The death toll of the flooded shaft at Ridgeholm climbed to 9.",
                          "The death toll of the flooded shaft at Ridgeholm was corrected to 8."}),
            "correction: The death toll of the flooded shaft at Ridgeholm was corrected to 8. < 1: "
            "The death toll of the flooded shaft at Ridgeholm climbed to 9.");
}

TEST(NewsLabels, NumbersThatDoNotChange) {
  for (const char* text : {"Some 3,000 homes in Tarnside lost their power in the storm.",
                           "The storm cut the power of over 2,000 homes in Tarnside.",
                           "The storm cut the power of 40 farms in Tarnside."}) {
    const std::string news =
        news_of_last({"The storm cut the power of 3,010 homes in Tarnside.", text});
    EXPECT_FALSE(news.starts_with("update")) << news;
  }
}

TEST(NewsLabels, AnEarlierVersionWasWrong) {
  EXPECT_EQ(
      news_of_last({"Rain fell.", "An earlier version of this article named the wrong weir."}),
      "correction: An earlier version of this article named the wrong weir.");
}

TEST(NewsLabels, ASentenceThatCorrectsByItself) {
  EXPECT_EQ(news_of_last(
                {"Rain fell.", "Nine barges sank, the port said, correcting an earlier figure."}),
            "correction: Nine barges sank, the port said, correcting an earlier figure.");
}

TEST(NewsLabels, ALaterStepOfACase) {
  EXPECT_EQ(news_of_last({"Olaf Bremer was charged with the theft of the bell of Vale.",
                          "Olaf Bremer was convicted of the theft of the bell of Vale."}),
            "update: Olaf Bremer was convicted of the theft of the bell of Vale. < 0: Olaf Bremer "
            "was charged with the theft of the bell of Vale.");
  for (const char* text : {"Olaf Bremer was not convicted of the theft of the bell of Vale.",
                           "Olaf Bremer will be convicted of the theft of the bell of Vale.",
                           "Ida Roth was convicted of the murder of a miller in Karsk."})
    EXPECT_EQ(news_of_last({"Olaf Bremer was charged with the theft of the bell of Vale.", text}),
              std::string("new: ") + text);
}

TEST(NewsLabels, ALookBack) {
  EXPECT_EQ(
      news_of_last(
          {"Lightning struck the belfry of Vale and hurt 5 ringers on 2 April 2023.",
           "Vale held a service, a year after lightning struck the belfry and hurt 5 ringers."}),
      "background: Vale held a service, a year after lightning struck the belfry and hurt 5 "
      "ringers. "
      "< 0: Lightning struck the belfry of Vale and hurt 5 ringers on 2 April 2023.");
  EXPECT_EQ(news_of_last({"Rain fell in Vale.",
                          "The pier of Vale was built in 1912 by the engineer Ida Roth."}),
            "new: The pier of Vale was built in 1912 by the engineer Ida Roth.");
  EXPECT_EQ(news_of_last({"Lightning struck the belfry of Vale and hurt 5 ringers on 2 April 2023.",
                          "A year after the lightning the belfry of Vale was opened on Monday."}),
            "new: A year after the lightning the belfry of Vale was opened on Monday.");
}

TEST(NewsLabels, WhatSaysNothing) {
  for (const char* text : {"So who is to pay for a new pier?", "Sign up for our newsletter.",
                           "I think that the town has waited long enough."})
    EXPECT_EQ(news_of_last({"Rain fell in Vale.", text}), std::string("comment: ") + text);
  for (const char* text :
       {"\"Who is to pay for a new pier?\" asked Ida Roth.",
        "\"I think that the town has waited long enough,\" said Ida Roth.", "The bridge was shut."})
    EXPECT_EQ(news_of_last({"Rain fell in Vale.", text}), std::string("new: ") + text);
}

TEST(NewsLabels, NewUnlessAnUndatedArticleIsEarlier) {
  NewsPile p;
  p.add("Fire destroyed the granary of Tarnside on Sunday, the mayor said.");
  p.add("The granary of Tarnside was destroyed by a blaze.", "2024-05-14");
  p.join();
  EXPECT_EQ(p.drawn(1),
            "1 new: The granary of Tarnside was destroyed by a blaze. ? 0: Fire destroyed the "
            "granary of Tarnside on Sunday, the mayor said.\n");
}

TEST(NewsLabels, WhatIsSaidOfAPersonStandsInNoWay) {
  EXPECT_EQ(news_of_last({"Vera Bell, a nurse from Orra, wept on the quay.",
                          "Vera Bell (43) wept on the quay."}),
            "repeat: Vera Bell (43) wept on the quay. < 0: Vera Bell, a nurse from Orra, wept on "
            "the quay.");
  EXPECT_EQ(
      news_of_last({"Vera Bell lives in Orra. She keeps a mill.",
                    "Vera Bell came late. She lives in Orra."}),
      "new: Vera Bell came late.\n1 repeat: She lives in Orra. < 0: Vera Bell lives in Orra.");
  EXPECT_EQ(news_of_last({"Vera Bell lives in Orra.", "Adam Marsh came late. He lives in Orra."}),
            "new: Adam Marsh came late.\n1 new: He lives in Orra.");
}

TEST(NewsLabels, CommentsAndCorrections) {
  EXPECT_EQ(news_of_last({"The dam at Orra broke.", "It is hard to know whom to trust."}),
            "comment: It is hard to know whom to trust.");
  EXPECT_EQ(news_of_last({"The dam at Orra is 40 metres high.",
                          "We wrongly gave the height of the dam at Orra as 40 metres."}),
            "correction: We wrongly gave the height of the dam at Orra as 40 metres.");
}

// Of `texts`, each a day after the one before; the first sentences of the first and the last tell
// one event.
std::string news_of_event(std::initializer_list<std::string_view> texts) {
  NewsPile p;
  Day day = std::chrono::year{2024} / 5 / 13;
  std::uint32_t last = 0;
  for (const std::string_view text : texts) {
    last = p.add(text, iso(day));
    day += std::chrono::days{1};
  }
  p.join();
  Event& event = p.pile.events.emplace_back();
  event.rule = "event.dated-sentence";
  for (const std::uint32_t article : {0U, last})
    event.tellings.push_back(
        {article, p.pile.articles[article].segmentation.sentences.front().range});
  const std::string lines = p.drawn(last);
  const std::size_t second = lines.find('\n') + 1;
  return lines.substr(second + 2, lines.size() - second - 3);
}

TEST(NewsLabels, CountsWithoutANameAreOfTheirEvent) {
  const char* first = "A shaft at Ridgeholm was flooded. In all, 7 people died.";
  EXPECT_EQ(news_of_event({first, "Ridgeholm mourns. The toll rose to 9."}),
            "update: The toll rose to 9. < 0: In all, 7 people died.");
  EXPECT_EQ(news_of_event({first, "Ridgeholm mourns. Not 7 but 6 people died."}),
            "correction: Not 7 but 6 people died. < 0: In all, 7 people died.");
  EXPECT_EQ(news_of_event({first, "Ridgeholm mourns. The dead are 7."}),
            "repeat: The dead are 7. < 0: In all, 7 people died.");
  EXPECT_EQ(news_of_event({first, "Ridgeholm mourns. Doctors treated 9 injured people."}),
            "new: Doctors treated 9 injured people.");
}

TEST(NewsLabels, ACountIsKnownByWhatItWasBefore) {
  EXPECT_EQ(
      news_of_last({"Miners were trapped. In all, 7 people died.", "The toll rose to 9 from 7."}),
      "update: The toll rose to 9 from 7. < 0: In all, 7 people died.");
  EXPECT_EQ(
      news_of_last({"Miners were trapped. In all, 7 people died.", "The toll rose to 9 from 5."}),
      "update: The toll rose to 9 from 5.");  // by its own words
}

}  // namespace
}  // namespace fabula::timeline
