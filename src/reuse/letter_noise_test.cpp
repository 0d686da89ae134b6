#include "reuse/letter_noise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reuse/letters_test_pile.hpp"

namespace fabula::reuse {
namespace {

const std::vector<std::string_view> kLearned{
    "Council closed the harbour bridge, a 1234567 closed", "the council: HARBOUR closed",
    "A council closed, harbour bridge 1234567", "1234567", ""};

TEST(LetterNoise, AWordIsCommonWhenThreeTextsHoldIt) {
  EXPECT_EQ(CommonWords::learn(kLearned, {}).size(), 3U);  // council, closed, harbour
  EXPECT_EQ(CommonWords::learn({}, {}).size(), 0U);
}

struct Misread {
  std::uint32_t all;
  std::uint32_t rare;
  std::uint32_t misread;
  friend bool operator==(const Misread&, const Misread&) = default;
};

TEST(LetterNoise, AMisreadWordIsOneLetterAway) {
  const CommonWords common = CommonWords::learn(kLearned, {});
  const auto count = [&](std::string_view text) {
    const LongWordCounts counts = common.count(text);
    return Misread{counts.all, counts.rare, counts.misread};
  };
  EXPECT_EQ(count("councll harb0ur cl0sed couucil the tbe"), (Misread{4, 4, 4}));  // exchanged
  EXPECT_EQ(count("councill harrbour cclosed coumncil"), (Misread{4, 4, 4}));      // put in
  EXPECT_EQ(count("councl harbor counil harbur"), (Misread{4, 4, 4}));             // dropped
  EXPECT_EQ(count("councils harbours closely closet"), (Misread{4, 4, 0}));        // at the end
  EXPECT_EQ(count("Trovane Merzholmsby Castreva"), (Misread{3, 3, 0}));            // names
  EXPECT_EQ(count("councll, councll: Trovane closed; 1234567"), (Misread{4, 2, 1}));
  EXPECT_EQ(count(""), (Misread{0, 0, 0}));
  EXPECT_EQ(CommonWords().count("councll harb0ur").misread, 0U);
}

TEST(LetterNoise, LooksMisread) {
  EXPECT_TRUE(looks_misread({.all = 100, .rare = 20, .misread = 7}));
  EXPECT_FALSE(looks_misread({.all = 100, .rare = 20, .misread = 6}));
  EXPECT_FALSE(looks_misread({.all = 100, .rare = 40, .misread = 12}));
  EXPECT_FALSE(looks_misread({.all = 100, .rare = 0, .misread = 0}));
}

TEST(LetterNoise, ThresholdFollowsThePile) {
  EXPECT_EQ(noisy_threshold({}), 40U);
  EXPECT_EQ(noisy_threshold({2, 90, 1, 3, 2}), 40U);
  EXPECT_EQ(noisy_threshold({10, 11, 12}), 63U);
  EXPECT_EQ(noisy_threshold({1000, 1000, 900}), 80U);
}

TEST(LetterNoise, TellsScannedTextsFromClean) {
  NoisyPileMaker maker(1, {.n_kinds = 5000, .wrong_permille = 0});
  NoisyPileMaker spoiler(2, {.n_kinds = 1, .wrong_permille = 60});
  std::vector<std::string> clean(400);
  std::vector<std::string> spoilt(400);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    LabelledText text;
    maker.add_new_words(text, 400);
    LabelledText copy = text;
    maker.write(text);
    spoiler.write(copy);
    clean[i] = text.text;
    spoilt[i] = copy.text;
  }
  const std::vector<std::string_view> views(clean.begin(), clean.end());
  const CommonWords common = CommonWords::learn(views, {.threads = 8, .stop = {}});
  for (const std::string& text : clean) EXPECT_FALSE(looks_misread(common.count(text)));
  const auto n_found = std::count_if(spoilt.begin(), spoilt.end(), [&](const std::string& text) {
    return looks_misread(common.count(text));
  });
  EXPECT_GE(n_found, 380);
}

}  // namespace
}  // namespace fabula::reuse
