#include "reconcile/word_alignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace fabula::reconcile {
namespace {

using Words = std::vector<std::uint32_t>;
using Runs = std::vector<Run>;

Alignment align(const Words& a, const Words& b) {
  WordAligner aligner;
  Alignment made;
  aligner.align(a, b, made);
  return made;
}

std::uint32_t n_equal(const Alignment& alignment) {
  std::uint32_t n = 0;
  for (const Run& run : alignment.runs) n += run.n;
  return n;
}

std::uint32_t longest_common_subsequence(const Words& a, const Words& b) {
  std::vector<std::vector<std::uint32_t>> best(a.size() + 1, Words(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j)
      best[i + 1][j + 1] = a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
  return best[a.size()][b.size()];
}

// Every run is true, runs rise on both sides, no word is used twice.
void check(const Words& a, const Words& b, const Alignment& alignment) {
  std::vector<int> used_a(a.size(), 0), used_b(b.size(), 0);
  std::uint32_t next_a = 0, next_b = 0;
  for (const Run& run : alignment.runs) {
    EXPECT_GT(run.n, 0U);
    EXPECT_GE(run.a, next_a);
    EXPECT_GE(run.b, next_b);
    next_a = run.a + run.n;
    next_b = run.b + run.n;
  }
  for (const auto& runs : {alignment.runs, alignment.moved})
    for (const Run& run : runs)
      for (std::uint32_t i = 0; i < run.n; ++i) {
        ASSERT_LT(run.a + i, a.size());
        ASSERT_LT(run.b + i, b.size());
        EXPECT_EQ(a[run.a + i], b[run.b + i]);
        EXPECT_EQ(++used_a[run.a + i], 1);
        EXPECT_EQ(++used_b[run.b + i], 1);
      }
}

TEST(WordAlignment, TheDrawingOfTheHeader) {
  const Words a{1, 2, 3, 4, 5, 6, 7, 8, 9}, b{1, 3, 4, 5, 10, 7, 8, 9};
  EXPECT_EQ(align(a, b).runs, (Runs{{0, 0, 1}, {2, 1, 3}, {6, 5, 3}}));
}

TEST(WordAlignment, EmptySides) {
  EXPECT_TRUE(align({}, {}).runs.empty());
  EXPECT_TRUE(align({1, 2}, {}).runs.empty());
  EXPECT_TRUE(align({}, {1}).runs.empty());
  EXPECT_EQ(n_equal(align({1, 2}, {1, 2})), 2U);
}

TEST(WordAlignment, FewEditsAreTheFewest) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    Words a(random() % 20), b(random() % 20);
    for (auto& word : a) word = static_cast<std::uint32_t>(random() % 4);
    for (auto& word : b) word = static_cast<std::uint32_t>(random() % 4);
    const Alignment made = align(a, b);
    check(a, b, made);
    EXPECT_EQ(n_equal(made), longest_common_subsequence(a, b));
  }
}

TEST(WordAlignment, AMovedBlockIsFoundAndUsedOnce) {
  Words a, b;
  for (std::uint32_t i = 0; i < 60; ++i) a.push_back(i);
  for (std::uint32_t i = 40; i < 50; ++i) b.push_back(i);
  for (std::uint32_t i = 0; i < 40; ++i) b.push_back(i);
  for (std::uint32_t i = 50; i < 60; ++i) b.push_back(i);
  const Alignment made = align(a, b);
  check(a, b, made);
  EXPECT_EQ(n_equal(made), 50U);
  EXPECT_EQ(made.moved, (Runs{{40, 0, 10}}));
}

TEST(WordAlignment, LongTextsWithManyEditsCutsAndMoves) {
  std::mt19937 random(2);
  for (int round = 0; round < 60; ++round) {
    Words a(1 + random() % 600);
    const unsigned n_kinds = round % 2 == 0 ? 5000 : 40;
    for (auto& word : a) word = static_cast<std::uint32_t>(random() % n_kinds);
    Words b;
    for (const std::uint32_t word : a) {
      if (random() % 20 == 0) continue;
      b.push_back(random() % 20 == 0 ? 9999 : word);
    }
    if (b.size() > 100 && round % 3 == 0) std::rotate(b.begin(), b.begin() + 50, b.end());
    const Alignment made = align(a, b);
    check(a, b, made);
    if (round % 3 != 0 && n_kinds == 5000) {
      EXPECT_GE(20 * n_equal(made), 19 * longest_common_subsequence(a, b));
    }
  }
}

TEST(WordAlignment, ARepeatedWordWithoutEndTakesNoTime) {
  const Words a(20000, 7);
  Words b(15000, 7);
  b[7000] = 8;
  check(a, b, align(a, b));
}

}  // namespace
}  // namespace fabula::reconcile
