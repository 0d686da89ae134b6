#include "story/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/pile_test.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Context kOneThread{1, {}, nullptr};

TEST(Terms, AreWhatAnotherArticleHasTooButForSmallWords) {
  Pile pile;
  add_article(pile, "The weir of Ostrey holds.");
  add_article(pile, "The weirs have broken.");
  add_article(pile, "The oak fell.");
  const auto terms = weigh_terms(pile.articles, kOneThread).of_article;
  ASSERT_EQ(terms[0].size(), 1U) << "the weir";
  ASSERT_EQ(terms[1].size(), 1U);
  EXPECT_EQ(terms[0][0].id, terms[1][0].id);
  EXPECT_THAT(terms[2], IsEmpty());
  EXPECT_LT(terms[0][0].weight, 1) << "the words of its own make it less like others";
}

TEST(Terms, WordsSideBySideOverSmallOnes) {
  Pile pile;
  add_article(pile, "The weir of Ostrey. Holds.");
  add_article(pile, "A weir at Ostrey. Holds.");
  EXPECT_EQ(weigh_terms(pile.articles, kOneThread).of_article[0].size(), 4U)
      << "weir, Ostrey, both, holds; not Ostrey and holds";
}

TEST(Terms, EqualArticlesOverlapWholly) {
  Pile pile;
  add_article(pile, "Divers cut the hinges of the sluice gate.");
  add_article(pile, "Divers cut the hinges of the sluice gate.");
  const auto terms = weigh_terms(pile.articles, kOneThread).of_article;
  const Overlap overlap = overlap_of(terms[0], terms[1]);
  EXPECT_NEAR(overlap.all, 1, 1e-5);
  EXPECT_LT(overlap.greatest, 0.5);
  EXPECT_GT(overlap.greatest, 0);
}

TEST(Terms, SumsAreByTerm) {
  const TermVector sum = sum_of(TermVector{{1, 0.5F}, {3, 0.25F}}, TermVector{{1, 0.25F}, {2, 1}});
  ASSERT_EQ(sum.size(), 3U);
  EXPECT_FLOAT_EQ(sum[0].weight, 0.75F);
  EXPECT_EQ(sum[1].id, 2U);
  EXPECT_EQ(sum[2].id, 3U);
}

TEST(Terms, ATableTellsTheSameOverlaps) {
  const TermVector a = {{1, 0.5F}, {3, 0.25F}};
  const TermVector b = {{1, 0.25F}, {2, 1}};
  const TermVector c = {{0, 0.5F}, {1, 0.5F}, {2, 0.25F}};
  TermTable table(4);
  table.set(b);
  table.set(a);
  table.add(b);
  const Overlap overlap = overlap_of(sum_of(a, b), c);
  EXPECT_EQ(table.overlap_with(c), overlap.all);
  EXPECT_EQ(table.greatest_with(c), overlap.greatest);
}

TEST(Terms, SmallStemsAreThoseInSmallLetters) {
  Pile pile;
  add_article(pile, "Gold fell 2% on Monday, and raised hopes in Marl.");
  EXPECT_THAT(small_stems(pile.articles[0]), ElementsAre("fell", "hop", "rais"));
}

}  // namespace
}  // namespace fabula::story
