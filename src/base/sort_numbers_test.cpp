#include "base/sort_numbers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace fabula {
namespace {

// Few and many, with equal ones among them.
TEST(SortNumbers, AsStdSort) {
  std::mt19937_64 random(1);
  for (const std::size_t n : {0U, 1U, 2U, 63U, 64U, 65U, 1000U, 20000U}) {
    std::vector<std::uint64_t> narrow;
    std::vector<WideNumber> wide;
    for (std::size_t i = 0; i < n; ++i) {
      narrow.push_back(random() % (n + 1));
      wide.push_back({.lo = random() % 4 - 1, .hi = random() % (n + 1) - 1});
    }
    auto narrow_sorted = narrow;
    auto wide_sorted = wide;
    std::ranges::sort(narrow_sorted);
    std::sort(wide_sorted.begin(), wide_sorted.end());
    sort_numbers(narrow);
    sort_numbers(wide);
    EXPECT_EQ(narrow, narrow_sorted);
    EXPECT_TRUE(std::equal(wide.begin(), wide.end(), wide_sorted.begin(), wide_sorted.end()));
  }
}

}  // namespace
}  // namespace fabula
