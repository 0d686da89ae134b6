#include "story/quote_runs.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace fabula::story {
namespace {

using Runs = std::vector<std::uint32_t>;

TEST(QuoteRuns, ARunThatIsThereTwiceCountsTwice) {
  const Runs own = {3, 5, 5, 9};
  const QuoteRuns runs(own);
  EXPECT_EQ(runs.count_among(Runs{5}), 2U);
  EXPECT_EQ(runs.count_among(Runs{5, 5, 5}), 2U);
  EXPECT_EQ(runs.count_among(Runs{1, 3, 4, 9, 11}), 2U);
  EXPECT_EQ(runs.count_among(Runs{}), 0U);
}

TEST(QuoteRuns, CountsWhatALookAtAllPairsCounts) {
  std::mt19937 random(41);
  for (int round = 0; round < 100; ++round) {
    Runs own(random() % 300);
    Runs others(random() % 900);
    for (std::uint32_t& run : own) run = static_cast<std::uint32_t>(random() % 1000) * 7919U;
    for (std::uint32_t& run : others) run = static_cast<std::uint32_t>(random() % 1000) * 7919U;
    std::ranges::sort(own);
    std::ranges::sort(others);
    std::uint32_t n = 0;
    for (const std::uint32_t run : own)
      if (std::ranges::find(others, run) != others.end()) ++n;
    EXPECT_EQ(QuoteRuns(own).count_among(others), n);
  }
}

}  // namespace
}  // namespace fabula::story
