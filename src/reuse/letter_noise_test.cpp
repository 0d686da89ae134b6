#include "reuse/letter_noise.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reuse/letters_test_pile.hpp"

namespace fabula::reuse {
namespace {

TEST(LetterNoise, AWordIsKnownWhenThreeTextsHoldIt) {
  const std::vector<std::string_view> texts{"Bridge closed bridge",
                                            "the BRIDGE 1 2",
                                            "a bridge the",
                                            "closed Closed closed the",
                                            "",
                                            "17 - 17"};
  const PileLexicon lexicon = PileLexicon::learn(texts, {});
  EXPECT_EQ(lexicon.size(), 2U);  // bridge, the; "closed" stands in two texts
  EXPECT_EQ(lexicon.unknown_permille("the bridge"), 0U);
  EXPECT_EQ(lexicon.unknown_permille("the closed"), 500U);
  EXPECT_EQ(lexicon.unknown_permille("the closed old Bridge 1999"), 500U);
  EXPECT_EQ(lexicon.unknown_permille("tbe brldge"), 1000U);
  EXPECT_EQ(lexicon.unknown_permille("12 34"), 0U);
  EXPECT_EQ(lexicon.unknown_permille(""), 0U);
  EXPECT_EQ(unknown_permilles(texts, {}), (std::vector<std::uint32_t>{333, 0, 333, 750, 0, 0}));
}

TEST(LetterNoise, NothingLearnedKnowsNothing) {
  EXPECT_EQ(PileLexicon().unknown_permille("word"), 1000U);
  EXPECT_EQ(PileLexicon::learn({}, {}).unknown_permille("word"), 1000U);
  EXPECT_TRUE(unknown_permilles({}, {}).empty());
}

TEST(LetterNoise, ThresholdFollowsThePile) {
  EXPECT_EQ(noisy_threshold({}), 80U);
  EXPECT_EQ(noisy_threshold({2, 90, 1, 3, 2}), 40U);
  EXPECT_EQ(noisy_threshold({10, 11, 12}), 63U);
  EXPECT_EQ(noisy_threshold({1000, 1000, 900}), 80U);
}

// A tenth of the texts has 6 % wrong letters.
TEST(LetterNoise, TellsScannedTextsFromClean) {
  NoisyPileMaker maker(1, {.n_kinds = 5000, .wrong_permille = 0});
  NoisyPileMaker spoiler(2, {.n_kinds = 1, .wrong_permille = 60});
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i) {
    LabelledText text;
    maker.add_new_words(text, 400);
    (i % 10 == 0 ? spoiler : maker).write(text);
    texts.push_back(text.text);
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto one = unknown_permilles(views, {});
  EXPECT_EQ(one, unknown_permilles(views, {.threads = 8, .stop = {}}));
  const std::uint32_t threshold = noisy_threshold(one);
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i] > threshold, i % 10 == 0) << one[i];
}

}  // namespace
}  // namespace fabula::reuse
