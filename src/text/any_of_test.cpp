#include "text/any_of.hpp"

#include <gtest/gtest.h>

namespace fabula::text {
namespace {

TEST(AnyOf, FindsWordsAnywhere) {
  const AnyOf crossings({"bridge", "viaduct"});
  EXPECT_TRUE(crossings.is_in("bridge"));
  EXPECT_TRUE(crossings.is_in("the footbridges of Castlebrook"));
  EXPECT_TRUE(crossings.is_in("the old viaduct"));
  EXPECT_FALSE(crossings.is_in("the old viaduc"));
  EXPECT_FALSE(crossings.is_in("the Bridge"));
  EXPECT_FALSE(crossings.is_in("via"));
  EXPECT_FALSE(crossings.is_in(""));
}

}  // namespace
}  // namespace fabula::text
