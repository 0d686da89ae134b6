#include "base/natural_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fabula {
namespace {

TEST(NaturalOrder, NumbersAreCounted) {
  const std::vector<std::string> in_order = {"",
                                             "a",
                                             "a1b2",
                                             "a1b10",
                                             "a:2",
                                             "a:3",
                                             "a:10",
                                             "a:10b",
                                             "a:99999999999999999999",
                                             "a:100000000000000000000",
                                             "b"};
  for (std::size_t i = 0; i < in_order.size(); ++i)
    for (std::size_t k = 0; k < in_order.size(); ++k)
      EXPECT_EQ(is_naturally_before(in_order[i], in_order[k]), i < k)
          << in_order[i] << " " << in_order[k];
}

TEST(NaturalOrder, IsTotal) {
  // Every string of up to four of these characters: of two that differ exactly one is before the
  // other, and what is before something stays before what follows it.
  std::vector<std::string> all = {""};
  for (std::size_t i = 0; all[i].size() < 4; ++i)
    for (const char c : {'0', '1', 'a'}) all.push_back(all[i] + c);
  std::sort(all.begin(), all.end(), is_naturally_before);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = 0; k < all.size(); ++k)
      ASSERT_EQ(is_naturally_before(all[i], all[k]), i < k) << all[i] << " " << all[k];
}

}  // namespace
}  // namespace fabula
