#include "render/near_phrase.hpp"

#include <gtest/gtest.h>

namespace fabula::render {
namespace {

// "[words of the text] words with marks", one a place.
std::vector<std::string> near(std::string_view phrase, std::string_view text) {
  std::vector<std::string> drawn;
  for (const NearPlace& place : NearPhrase(phrase).find(text, WordPlaces(text)))
    drawn.push_back("[" + std::string(words_of(text, place.range)) + "] " +
                    plain_marks(place.pieces));
  return drawn;
}
using Places = std::vector<std::string>;

TEST(NearPhrase, FindsWordsThatWereChanged) {
  EXPECT_EQ(
      near("we warned them three times last year", "“We warned them twice last year,” she said"),
      Places());  // two of seven words
  EXPECT_EQ(
      near("we warned them three times last year and nobody came",
           "“We warned them twice last year, and nobody came,” she said"),
      Places{"[We warned them twice last year, and nobody came] We warned them [-three times-] "
             "{+twice+} last year, and nobody came"});
}

TEST(NearPhrase, WordsPutInAndCut) {
  EXPECT_EQ(near("the old bridge was closed", "In May the old bridge itself was closed again."),
            Places{"[the old bridge itself was closed] the old bridge {+itself+} was closed"});
  EXPECT_EQ(near("the old bridge was closed", "the bridge was closed"),
            Places{"[the bridge was closed] the [-old-] bridge was closed"});
  EXPECT_EQ(near("the old bridge was closed", "the old bridge was shut"),
            Places{"[the old bridge was shut] the old bridge was [-closed-] {+shut+}"});
}

TEST(NearPhrase, TheWordsThemselvesAreNotNear) {
  EXPECT_EQ(near("the old bridge was closed", "The OLD bridge was closed."), Places());
  EXPECT_EQ(
      near("the old bridge was closed", "The old bridge was closed. Was the old bridge was shut"),
      Places{"[the old bridge was shut] the old bridge was [-closed-] {+shut+}"});
}

TEST(NearPhrase, ShortPhrasesHaveNone) {
  EXPECT_EQ(near("old bridge", "the new bridge"), Places());
  EXPECT_EQ(near("", "the new bridge"), Places());
  EXPECT_EQ(near("the old bridge was", ""), Places());
}

TEST(NearPhrase, LineEndsAndMarksAreNoMatter) {
  EXPECT_EQ(
      near("the old bridge was closed", "the old,\n  bridge - was (shut)"),
      Places{"[the old,\n  bridge - was (shut] the old,\n  bridge - was [-closed-] {+shut+}"});
}

TEST(NearPhrase, WordsOfTheNextSentenceAreNotPutIn) {
  EXPECT_EQ(near("the old bridge was closed", "So the old bridge was. Then it rained."),
            Places{"[the old bridge was] the old bridge was [-closed-]"});
  EXPECT_EQ(near("the old bridge was closed", "It rained. Old bridge was closed."),
            Places{"[Old bridge was closed] [-the-] Old bridge was closed"});
}

TEST(NearPhrase, PartsOfWordsDoNotCount) {
  EXPECT_EQ(near("the old bridge was closed", "bathe old bridge washed closed"), Places());
}

}  // namespace
}  // namespace fabula::render
