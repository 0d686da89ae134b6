#include "language/deed_phrases.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::language {
namespace {

// Of the first word that begins a phrase: "convict 5", with the index behind it.
std::string phrase_in(std::string_view text) {
  const std::vector<SentenceWord> words =
      words_of_sentence(text, {0, static_cast<std::uint32_t>(text.size())});
  for (std::size_t i = 0; i < words.size(); ++i) {
    const DeedPhrase phrase = deed_phrase_at(words, i);
    if (phrase.deed.empty()) continue;
    return std::string(phrase.is_noun ? "the " : "") + std::string(phrase.deed) + " " +
           std::to_string(phrase.end);
  }
  return "";
}

TEST(DeedPhrases, AreFoundWithWordsBetween) {
  EXPECT_EQ(phrase_in("She stepped down."), "resign 3");
  EXPECT_EQ(phrase_in("They found Bo Marlow guilty."), "convict 5");
  EXPECT_EQ(phrase_in("They found Bo Marlow, 35, guilty."), "convict 8");
  EXPECT_EQ(phrase_in("They found Bo Marlow not guilty."), "acquit 6");
  EXPECT_EQ(phrase_in("A minute of silence began."), "the commemorate 4");
}

TEST(DeedPhrases, EndWithTheClauseAndAfterAFewWords) {
  EXPECT_EQ(phrase_in("They found Bo Marlow; guilty, he was not."), "");
  EXPECT_EQ(phrase_in("They found one two three four five six seven guilty."), "");
  EXPECT_EQ(phrase_in("She stepped"), "");
}

}  // namespace
}  // namespace fabula::language
