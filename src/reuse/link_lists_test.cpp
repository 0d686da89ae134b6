#include "reuse/link_lists.hpp"

#include <gtest/gtest.h>

namespace fabula::reuse {
namespace {

TEST(LinkLists, HeadlinesBehindAName) {
  EXPECT_TRUE(
      is_link_list("Mara Voss Mara VossFerry hits pier Sluice of Vale opened late Harbour "
                   "shut again MORE (Vale) said the bridge"));
  EXPECT_TRUE(is_link_list("Sen. Otto Lind Otto Karl Lind2030 ferries to be sold Sluice opened"));
}

TEST(LinkLists, HeadlinesBetweenBars) {
  EXPECT_TRUE(is_link_list("Ferry hits pier | Sluice opened late | Voss to speak on Friday"));
  EXPECT_TRUE(
      is_link_list("Vale at Night: the ferry to Orra hits the pier of Quay again and nobody "
                   "knows why | Sluice of Vale opened late"));
}

TEST(LinkLists, StoriesAreNone) {
  EXPECT_FALSE(is_link_list("Mara Voss said that QuayWatch and FerryNet had known of the crack."));
  EXPECT_FALSE(is_link_list("Quay and Vale have QuayWatch, which was founded in 1931."));
  EXPECT_FALSE(is_link_list("The bridge of Vale was shut on Monday night. | Photo by Otto Lind"));
  EXPECT_FALSE(
      is_link_list("The bridge was shut after cracks were found in it, and the ferries to "
                   "Orra were full on Monday, said Mara Voss Mara VossFerry hits pier MORE"));
  EXPECT_FALSE(is_link_list(""));
  EXPECT_FALSE(is_link_list(" \n |"));
}

}  // namespace
}  // namespace fabula::reuse
