#include "model/reason.hpp"

#include <gtest/gtest.h>

namespace fabula {
namespace {

TEST(Reason, AWholeSentenceIsAsItWas) {
  EXPECT_EQ(Reason("Nobody knows."), "Nobody knows.");
  EXPECT_EQ(Reason("Both credit the {} Post."), "Both credit the {} Post.");
  EXPECT_EQ(Reason(), "");
}

TEST(Reason, WordsComeIntoTheirPlaces) {
  const Reason two{"The first was published {}, the second {}.", "on 2031-05-02", "in 2031-06"};
  EXPECT_EQ(two, "The first was published on 2031-05-02, the second in 2031-06.");
  EXPECT_EQ(Reason("Both were published {}; that is all.", "in 2031", {}),
            "Both were published in 2031; that is all.");
}

}  // namespace
}  // namespace fabula
