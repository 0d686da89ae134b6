#include "reconcile/dates.hpp"

#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

constexpr DatePrices kPrices{100, 3, 400};

std::int64_t priced(Published source, Published copy) { return date_price(source, copy, kPrices); }

TEST(Dates, EarlierCostsNothingAndLaterMore) {
  EXPECT_EQ(priced({1, 1}, {2, 2}), 0);
  EXPECT_EQ(priced({3, 3}, {2, 2}), 103);
  EXPECT_EQ(priced({12, 12}, {2, 2}), 130);
  EXPECT_EQ(priced({1000, 1000}, {2, 2}), 400);
}

TEST(Dates, OverlapsLieBetween) {
  EXPECT_EQ(priced({1, 1}, {1, 1}), 50);
  EXPECT_EQ(priced({1, 30}, {5, 5}), priced({1, 30}, {5, 5}));
  EXPECT_LT(priced({1, 30}, {28, 28}), priced({1, 30}, {3, 3}));
  for (std::int32_t shift = -12; shift < 12; ++shift)
    EXPECT_LE(priced({shift, shift + 5}, {0, 5}), priced({shift + 1, shift + 6}, {0, 5}));
}

TEST(Dates, WhatIsNotKnownCostsNothing) {
  EXPECT_EQ(priced({}, {1, 1}), 0);
  EXPECT_EQ(priced({1, 1}, {}), 0);
  EXPECT_EQ(priced({{}, 5}, {3, 3}), 0);
  EXPECT_EQ(priced({5, {}}, {3, 3}), 100);
  EXPECT_FALSE(is_before({}, {1, 1}));
  EXPECT_TRUE(is_before({{}, 1}, {2, {}}));
}

TEST(Dates, TheFirstOfTwo) {
  EXPECT_EQ(earlier_of({3, 9}, {5, 6}), (Published{3, 6}));
  EXPECT_EQ(earlier_of({}, {5, 6}), (Published{5, 6}));
  EXPECT_EQ(earlier_of({{}, 4}, {5, 6}), (Published{{}, 4}));
}

}  // namespace
}  // namespace fabula::reconcile
