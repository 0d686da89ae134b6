#include "language/denial.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace fabula::language {
namespace {

// Of the word of the sentence.
Denial denial(std::string_view sentence, std::string_view word, bool is_noun = false) {
  const std::vector<SentenceWord> words =
      words_of_sentence(sentence, {0, static_cast<std::uint32_t>(sentence.size())});
  const auto at = std::ranges::find(words, word, &SentenceWord::lower);
  EXPECT_NE(at, words.end()) << word;
  return denial_of(words, static_cast<std::size_t>(at - words.begin()), is_noun);
}

TEST(Denial, IsANotBeforeTheVerb) {
  EXPECT_EQ(denial("Ada Ferrin did not resign on Monday.", "resign"), Denial::kNot);
  EXPECT_EQ(denial("Ada Ferrin didn’t resign.", "resign"), Denial::kNot);
  EXPECT_EQ(denial("She has never been formally charged.", "charged"), Denial::kNot);
  EXPECT_EQ(denial("She was not, the court heard, charged.", "charged"), Denial::kNone);
  EXPECT_EQ(denial("She resigned.", "resigned"), Denial::kNone);
  EXPECT_EQ(denial("She did not speak and resigned.", "resigned"), Denial::kNone);
}

TEST(Denial, IsNobodyOrNothingThatDidIt) {
  EXPECT_EQ(denial("Nobody was hurt.", "hurt"), Denial::kNot);
  EXPECT_EQ(denial("No new charges have been filed.", "filed"), Denial::kNot);
  EXPECT_EQ(denial("None of the crew was rescued.", "rescued"), Denial::kNot);
  EXPECT_EQ(denial("Police made no arrests.", "arrests", true), Denial::kNot);
  EXPECT_EQ(denial("No doubt she resigned.", "resigned"), Denial::kNone);
  EXPECT_EQ(denial("Nobody here has forgotten how the ferry sank.", "sank"), Denial::kNone);
  EXPECT_EQ(denial("No fewer than five people were hurt.", "hurt"), Denial::kNone);
}

TEST(Denial, IsNoneWhereItHappenedInTheEnd) {
  EXPECT_EQ(denial("He was not arrested until Monday.", "arrested"), Denial::kNone);
  EXPECT_EQ(denial("She not only resigned but left.", "resigned"), Denial::kNone);
  EXPECT_EQ(denial("The road has not fully reopened.", "reopened"), Denial::kNone);
}

TEST(Denial, IsWhatSomebodyDenies) {
  EXPECT_EQ(denial("The town denied that she had resigned.", "resigned"), Denial::kDenied);
  EXPECT_EQ(denial("The town denied on Monday that she had resigned.", "resigned"),
            Denial::kDenied);
  EXPECT_EQ(denial("Her office denied Ferrin had resigned.", "resigned"), Denial::kDenied);
  EXPECT_EQ(denial("She denied having resigned.", "resigned"), Denial::kDenied);
  EXPECT_EQ(denial("She denies reports of her resignation.", "resignation", true), Denial::kDenied);
  EXPECT_EQ(denial("It is untrue that she resigned.", "resigned"), Denial::kDenied);
  EXPECT_EQ(denial("It is not true that she resigned.", "resigned"), Denial::kDenied);
}

TEST(Denial, IsNotWhatStandsBesideADenial) {
  EXPECT_EQ(denial("Orr, who denied the theft, was sentenced.", "sentenced"), Denial::kNone);
  EXPECT_EQ(denial("Orr denied the theft and was sentenced.", "sentenced"), Denial::kNone);
  EXPECT_EQ(denial("A man who denied the charge was sentenced.", "sentenced"), Denial::kNone);
  EXPECT_EQ(denial("Orr denied the murder.", "murder", true), Denial::kNone);
  EXPECT_EQ(denial("Nobody denied that she had resigned.", "resigned"), Denial::kNone);
  EXPECT_EQ(denial("She did not deny that she had resigned.", "resigned"), Denial::kNone);
}

}  // namespace
}  // namespace fabula::language
