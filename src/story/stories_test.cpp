#include "story/stories.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/pile_test.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;

const Context kOneThread{1, {}, nullptr};

std::vector<Story> stories_of(const Pile& pile) {
  return group_articles(pile, weigh_terms(pile.articles, kOneThread), kOneThread).stories;
}

std::vector<std::uint32_t> articles_of(const Story& story) {
  std::vector<std::uint32_t> out;
  for (const Membership& member : story.members) out.push_back(member.article);
  return out;
}

TEST(Stories, OneWithItsReasonsAndOneAlone) {
  Pile pile;
  add_article(pile, "The sluice gate of the weir at Ostrey broke.", "2024-03-01");
  add_article(pile, "Plum cake was sold at the fair in Lund.", "2024-03-01");
  add_article(pile, "Divers lifted the broken sluice gate out of the weir.", "2025-03-01");
  const std::vector<Story> stories = stories_of(pile);
  ASSERT_EQ(stories.size(), 2U);
  EXPECT_THAT(articles_of(stories[0]), ElementsAre(0, 2));
  EXPECT_THAT(articles_of(stories[1]), ElementsAre(1));
  EXPECT_EQ(stories[0].n_origins, 2U);
  EXPECT_EQ(stories[0].id.front(), 's');
  const Membership& member = stories[0].members[1];
  EXPECT_EQ(member.like, 0);
  EXPECT_EQ(member.rule, "story.alike");
  EXPECT_EQ(member.words.size(), 6U);
  EXPECT_THAT(member.because, testing::HasSubstr("“sluice” (this article) and “sluice” (article of "
                                                 "2024-03-01)"));
  EXPECT_EQ(stories[1].members[0].rule, "story.alone");
  EXPECT_EQ(stories[1].members[0].like, -1);
}

TEST(Stories, WhatAppearsLaterLeavesTheIdAsItIs) {
  const std::string_view broke = "The sluice gate of the weir at Ostrey broke.";
  const std::string_view lifted = "Divers lifted the broken sluice gate out of the weir.";
  const std::string_view rebuilt = "The weir is rebuilt, with a sluice gate that cannot break.";
  Pile pile;
  for (const std::string_view text : {rebuilt, lifted, broke}) add_article(pile, text);
  const auto state = [&](std::size_t i, const char* day) {
    pile.articles[i].article.published = {
        when_day(*parse_iso_day(day)), DateBasis::kStated, {}, {}};
  };
  state(2, "2024-03-01");
  state(0, "2025-03-01");
  const std::string id = stories_of(pile).front().id;
  EXPECT_EQ(id, story_id(pile.articles[2].article)) << "of the earliest day, undated ones behind";
  pile.articles.pop_back();
  state(1, "2024-03-02");
  EXPECT_EQ(stories_of(pile).front().id, story_id(pile.articles[1].article));
}

TEST(Stories, CopiesAreOneOrigin) {
  Pile pile;
  for (const char* day : {"2024-03-01", "2024-03-02"})
    add_article(pile, "Divers lifted the broken sluice gate out of the weir at Ostrey.", day);
  pile.copies = {{"c1", {0, 1}}};
  const std::vector<Story> stories = stories_of(pile);
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].n_origins, 1U);
  EXPECT_EQ(stories[0].members[1].rule, "story.copy");
  EXPECT_THAT(stories[0].members[1].because,
              testing::StartsWith("nearly the same text as the article of 2024-03-01: "));
}

TEST(Stories, ATownAloneJoinsNothing) {
  Pile pile;
  add_article(pile, "Ostrey has a choir of sixty voices.");
  add_article(pile, "Ostrey sold its old fire engine.");
  EXPECT_EQ(stories_of(pile).size(), 2U);
}

TEST(Stories, OfNothingAndOfEmptyArticles) {
  EXPECT_TRUE(stories_of({}).empty());
  Pile pile;
  add_article(pile, "");
  add_article(pile, "");
  EXPECT_EQ(stories_of(pile).size(), 2U);
}

TEST(Stories, MoreIsAskedOfLargePilesAndOfTwoLargeStories) {
  EXPECT_LT(least_likeness(3, 1), least_likeness(100, 1));
  EXPECT_LT(least_likeness(100, 1), least_likeness(1000, 1));
  EXPECT_EQ(least_likeness(1000, 1), least_likeness(100000, 1));
  EXPECT_LT(least_likeness(1000, 1), least_likeness(1000, 4));
  EXPECT_EQ(least_likeness(1000, 32), least_likeness(1000, 300));
}

}  // namespace
}  // namespace fabula::story
