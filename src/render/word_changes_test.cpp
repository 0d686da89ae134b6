#include "render/word_changes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace fabula::render {
namespace {

std::string read(std::string_view was, std::string_view now) {
  return plain_marks(word_changes(was, now));
}

TEST(WordChanges, CutPutInAndExchanged) {
  EXPECT_EQ(read("We warned them three times last year, and nobody came.",
                 "We warned them three times, and nobody came."),
            "We warned them three times [-last year-], and nobody came.");
  EXPECT_EQ(read("We warned them.", "We all warned them twice."),
            "We {+all+} warned them {+twice+}.");
  EXPECT_EQ(read("We warned them three times, and nobody came.",
                 "We warned them twice, and nobody came."),
            "We warned them [-three times-] {+twice+}, and nobody came.");
}

TEST(WordChanges, APartIsOneStretch) {
  EXPECT_EQ(
      read("We are tired and had no idea how to open it. We are going home. To the nurses: go",
           "To the nurses: go"),
      "[-We are tired and had no idea how to open it. We are going home-] To the nurses: go");
  EXPECT_EQ(read("We called him. We are going home.", "We are going home."),
            "[-We called him-] We are going home.");
}

TEST(WordChanges, AtBothEnds) {
  EXPECT_EQ(read("As I said, we warned them.", "We warned them"), "[-As I said-] We warned them");
  EXPECT_EQ(read("We warned them, and nobody came.", "We warned them."),
            "We warned them [-and nobody came-].");
  EXPECT_EQ(read("We warned them", "As I said, we warned them"), "{+As I said+}, we warned them");
}

TEST(WordChanges, MarksAndCapitalsAreShownAsTheyStand) {
  EXPECT_EQ(read("“It’s worn out”", "\"it's worn out,\""), "\"it's worn out,\"");
  EXPECT_FALSE(has_changes(word_changes("It is - worn out", "It is worn out")));
}

TEST(WordChanges, BracketsBelongToTheirWords) {
  EXPECT_EQ(read("They never came", "[The engineers] never came (to Orra)"),
            "[-They-] {+[The engineers]+} never came {+(to Orra)+}");
  EXPECT_EQ(read("the council knew", "the [council] knew"), "the [council] knew");
  EXPECT_EQ(read("a b", "a x[y]b"), "a {+x[y]+}b");
}

TEST(WordChanges, ALoneEqualWordBetweenTwoExchangesGoesWithThem) {
  EXPECT_EQ(read("we saw five boats and four men there", "we saw ten ships and six women there"),
            "we saw [-five boats and four men-] {+ten ships and six women+} there");
  EXPECT_EQ(read("we saw five and men there", "we saw five boats and men there"),
            "we saw five {+boats+} and men there");
}

TEST(WordChanges, NothingOnOneSide) {
  EXPECT_EQ(read("", "all new"), "{+all new+}");
  EXPECT_EQ(read("all gone", ""), "[-all gone-]");
  EXPECT_TRUE(word_changes("", "").empty());
}

// --- against the obvious way ----------------------------------------------------------------

// The most common words, and the fewest runs of so many, by trying everything.
struct Score {
  int words = 0, runs = 0;
};
Score better(Score x, Score y) {
  return x.words != y.words ? (x.words > y.words ? x : y) : (x.runs <= y.runs ? x : y);
}
Score best(const std::string& a, std::size_t i, const std::string& b, std::size_t j,
           bool is_going_on) {
  if (i == a.size() || j == b.size()) return {};
  Score most = better(best(a, i + 1, b, j, false), best(a, i, b, j + 1, false));
  if (a[i] == b[j]) {
    Score pair = best(a, i + 1, b, j + 1, true);
    ++pair.words;
    pair.runs += !is_going_on;
    most = better(most, pair);
  }
  return most;
}

std::string spaced(const std::string& letters) {
  std::string text;
  for (const char letter : letters) text += std::string(text.empty() ? "" : " ") + letter;
  return text;
}

// Every text of up to `n_most` words of three.
std::vector<std::string> all_texts(std::size_t n_most) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].size() < n_most)
      for (const char letter : {'a', 'b', 'c'}) texts.push_back(texts[i] + letter);
  return texts;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST(WordChanges, EveryPairOfSmallTexts) {
  const std::vector<std::string> texts = all_texts(5);
  for (const std::string& was : texts)
    for (const std::string& now : texts) {
      const std::string a = spaced(was), b = spaced(now);
      std::size_t n = 0, end_was = 0, end_now = 0;
      const std::vector<EqualWords> runs = equal_words(WordPlaces(a), WordPlaces(b));
      for (const EqualWords& run : runs) {
        ASSERT_GT(run.n, 0U);
        ASSERT_TRUE(run.was >= end_was && run.now >= end_now) << a << " / " << b;
        ASSERT_EQ(was.substr(run.was, run.n), now.substr(run.now, run.n)) << a << " / " << b;
        ASSERT_TRUE(n == 0 || run.was > end_was || run.now > end_now) << a << " / " << b;
        end_was = run.was + run.n;
        end_now = run.now + run.n;
        n += run.n;
      }
      ASSERT_TRUE(end_was <= was.size() && end_now <= now.size());
      const Score score = best(was, 0, now, 0, false);
      ASSERT_EQ(n, static_cast<std::size_t>(score.words)) << a << " / " << b;
      ASSERT_EQ(runs.size(), static_cast<std::size_t>(score.runs)) << a << " / " << b;

      std::string made_was, made_now;
      for (const Piece& piece : word_changes(a, b)) {
        if (piece.change != Change::kPutIn) made_was += piece.words;
        if (piece.change != Change::kCut) made_now += piece.words;
      }
      ASSERT_EQ(without_spaces(made_was), was) << a << " / " << b;
      ASSERT_EQ(without_spaces(made_now), now) << a << " / " << b;
    }
}

TEST(WordChanges, WhatIsTooLongToCompareIsAllDifferent) {
  std::string was = "begin", now = "begin";
  for (int i = 0; i < 1100; ++i) {
    was += " a" + std::to_string(i);
    now += " b" + std::to_string(i % 1000) + (i == 700 ? " a5" : "");
  }
  const auto runs = equal_words(WordPlaces(was + " end"), WordPlaces(now + " end"));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0], (EqualWords{0, 0, 1}));
  EXPECT_EQ(runs[1], (EqualWords{1101, 1102, 1}));
}

}  // namespace
}  // namespace fabula::render
