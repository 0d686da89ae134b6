#include "timeline/news_asides.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "timeline/news_ages.hpp"
#include "timeline/news_pile_test.hpp"

namespace fabula::timeline {
namespace {

// The words of the article's only sentence that are no asides.
std::string told(std::string_view sentence) {
  NewsPile p;
  const AnnotatedArticle& article = p.pile.articles[p.add(sentence, "2024-05-13")];
  const Range range = article.segmentation.sentences.front().range;
  const NewsWords words(article.article.text, range);
  const std::vector<bool> is_aside = find_asides(article, range, words.all());
  std::string rest;
  for (std::size_t i = 0; i < is_aside.size(); ++i)
    if (!is_aside[i]) rest += (rest.empty() ? "" : " ") + std::string(words.all()[i].lower);
  return rest;
}

TEST(NewsAsides, WhoSomebodyIs) {
  EXPECT_EQ(told("Vera Bell, a nurse from Orra, waited."), "vera bell , , waited .");
  EXPECT_EQ(told("Vera Bell, 43, the widow of the miller, waited."), "vera bell , , , waited .");
  EXPECT_EQ(told("Vera Bell of Orra waited."), "vera bell of waited .");
  EXPECT_EQ(told("Vera Bell waited, a boat came, and she sang."),
            "vera bell waited , a boat came , and she sang .");
}

TEST(NewsAsides, WhoseReportItIs) {
  EXPECT_EQ(told("ORRA, 3 May (Bell Press) - The dam broke."), "- the dam broke .");
  EXPECT_EQ(told("The dam broke, the police said on Monday."), "the dam broke , .");
  EXPECT_EQ(told("The dam broke, Vera Bell said on Monday."),
            "the dam broke , vera bell said on monday .");
}

TEST(NewsAges, AreToldFromCounts) {
  const auto is_first_number_an_age = [](std::string_view sentence) {
    const NewsWords words(sentence, {0, static_cast<std::uint32_t>(sentence.size())});
    for (std::size_t i = 0; i < words.all().size(); ++i)
      if (words.all()[i].kind == NewsWord::Kind::kNumber) return is_age(words.all(), i, i + 1);
    return false;
  };
  for (const char* sentence : {"Vera Bell, 43, waited.", "Vera Bell (43) waited.",
                               "A nurse, aged 43, waited.", "She was 43 when the dam broke.",
                               "Her daughter Ada is 14 months old.", "Now 43, Bell waits."})
    EXPECT_TRUE(is_first_number_an_age(sentence)) << sentence;
  for (const char* sentence : {"Vera Bell saw 43 boats.", "The toll is 43.", "In all, 43 died.",
                               "All boats (43) were lost.", "It was 43 when the rain began."})
    EXPECT_FALSE(is_first_number_an_age(sentence)) << sentence;
}

}  // namespace
}  // namespace fabula::timeline
