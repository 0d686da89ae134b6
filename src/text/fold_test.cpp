#include "text/fold.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace fabula::text {
namespace {

std::string folded(std::string_view source) { return fold(source).text; }

// The source bytes that the first place of `part` in the folded text came from.
std::string source_of(std::string_view source, std::string_view part) {
  const FoldedText made = fold(source);
  const auto begin = static_cast<std::uint32_t>(made.text.find(part));
  const Range folded_range{begin, begin + static_cast<std::uint32_t>(part.size())};
  return std::string(words_of(source, made.map.to_source(folded_range)));
}

TEST(Fold, CaseMarksAndDashes) {
  EXPECT_EQ(folded("“It’s a CO-\noperative,”"), "\"it's a cooperative,\"");
  EXPECT_EQ(folded("‘a’ ‚b‛ `c´ „D“ «e» ‹f› 「g」"), "'a' 'b' 'c' \"d\" \"e\" 'f' \"g\"");
  EXPECT_EQ(folded("a–b — c ‑ d − e"), "a-b - c - d - e");
  EXPECT_EQ(folded("wait…"), "wait...");
  EXPECT_EQ(folded("5′ 6″ ＇ｘ＂"), "5' 6\" 'x\"");
}

TEST(Fold, CompatibilityForms) {
  EXPECT_EQ(folded("ﬁnd the oﬃce"), "find the office");
  EXPECT_EQ(folded("STRASSE Straße"), "strasse strasse");
  EXPECT_EQ(folded("no\u00A0break"), "no break");
  EXPECT_EQ(folded("CAFE\u0301"), "café");
  EXPECT_EQ(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
}

TEST(Fold, DropsWhatIsNotSeen) {
  EXPECT_EQ(folded("hy\u00ADphen\u200Bated \uFEFFtext"), "hyphenated text");
}

TEST(Fold, JoinsOnlyWordsBrokenAtALineEnd) {
  EXPECT_EQ(folded("the har-\r\nbour"), "the harbour");
  EXPECT_EQ(folded("the har\u2010\nbour"), "the harbour");
  EXPECT_EQ(folded("a U.S.-\nChina deal"), "a u.s.-\nchina deal");
  EXPECT_EQ(folded("it ended -\nbadly"), "it ended -\nbadly");
  EXPECT_EQ(folded("Essex-\nOrde"), "essex-\norde");
  EXPECT_EQ(folded("ends in -"), "ends in -");
}

TEST(Fold, TheWayBack) {
  EXPECT_EQ(source_of("“It’s here”", "it's"), "It’s");
  EXPECT_EQ(source_of("the ﬁnd was", "find"), "ﬁnd");
  EXPECT_EQ(source_of("a har-\nbour wall", "harbour"), "har-\nbour");
  EXPECT_EQ(source_of("so\u200B … or", "so"), "so");
  EXPECT_EQ(source_of("so\u200B … or", "..."), "…");
  EXPECT_EQ(source_of("\u200Bso", "so"), "so");
  EXPECT_EQ(source_of("CAFE\u0301 x", "café"), "CAFE\u0301");
}

TEST(Fold, OddInput) {
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded("\u0301"), "\u0301");
  EXPECT_EQ(folded(std::string("a\0b", 3)), std::string("a\0b", 3));
  EXPECT_EQ(fold("").map.to_source(0), 0U);
  EXPECT_EQ(fold("\u200B").map.to_source(0), 3U);
  EXPECT_EQ(fold("\u200B").map.to_source_end(0), 0U);
}

const std::vector<std::string> kSeen = {
    "a",       "B",      "z",      "7", " ", "-",  "'",        "\"", "é",
    "E\u0301", "\u0301", "\u0323", "ß", "ﬁ", "ﬃ",  "…",        "’",  "“",
    "—",       "Ｗ",     "ΐ",      "Ω", "ж", "漢", "か\u3099", "각", "\u1100\u1161",
    "😀",      "🇫🇷",     "\u0344", "İ", "ﷺ"};
const std::vector<std::string> kUnseen = {"\n", "-\n", "\u00AD", "\u200B", "\u200D", "\uFEFF", "ŉ"};

std::string random_text(std::mt19937& random, const std::vector<std::string>& pieces) {
  std::string text;
  for (auto n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
  return text;
}

TEST(FoldLaw, MapIsMonotoneCoversAndKeepsCodePoints) {
  std::vector<std::string> all = kSeen;
  all.insert(all.end(), kUnseen.begin(), kUnseen.end());
  for (unsigned seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    const std::string source = random_text(random, all);
    SCOPED_TRACE(testing::Message() << "seed " << seed << ": " << source);
    const auto [text, map] = fold(source);
    ASSERT_TRUE(is_valid_utf8(text));
    ASSERT_EQ(map.to_source(static_cast<std::uint32_t>(text.size())), source.size());
    std::uint32_t previous = 0;
    std::uint32_t previous_end = 0;
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t next = at + decode(text, at).n_bytes;
      const Range range = map.to_source(Range{at, next});
      ASSERT_TRUE(is_boundary(source, range.begin) && is_boundary(source, range.end));
      ASSERT_LT(range.begin, range.end);
      ASSERT_LE(previous, range.begin);
      ASSERT_LE(previous_end, range.end);
      // What the characters came from folds to something that holds the characters.
      const std::string again = folded(words_of(source, range));
      ASSERT_NE(again.find(text.substr(at, next - at)), std::string::npos) << again;
      previous = range.begin;
      previous_end = range.end;
      at = next;
    }
  }
}

TEST(FoldLaw, FoldingTwiceIsFoldingOnce) {
  for (unsigned seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    const std::string source = random_text(random, kSeen);
    const std::string once = folded(source);
    EXPECT_EQ(folded(once), once) << "seed " << seed << ": " << source;
  }
}

}  // namespace
}  // namespace fabula::text
