#include "reuse/invitations.hpp"

#include <gtest/gtest.h>

namespace fabula::reuse {
namespace {

TEST(Invitations, ToReadMore) {
  EXPECT_TRUE(
      is_invitation("Sign up for our newsletter and get the news of the quay every Friday."));
  EXPECT_TRUE(
      is_invitation("Want more of the harbour delivered straight to your inbox? Sign up for "
                    "\"Quay Lights\", our newsletter, here"));
  EXPECT_TRUE(is_invitation("Download the Quay Post app for full coverage and alerts"));
  EXPECT_TRUE(
      is_invitation("Subscribe to Vale Today, our daily podcast, wherever you get your "
                    "podcasts"));
  EXPECT_TRUE(
      is_invitation("ferries as an interest to stay up to date on the latest ferry news, "
                    "video, and analysis from the Quay Post. Add Interest"));
}

TEST(Invitations, FormsAndPlayers) {
  EXPECT_TRUE(is_invitation("This form requires JavaScript to complete."));
  EXPECT_TRUE(
      is_invitation("Please enter a valid email address. You can unsubscribe at any time."));
  EXPECT_TRUE(is_invitation("Your browser doesn’t support this sound."));
}

TEST(Invitations, HowToReachTheAuthor) {
  EXPECT_TRUE(
      is_invitation("Mara Voss can be reached at mvoss@quay.example. Follow her on Twitter"));
  EXPECT_TRUE(is_invitation("Write to Otto Lind at otto@quay.example"));
  EXPECT_TRUE(is_invitation("Find the Vale reports at https://quay.example/vale ."));
}

TEST(Invitations, StoriesTellOfTheSameThings) {
  EXPECT_FALSE(
      is_invitation("Share prices of Facebook and Twitter fell after the emails were found."));
  EXPECT_FALSE(is_invitation("The council sent its newsletter to all who live at the quay."));
  EXPECT_FALSE(
      is_invitation("She asked the ferrymen to sign up for the new rules by email, and "
                    "most of them did on Monday."));
  EXPECT_FALSE(is_invitation("Join us at the quay tonight! https://t.co/abc123"));
  EXPECT_FALSE(is_invitation("Find out who paid for the sluice, the chairwoman said."));
  EXPECT_FALSE(
      is_invitation("The bridge was shut on Monday night after cracks were found in it, and "
                    "the ferries were full. Sign up for our newsletter."));
  EXPECT_FALSE(is_invitation(""));
}

}  // namespace
}  // namespace fabula::reuse
