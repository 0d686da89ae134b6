#include "story/stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "story/pile_test.hpp"

namespace fabula::story {
namespace {

using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kRescue =
    "Two men were saved off Marl when their trawler Heron sank. The lifeboat Constance reached "
    "the Heron before midnight.";
constexpr std::string_view kPier =
    "Ostrey votes on a new pier. The council of Ostrey has argued over the price of the pier "
    "since spring.";
constexpr std::string_view kThanks =
    "The crew of the lifeboat Constance was thanked in Marl by the two men of the trawler Heron.";

std::vector<CountedTerm> terms_of(std::string_view text) {
  Pile pile;
  add_article(pile, text);
  return count_terms(pile.articles.front());
}

TEST(StoryStream, ArticlesJoinTheStoryTheyAreLike) {
  StoryStream stream;
  const Assignment rescue = stream.assign(terms_of(kRescue));
  EXPECT_TRUE(rescue.is_new);
  EXPECT_THAT(rescue.shared, IsEmpty());
  EXPECT_TRUE(stream.assign(terms_of(kPier)).is_new);
  const Assignment thanks = stream.assign(terms_of(kThanks));
  EXPECT_FALSE(thanks.is_new);
  EXPECT_EQ(thanks.story, rescue.story);
  EXPECT_THAT(thanks.shared, Not(IsEmpty()));
  EXPECT_EQ(stream.n_stories(), 2U);
}

TEST(StoryStream, KnownStoriesAreGoneOnWith) {
  StoryStream stream;
  stream.count(terms_of(kRescue));
  stream.count(terms_of(kPier));
  stream.put(terms_of(kRescue), 0);
  stream.put(terms_of(kPier), 1);
  EXPECT_EQ(stream.assign(terms_of(kThanks)).story, 0U);
  EXPECT_EQ(stream.n_stories(), 2U);
}

TEST(StoryStream, OneSharedTownIsNotEnough) {
  StoryStream stream;
  static_cast<void>(stream.assign(terms_of(kRescue)));
  EXPECT_TRUE(stream.assign(terms_of("The bakery of Marl shuts after sixty years.")).is_new);
}

TEST(StoryStream, AnArticleWithoutWordsIsAStoryOfItsOwn) {
  StoryStream stream;
  EXPECT_TRUE(stream.assign({}).is_new);
  EXPECT_TRUE(stream.assign({}).is_new);
  EXPECT_EQ(stream.assign({}).likeness, 0);
}

TEST(StoryStream, ThousandsOfCopiesAreOneStory) {
  StoryStream stream;
  const auto terms = terms_of(kRescue);
  for (int i = 0; i < 5000; ++i) EXPECT_EQ(stream.assign(terms).story, 0U);
  EXPECT_TRUE(stream.assign(terms_of(kPier)).is_new);
}

TEST(TermCounts, NeverTooFew) {
  TermCounts counts;
  const auto rescue = terms_of(kRescue);
  for (int i = 0; i < 3; ++i) counts.add(rescue);
  counts.add(terms_of(kThanks));
  for (const CountedTerm& term : rescue) EXPECT_GE(counts.of(term.key), 3U);
  EXPECT_EQ(counts.n_articles(), 4U);
  EXPECT_EQ(counts.of(12345), 0U);
}

}  // namespace
}  // namespace fabula::story
