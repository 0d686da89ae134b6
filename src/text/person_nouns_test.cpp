#include "text/person_nouns.hpp"

#include <gtest/gtest.h>

namespace fabula::text {
namespace {

TEST(PersonNouns, AreNounsForPeople) {
  for (const char* word : {"striker", "strikers", "widow", "fisherman", "fishermen", "actress",
                           "actresses", "deputies", "ex-striker", "34-year-old"})
    EXPECT_TRUE(is_person_noun(word)) << word;
}

TEST(PersonNouns, OtherWordsAreNone) {
  for (const char* word :
       {"", "s", "-", "stone", "stones", "omen", "glass", "accused", "well-being"})
    EXPECT_FALSE(is_person_noun(word)) << word;
}

}  // namespace
}  // namespace fabula::text
