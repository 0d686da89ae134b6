#include "reconcile/named_outlets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

using testing::Contains;
using testing::Not;

TEST(NamedOutlets, Keys) {
  EXPECT_EQ(outlet_key("The Quay Post"), "quaypost");
  EXPECT_EQ(outlet_key("www.quaypost.example/news"), "quaypost");
  EXPECT_EQ(outlet_key("Quay Post (Web News)"), "quaypost");
  EXPECT_EQ(outlet_key("Quay Post - Opinion"), "quaypost");
  EXPECT_EQ(outlet_key("Le Phare Été"), "lephareÉté");
  EXPECT_EQ(outlet_key("Q."), "");
  EXPECT_EQ(outlet_key(""), "");
}

TEST(NamedOutlets, BehindAndBeforeCues) {
  EXPECT_THAT(find_named_keys("who told the Quay Post that it is shut"), Contains("quaypost"));
  EXPECT_THAT(find_named_keys("she told QNN's Otto Lind"), Contains("qnn"));
  EXPECT_THAT(find_named_keys("it was reported by Tern Times."), Contains("terntimes"));
  EXPECT_THAT(find_named_keys("The bridge is shut, The Quay Post first reported on Monday"),
              Contains("quaypost"));
  EXPECT_THAT(find_named_keys("The Quay Post told nobody"), Not(Contains("quaypost")));
  EXPECT_THAT(find_named_keys("the mayor told reporters"), testing::IsEmpty());
  EXPECT_THAT(find_named_keys("told "), testing::IsEmpty());
  EXPECT_THAT(find_named_keys(" reported"), testing::IsEmpty());
}

}  // namespace
}  // namespace fabula::reconcile
