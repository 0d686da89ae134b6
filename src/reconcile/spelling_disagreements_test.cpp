#include "reconcile/spelling_disagreements.hpp"

#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

TEST(Spellings, WhatSoundsAlikeIsOneName) {
  EXPECT_TRUE(are_spellings_of_one("jon", "john"));
  EXPECT_TRUE(are_spellings_of_one("steven", "stephen"));
  EXPECT_TRUE(are_spellings_of_one("marlow", "marlowe"));
  EXPECT_TRUE(are_spellings_of_one("smith", "smyth"));
  EXPECT_TRUE(are_spellings_of_one("katherine", "catherine"));
  EXPECT_TRUE(are_spellings_of_one("andersen", "anderson"));
  EXPECT_TRUE(are_spellings_of_one("hubschko", "hubchsko"));
}

TEST(Spellings, OtherNamesAreNot) {
  EXPECT_FALSE(are_spellings_of_one("dan", "don"));
  EXPECT_FALSE(are_spellings_of_one("maria", "mario"));
  EXPECT_FALSE(are_spellings_of_one("maria", "marta"));
  EXPECT_FALSE(are_spellings_of_one("ali", "eli"));
  EXPECT_FALSE(are_spellings_of_one("marlow", "barlow"));
  EXPECT_FALSE(are_spellings_of_one("lee", "le"));
  EXPECT_FALSE(are_spellings_of_one("marlow", "marlow"));
}

}  // namespace
}  // namespace fabula::reconcile
