#include "base/context.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fabula {
namespace {

TEST(ParallelFor, CallsEachOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 8U, 64U})
    for (const std::size_t n : {0UL, 1UL, 7UL, 1000UL}) {
      std::vector<int> calls(n, 0);
      parallel_for({threads, {}, nullptr}, n, [&](std::size_t i) { ++calls[i]; });
      EXPECT_EQ(calls, std::vector<int>(n, 1)) << threads << " threads, " << n << " calls";
    }
}

TEST(ParallelFor, EndsEarlyWhenAStopIsAskedFor) {
  std::stop_source stop;
  std::size_t n_called = 0;
  parallel_for({1, stop.get_token(), nullptr}, 100, [&](std::size_t i) {
    ++n_called;
    if (i == 9) stop.request_stop();
  });
  EXPECT_EQ(n_called, 10U);
}

TEST(ParallelFor, MayBeNested) {
  std::vector<std::vector<int>> calls(4, std::vector<int>(50, 0));
  const Context context{4, {}, nullptr};
  parallel_for(context, 4, [&](std::size_t i) {
    parallel_for(context, 50, [&](std::size_t k) { ++calls[i][k]; });
  });
  EXPECT_EQ(calls, std::vector(4, std::vector<int>(50, 1)));
}

}  // namespace
}  // namespace fabula
