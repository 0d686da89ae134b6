#include "reconcile/rooting.hpp"

#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

using Parents = std::vector<std::int32_t>;

RootedNode node(std::int32_t parent, std::int64_t down = 0, std::int64_t up = 0) {
  return {parent, 0, down, up, 1};
}

TEST(Rooting, TheMiddleOfAChainIsTheLikeliestBeginning) {
  const Rooting made = find_roots(std::vector<RootedNode>{node(-1), node(0), node(1)});
  EXPECT_EQ(made.parent, (Parents{1, -1, 1}));
  EXPECT_EQ(made.certainty[1], 0);   // two times in four
  EXPECT_GT(made.certainty[0], 30);  // three times in four
  EXPECT_LT(made.certainty[0], 60);
}

TEST(Rooting, OfTwoNeitherIsLikelier) {
  const Rooting made = find_roots(std::vector<RootedNode>{node(-1), node(0)});
  EXPECT_EQ(made.parent, (Parents{-1, 0}));
  EXPECT_EQ(made.certainty, (std::vector<std::int64_t>{0, 0}));
}

TEST(Rooting, ThePriceOfTurningAnEdgeIsItsCertainty) {
  const Rooting made = find_roots(std::vector<RootedNode>{node(-1), node(0, 100, 400)});
  EXPECT_EQ(made.parent, (Parents{-1, 0}));
  EXPECT_NEAR(static_cast<double>(made.certainty[1]), 300, 3);
  const Rooting turned = find_roots(std::vector<RootedNode>{node(-1), node(0, 400, 100)});
  EXPECT_EQ(turned.parent, (Parents{1, -1}));
  EXPECT_NEAR(static_cast<double>(turned.certainty[0]), 300, 3);
}

TEST(Rooting, ManyCopiesOfOneAreSureOfIt) {
  std::vector<RootedNode> star{node(1), node(-1)};
  for (int i = 0; i < 60; ++i) star.push_back(node(1));
  const Rooting made = find_roots(star);
  EXPECT_EQ(made.parent[1], -1);
  for (std::size_t i = 2; i < star.size(); ++i) EXPECT_GT(made.certainty[i], 150);
}

TEST(Rooting, SeveralTreesEachByItself) {
  const Rooting made =
      find_roots(std::vector<RootedNode>{node(-1), node(0), node(1), node(-1), node(3, 0, 900)});
  EXPECT_EQ(made.parent, (Parents{1, -1, 1, -1, 3}));
  EXPECT_TRUE(find_roots({}).parent.empty());
}

TEST(Rooting, LogarithmsAreExactAtPowersOfTwo) {
  for (unsigned bit = 0; bit < 64; ++bit)
    EXPECT_EQ(log2_sixteenths(std::uint64_t{1} << bit), 16 * std::int64_t{bit});
  for (std::uint64_t n = 1; n < 5000; ++n) EXPECT_LE(log2_sixteenths(n), log2_sixteenths(n + 1));
}

}  // namespace
}  // namespace fabula::reconcile
