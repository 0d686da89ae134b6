#include "reuse/letter_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

std::vector<Letter> letters_in(const std::string& text) {
  std::vector<Letter> letters;
  append_letters(text, letters);
  return letters;
}

// "the old" as "+the+old": a plus where a word begins. For a-z and 0-9.
std::string shown(const std::vector<Letter>& letters) {
  std::string out;
  for (const Letter letter : letters) {
    if ((letter & kWordBegins) != 0) out += '+';
    const int number = letter & kLetterMask;
    out +=
        number <= 26 ? static_cast<char>('a' + number - 1) : static_cast<char>('0' + number - 27);
  }
  return out;
}

TEST(LetterText, WordsAndMarks) {
  EXPECT_EQ(shown(letters_in("")), "");
  EXPECT_EQ(shown(letters_in(" ... -- ")), "");
  EXPECT_EQ(shown(letters_in("It's the CO-OP's 2,500th \"launch\"!")),
            "+its+the+co+ops+2+500th+launch");
  EXPECT_EQ(shown(letters_in("'quoted' and rock 'n' roll'")), "+quoted+and+rock+n+roll");
  EXPECT_EQ(shown(letters_in("ﬁve co-\noperate")), "+five+cooperate");
  EXPECT_EQ(letters_in("Ärger"), letters_in("ärger"));
  EXPECT_EQ(letters_in("мост").size(), 4U);
  EXPECT_EQ(letters_in("旧桥").size(), 2U);
}

TEST(LetterText, AVeryLongWordIsSeveral) {
  std::string expected;
  for (int i = 0; i < 3; ++i) expected += "+" + std::string(i < 2 ? 64 : 22, 'a');
  EXPECT_EQ(shown(letters_in(std::string(150, 'a'))), expected);
}

TEST(LetterText, AppendsBehindWhatIsThere) {
  std::vector<Letter> letters = letters_in("one");
  append_letters("two", letters);
  EXPECT_EQ(shown(letters), "+one+two");
}

std::string random_text(std::mt19937& random, bool ascii) {
  static const std::vector<std::string> kPieces{"a",  "b",  "Z", "7",        "'",   " ", "-",
                                                ",",  "\n", "`", "co-\nop",  "''",  "é", "’",
                                                "桥", "Я",  "ﬁ", "\xC2\xAD", "\xFF"};
  std::string text;
  for (auto n = random() % 60; n > 0; --n)
    text += kPieces[random() % (ascii ? 12 : kPieces.size())];
  return text;
}

// The words of text/words.hpp, letter by letter, however the letters were read.
TEST(LetterText, BeginsWordsWhereTheWordsBegin) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, round % 2 == 0);
    const std::string folded = text::fold(text).text;
    std::vector<Range> words;
    text::split_folded(folded, words);
    const auto letters = letters_in(text);
    const auto n_begins = std::count_if(letters.begin(), letters.end(),
                                        [](Letter l) { return (l & kWordBegins) != 0; });
    EXPECT_EQ(static_cast<std::size_t>(n_begins), words.size()) << text;
    // A mark that is no ASCII makes the text be read the other way; the letters are the same.
    auto other = letters_in(text + " \xE2\x80\xA0");
    EXPECT_EQ(other, letters) << text;
  }
}

TEST(LetterText, WayBackToTheBytes) {
  const std::string text = "“It’s” the co-\noperative, Ärger";
  // i t s t h e c o o p e r a t i v e ä r g e r
  const auto bytes = letters_to_bytes(text, std::vector<Range>{{0, 3}, {3, 6}, {6, 17}, {17, 22}});
  ASSERT_EQ(bytes.size(), 4U);
  EXPECT_EQ(words_of(text, bytes[0]), "It’s");
  EXPECT_EQ(words_of(text, bytes[1]), "the");
  EXPECT_EQ(words_of(text, bytes[2]), "co-\noperative");
  EXPECT_EQ(words_of(text, bytes[3]), "Ärger");
}

TEST(LetterText, EveryRangeOfWordsHasItsLettersBack) {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random_text(random, false);
    const auto letters = letters_in(text);
    std::vector<std::uint32_t> borders;
    for (std::uint32_t i = 0; i < letters.size(); ++i)
      if ((letters[i] & kWordBegins) != 0) borders.push_back(i);
    if (borders.empty()) continue;
    borders.push_back(static_cast<std::uint32_t>(letters.size()));
    const auto first = random() % (borders.size() - 1);
    const auto last = first + 1 + random() % (borders.size() - 1 - first);
    const Range range{borders[first], borders[last]};
    const auto bytes = letters_to_bytes(text, std::vector<Range>{range});
    const auto again = letters_in(std::string(words_of(text, bytes[0])));
    EXPECT_EQ(again,
              std::vector<Letter>(letters.begin() + range.begin, letters.begin() + range.end))
        << text;
  }
}

}  // namespace
}  // namespace fabula::reuse
