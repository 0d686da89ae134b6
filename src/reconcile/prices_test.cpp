#include "reconcile/prices.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace fabula::reconcile {
namespace {

PairPrice price(std::string_view a, std::string_view b, std::vector<std::string_view> others = {}) {
  others.insert(others.begin(), {a, b});
  FamilyWords family;
  family.read(others);
  Pricer pricer(family);
  return pricer.price(0, 1);
}

// The words may have gone from `first` to `second`, not back.
void expect_one_way(std::string_view first, std::string_view second, Sign sign) {
  const PairPrice made = price(first, second);
  EXPECT_GE(made.b_to_a, made.a_to_b + 300) << second;
  EXPECT_EQ(made.against_b_to_a, sign) << second;
  EXPECT_EQ(made.against_a_to_b, Sign::kNone) << second;
  const PairPrice turned = price(second, first);
  EXPECT_EQ(turned.a_to_b, made.b_to_a);
  EXPECT_EQ(turned.b_to_a, made.a_to_b);
}

TEST(Prices, ExchangedWordsCostTheSameBothWays) {
  const PairPrice made =
      price("the harbour bridge was shut on", "the harbour bridge was closed on");
  EXPECT_EQ(made.a_to_b, price::kPlace + price::kOwnWord);
  EXPECT_EQ(made.b_to_a, made.a_to_b);
  EXPECT_EQ(made.own_a, 1U);
  EXPECT_EQ(made.own_b, 1U);
}

TEST(Prices, WordsPutInCostWhatARootWouldSaveOnThem) {
  const PairPrice made = price("the bridge was shut", "the very old bridge was shut");
  EXPECT_EQ(made.a_to_b - made.b_to_a, 2 * price::kOwnWord);
  EXPECT_EQ(made.own_b, 2U);
  EXPECT_EQ(made.own_a, 0U);
}

TEST(Prices, AnEndMayBeCutForOnePrice) {
  const PairPrice made = price("the bridge was shut after cracks were found in a pier on monday",
                               "the bridge was shut");
  EXPECT_EQ(made.a_to_b, price::kCutAtEdge);
}

TEST(Prices, WhatNobodyTakesBack) {
  expect_one_way("They has never ask us, she said", "They has [sic] never ask us, she said",
                 Sign::kSic);
  expect_one_way("We waited for three long years and nobody came", "We waited ... and nobody came",
                 Sign::kEllipsis);
  expect_one_way("We waited for three long years and nobody came", "We waited […] and nobody came",
                 Sign::kEllipsis);
  expect_one_way("It is a damned shame, he said", "It is a d***** shame, he said", Sign::kStars);
  expect_one_way("owners of the café at the quay", "owners of the cafÃ© at the quay",
                 Sign::kGarbled);
  expect_one_way("owners of the café at the quay", "owners of the caf\uFFFD at the quay",
                 Sign::kGarbled);
}

TEST(Prices, NothingOfThatWhereNothingChanged) {
  const PairPrice made = price("We waited ... and nobody [sic] came to the café today",
                               "We waited … and nobody (sic) came to the café yesterday");
  EXPECT_EQ(made.a_to_b, price::kPlace + price::kOwnWord);
  EXPECT_EQ(made.b_to_a, made.a_to_b);
}

TEST(Prices, WhatManyHandsDoIsFree) {
  for (const auto& [a, b] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"The COLOUR of the river", "the color of the river"},
           {"they organised two walks", "they organized 2 walks"},
           {"a co-op by the theatre", "a coop by the theater"},
           {"per cent of voters", "percent of voters"}}) {
    const PairPrice made = price(a, b);
    EXPECT_EQ(made.a_to_b, 0) << b;
    EXPECT_EQ(made.b_to_a, 0) << b;
  }
  EXPECT_GT(price("they came from there", "they came form there").a_to_b, 0);
  EXPECT_GT(price("an hour ago", "an our ago").a_to_b, 0);
}

TEST(Prices, AccentsAreLostMoreEasilyThanFound) {
  const PairPrice made = price("owners of the café at", "owners of the cafe at");
  EXPECT_EQ(made.a_to_b, 0);
  EXPECT_EQ(made.b_to_a, price::kAccentRestored);
}

TEST(Prices, StraightMarksAreCurledAtASmallPrice) {
  const PairPrice other = price("“it’s shut” now", "\"it's shut\" then");
  EXPECT_EQ(other.b_to_a - other.a_to_b, price::kMarksCurled);
}

TEST(Prices, SayingTheDayIsCheap) {
  const PairPrice made = price("was shut on Monday after", "was shut on Monday, 3 June after");
  EXPECT_EQ(made.a_to_b, 2 * price::kDateWord);
  EXPECT_EQ(made.own_b, 0U);
}

TEST(Prices, ATypoIsCorrectedTowardsWhatMostHave) {
  const PairPrice made = price("the parlament met", "the parliament met",
                               {"the parliament sat", "the parliament rose"});
  EXPECT_EQ(made.a_to_b, price::kTypoCorrected);
  EXPECT_EQ(made.b_to_a, price::kPlace + price::kOwnWord);
}

TEST(Prices, AMovedBlockIsNotNew) {
  const PairPrice made = price("alpha beta gamma delta epsilon one two three four five six seven",
                               "one two three four five six seven alpha beta gamma delta epsilon");
  EXPECT_EQ(made.own_b, 0U);
  EXPECT_EQ(made.a_to_b, made.b_to_a);
  EXPECT_LT(made.a_to_b, price::kPlace + price::kOwnWord);
}

TEST(Prices, FreeChangesCostNothing) {
  FamilyWords family;
  family.read(std::vector<std::string_view>{"the old bridge", "the worn bridge"});
  Pricer pricer(family);
  ASSERT_GT(pricer.price(0, 1).a_to_b, 0);
  pricer.make_free({change_key(family.words(0).subspan(1, 1), family.words(1).subspan(1, 1))});
  EXPECT_EQ(pricer.price(0, 1).a_to_b, 0);
  EXPECT_EQ(pricer.price(1, 0).a_to_b, 0);
}

}  // namespace
}  // namespace fabula::reconcile
