#include "reuse/invitations.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "reuse/hash_words.hpp"

namespace fabula::reuse {
namespace {

bool invites(std::string_view text) {
  WordHasher hasher;
  std::vector<WordCode> words;
  for (const HashedWord& word : hasher.hash(text)) words.push_back(number_of(word.hash));
  return is_invitation(text, words);
}

TEST(Invitations, ToReadMore) {
  EXPECT_TRUE(invites("Sign up for our newsletter and get the news of the quay every Friday."));
  EXPECT_TRUE(
      invites("Want more of the harbour delivered straight to your inbox? Sign up for "
              "\"Quay Lights\", our newsletter, here"));
  EXPECT_TRUE(invites("Download the Quay Post app for full coverage and alerts"));
  EXPECT_TRUE(
      invites("Subscribe to Vale Today, our daily podcast, wherever you get your "
              "podcasts"));
  EXPECT_TRUE(
      invites("ferries as an interest to stay up to date on the latest ferry news, "
              "video, and analysis from the Quay Post. Add Interest"));
}

TEST(Invitations, FormsAndPlayers) {
  EXPECT_TRUE(invites("This form requires JavaScript to complete."));
  EXPECT_TRUE(invites("Please enter a valid email address. You can unsubscribe at any time."));
  EXPECT_TRUE(invites("Your browser doesn’t support this sound."));
}

TEST(Invitations, HowToReachTheAuthor) {
  EXPECT_TRUE(invites("Mara Voss can be reached at mvoss@quay.example. Follow her on Twitter"));
  EXPECT_TRUE(invites("Write to Otto Lind at otto@quay.example"));
  EXPECT_TRUE(invites("Find the Vale reports at https://quay.example/vale ."));
}

TEST(Invitations, StoriesTellOfTheSameThings) {
  EXPECT_FALSE(invites("Share prices of Facebook and Twitter fell after the emails were found."));
  EXPECT_FALSE(invites("The council sent its newsletter to all who live at the quay."));
  EXPECT_FALSE(
      invites("She asked the ferrymen to sign up for the new rules by email, and "
              "most of them did on Monday."));
  EXPECT_FALSE(invites("Join us at the quay tonight! https://t.co/abc123"));
  EXPECT_FALSE(invites("Find out who paid for the sluice, the chairwoman said."));
  EXPECT_FALSE(
      invites("The bridge was shut on Monday night after cracks were found in it, and "
              "the ferries were full. Sign up for our newsletter."));
  EXPECT_FALSE(invites(""));
}

}  // namespace
}  // namespace fabula::reuse
