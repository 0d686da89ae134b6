#include "reuse/passage_families.hpp"

#include <gtest/gtest.h>

namespace fabula::reuse {
namespace {

using Families = std::vector<std::vector<Holder>>;

std::vector<bool> kept(Families families) {
  drop_inner_families(families);
  std::vector<bool> made;
  for (const auto& family : families) made.push_back(!family.empty());
  return made;
}

TEST(DropInnerFamilies, OfTheSameArticlesTheLongerStays) {
  EXPECT_EQ(kept({{{0, {40, 60}}, {1, {50, 70}}}, {{0, {0, 100}}, {1, {10, 110}}}}),
            (std::vector{false, true}));
  EXPECT_EQ(kept({{{0, {0, 100}}, {1, {10, 110}}, {2, {0, 90}}}, {{1, {15, 30}}, {2, {5, 20}}}}),
            (std::vector{true, false}));
}

TEST(DropInnerFamilies, WhatOthersHoldStays) {
  EXPECT_EQ(kept({{{0, {40, 60}}, {1, {50, 70}}, {2, {0, 20}}}, {{0, {0, 100}}, {1, {10, 110}}}}),
            (std::vector{true, true}));
  // elsewhere in one of the articles
  EXPECT_EQ(kept({{{0, {40, 60}}, {1, {250, 270}}}, {{0, {0, 100}}, {1, {10, 110}}}}),
            (std::vector{true, true}));
}

TEST(DropInnerFamilies, OfTwoAlikeOneStays) {
  EXPECT_EQ(kept({{{0, {0, 60}}, {1, {0, 60}}}, {{0, {0, 60}}, {1, {0, 60}}}}),
            (std::vector{true, false}));
  EXPECT_EQ(kept({{}, {{0, {0, 60}}, {1, {0, 60}}}}), (std::vector{false, true}));
}

}  // namespace
}  // namespace fabula::reuse
