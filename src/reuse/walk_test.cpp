#include "reuse/walk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace fabula::reuse {
namespace {

using Words = std::vector<WordCode>;
using Told = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

Told told(const Walk::End& end) { return {end.a, end.b, end.words, end.aligned_words}; }

// The same walk, trying every change at every price.
Told walk_slowly(const Words& a, const Words& b, WordCode border, WordCode kind) {
  const auto same = [&](std::size_t i, std::size_t j) {
    return i < a.size() && j < b.size() && same_word(a[i], b[j]) && (a[i] & b[j] & border) == kind;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  std::uint32_t words = 0;
  std::uint32_t aligned = 0;
  int score = 0;
  int best_score = 0;
  Told best{};
  for (bool goes_on = true; goes_on;) {
    for (; same(i, j); ++i, ++j, ++words, ++aligned) ++score;
    if (score > best_score || std::get<3>(best) == 0) {
      best_score = score;
      best = {i, j, words, aligned};
    }
    goes_on = false;
    const int may_cost = score - best_score + 14 + std::min(14, best_score / 8);
    for (int cost = 1; cost <= may_cost && !goes_on; ++cost)
      for (unsigned exchanged = 0; exchanged <= 5 && !goes_on; ++exchanged)
        for (const bool into_b : {true, false}) {
          const int put_in = cost - 2 * static_cast<int>(exchanged);
          if (put_in < 0 || put_in > 16) continue;
          const unsigned more = exchanged + static_cast<unsigned>(put_in);
          const std::size_t x = i + (into_b ? exchanged : more);
          const std::size_t y = j + (into_b ? more : exchanged);
          const bool agree = same(x, y) && same(x + 1, y + 1) && (more <= 1 || same(x + 2, y + 2));
          if (!agree) continue;
          i = x;
          j = y;
          aligned += more;
          score -= cost;
          goes_on = true;
          break;
        }
  }
  return best;
}

WordCode below(std::mt19937& random, WordCode n) { return static_cast<WordCode>(random() % n); }

// Words, with some exchanged, dropped and put in, and some flagged.
Words edited(const Words& words, std::mt19937& random) {
  Words made;
  for (const WordCode word : words) {
    const auto draw = random() % 30;
    if (draw == 0) made.push_back(below(random, 40));
    for (auto n = draw == 1 ? random() % 8 : 0; n > 0; --n) made.push_back(below(random, 40));
    if (draw > 2) made.push_back(word);
  }
  return made;
}

TEST(Walk, PassesOverSmallChanges) {
  const Words a{1, 2, 3, 4, 5, 6, 7, 8, 9};
  const Words b{1, 2, 3, 4, 90, 6, 7, 91, 8, 9};
  const Walk::End end = Walk(a, b, true, 0, 0).go();
  EXPECT_EQ(end.a, 9U);
  EXPECT_EQ(end.b, 10U);
  EXPECT_EQ(end.words, 8U);
  EXPECT_EQ(end.aligned_words, 10U);
  EXPECT_EQ(end.first_run, 4U);
  EXPECT_EQ(end.longest_run, 4U);
}

TEST(Walk, StaysOnItsSideOfABorder) {
  const Words a{1, 2, 3, 4 | kFurnitureWord, 5 | kFurnitureWord};
  Walk story(a, a, true, kFurnitureWord, 0);
  EXPECT_EQ(story.go().a, 3U);
  EXPECT_TRUE(story.met_border());
  Walk furniture(a, a, false, kFurnitureWord, kFurnitureWord);
  EXPECT_EQ(furniture.go().a, 2U);
  EXPECT_TRUE(furniture.met_border());
}

TEST(WalkLaw, AsTheSlowWalk) {
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    Words a(random() % 120);
    for (WordCode& word : a) word = below(random, 40) + 1'000 * below(random, 3);
    Words b = edited(a, random);
    const bool has_border = round % 2 != 0;
    if (has_border)
      for (Words* side : {&a, &b})
        for (WordCode& word : *side)
          if (random() % 8 == 0) word |= kFurnitureWord;
    const WordCode border = has_border ? kFurnitureWord : 0;
    const WordCode kind = round % 4 == 3 ? border : 0;
    const Told slow = walk_slowly(a, b, border, kind);
    Walk forwards(a, b, true, border, kind);
    ASSERT_EQ(told(forwards.go()), slow) << round;
    if (!forwards.met_border()) {
      ASSERT_EQ(slow, walk_slowly(a, b, 0, 0)) << round;
    }
    const Words a_turned(a.rbegin(), a.rend());
    const Words b_turned(b.rbegin(), b.rend());
    ASSERT_EQ(told(Walk(a_turned, b_turned, false, border, kind).go()), slow) << round;
  }
}

}  // namespace
}  // namespace fabula::reuse
