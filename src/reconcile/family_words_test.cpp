#include "reconcile/family_words.hpp"

#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

using Texts = std::vector<std::uint32_t>;

Texts texts_of(const FamilyWords& family) {
  return {family.text_of_member().begin(), family.text_of_member().end()};
}

TEST(FamilyWords, EqualAfterFoldingIsOneText) {
  const std::vector<std::string_view> members{"“The bridge’s shut.”", "The old bridge's shut",
                                              "the BRIDGE's shut", "The old bridge's shut", ""};
  FamilyWords family;
  family.read(members);
  EXPECT_EQ(texts_of(family), (Texts{0, 1, 0, 1, 2}));
  EXPECT_EQ(family.n_texts(), 3U);
  EXPECT_EQ(family.n_members(0), 2U);
  EXPECT_EQ(family.first_member(1), 1U);
  EXPECT_EQ(family.words(1).size(), 4U);
  EXPECT_EQ(family.letters(family.words(1)[1]), "old");
  EXPECT_EQ(family.n_holders(family.words(1)[1]), 1U);
  EXPECT_EQ(family.n_holders(family.words(0)[0]), 2U);
  EXPECT_TRUE(family.words(2).empty());
}

TEST(FamilyWords, PlacesAreThoseOfTheFrozenText) {
  const std::vector<std::string_view> members{"“The \u00ADbridge’s” – shut!", "other"};
  FamilyWords family;
  family.read(members);
  ASSERT_EQ(family.words(0).size(), 3U);
  EXPECT_EQ(words_of(members[0], family.bytes_of(0, 1, 2)), "bridge’s");
  EXPECT_EQ(words_of(members[0], family.bytes_of(0, 1, 3)), "bridge’s” – shut");
  EXPECT_EQ(words_of(members[0], family.gap_before(0, 0)), "“");
  EXPECT_EQ(words_of(members[0], family.gap_before(0, 2)), "” – ");
  EXPECT_EQ(words_of(members[0], family.gap_before(0, 3)), "!");
}

TEST(FamilyWords, ReadsOneFamilyAfterTheOther) {
  FamilyWords family;
  family.read(std::vector<std::string_view>{"one two three", "four"});
  family.read(std::vector<std::string_view>{"four five", "six"});
  EXPECT_EQ(family.n_texts(), 2U);
  EXPECT_EQ(family.letters(family.words(0)[0]), "four");
  family.read(std::vector<std::string_view>{"seven", "seven"});
  EXPECT_EQ(family.n_texts(), 1U);
  EXPECT_EQ(family.n_members(0), 2U);
  EXPECT_TRUE(family.words(0).empty());
  family.read({});
  EXPECT_EQ(family.n_texts(), 0U);
}

}  // namespace
}  // namespace fabula::reconcile
