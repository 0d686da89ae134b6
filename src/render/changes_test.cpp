#include "render/changes.hpp"

#include <gtest/gtest.h>

#include "render/test_pair.hpp"

namespace fabula::render {
namespace {

TEST(Changes, MarksWhatEachSideLacks) {
  const TestPair pair("We warned them three times, and nobody came.",
                      "We warned them twice, and nobody came at all.",
                      {{"three times", "twice"}, {"", " at all"}});
  const Reading reading{&pair.link(), Side::kA};
  EXPECT_EQ(plain_marks(side_pieces(pair.pile, reading, Side::kA, pair.link().a.range)),
            "We warned them [-three times-], and nobody came.");
  EXPECT_EQ(plain_marks(side_pieces(pair.pile, reading, Side::kB, pair.link().b.range)),
            "We warned them {+twice+}, and nobody came {+at all+}.");
  EXPECT_EQ(plain_marks(merged_pieces(pair.pile, reading, pair.link().a.range)),
            "We warned them [-three times-] {+twice+}, and nobody came {+at all+}.");
  const Reading back{&pair.link(), Side::kB};
  EXPECT_EQ(plain_marks(merged_pieces(pair.pile, back, pair.link().b.range)),
            "We warned them [-twice-] {+three times+}, and nobody came [-at all-].");
  EXPECT_EQ(changes_text(pair.pile, reading, 9), "'three times' → 'twice'; with 'at all'");
  EXPECT_EQ(changes_text(pair.pile, reading, 1), "'three times' → 'twice'; 1 more");
  EXPECT_EQ(changes_text(pair.pile, back, 9), "'twice' → 'three times'; without 'at all'");
}

TEST(Changes, SmallOnesAreShownAsTheyStand) {
  const TestPair pair("“We warned them”, The mayor said", "\"We warned them,\" the mayor said",
                      {{"“", "\""}, {"”,", ",\""}, {"The", "the"}});
  const Reading reading{&pair.link(), Side::kA};
  EXPECT_EQ(plain_marks(merged_pieces(pair.pile, reading, pair.link().a.range)),
            "“We warned them”, The mayor said");
  EXPECT_EQ(count_edits(pair.pile, pair.link()).n_words, 0U);
  EXPECT_EQ(count_edits(pair.pile, pair.link()).n_small, 3U);
  EXPECT_EQ(changes_text(pair.pile, reading, 9), "");
}

TEST(Changes, LinesKeepTheirMarksAndColours) {
  const TestPair pair("alpha beta gamma delta", "alpha delta", {{" beta gamma", ""}});
  const Reading reading{&pair.link(), Side::kA};
  const auto pieces = side_pieces(pair.pile, reading, Side::kA, pair.link().a.range);
  EXPECT_EQ(marked_lines(pieces, 12, false),
            (std::vector<std::string>{"alpha [-beta", "gamma-]", "delta"}));
  EXPECT_EQ(
      marked_lines(pieces, 12, true),
      (std::vector<std::string>{"alpha \x1b[31m[-beta\x1b[0m", "\x1b[31mgamma-]\x1b[0m", "delta"}));
}

TEST(Changes, TextThatLooksLikeMarksOrCodesIsOnlyText) {
  const TestPair pair("a [-b-] \xEE\x83\xB1 <i>c</i> \x1b[31md",
                      "a [-b-] \xEE\x83\xB1 <i>e</i> \x1b[31md", {{"c", "e"}});
  const Reading reading{&pair.link(), Side::kA};
  const auto pieces = merged_pieces(pair.pile, reading, pair.link().a.range);
  EXPECT_EQ(marked_lines(pieces, 80, false),
            (std::vector<std::string>{"a [-b-] <i>[-c-] {+e+}</i> [31md"}));
  EXPECT_EQ(html_marks(pieces),
            "a [-b-] \xEE\x83\xB1 &lt;i&gt;<del>c</del> <ins>e</ins>&lt;/i&gt;  [31md");
}

TEST(Changes, OnlyWhatStandsNearAChange) {
  const std::string many = "one two three four five six seven eight nine ten";
  const std::vector<Piece> pieces = {{Change::kNone, many + " "},
                                     {Change::kCut, "x"},
                                     {Change::kNone, " " + many + " "},
                                     {Change::kPutIn, "y"},
                                     {Change::kNone, " " + many}};
  EXPECT_EQ(plain_marks(around_changes(pieces, 10)),
            "… nine ten [-x-] one two … nine ten {+y+} one two …");
  EXPECT_EQ(plain_marks(around_changes({{Change::kNone, "short"}}, 10)), "short");
}

TEST(Changes, ParagraphsAreParted) {
  const TestPair pair("alpha\n\nbeta", "alpha\n\nbeta", {});
  const Reading reading{&pair.link(), Side::kA};
  EXPECT_EQ(marked_lines(merged_pieces(pair.pile, reading, pair.link().a.range), 40, false),
            (std::vector<std::string>{"alpha", "", "beta"}));
}

TEST(Changes, MarksAgainstAChangedWordGoWithIt) {
  TestPair pair("ORRA - A weir broke", "ORRA (AP) - A weir broke", {{"", "(AP) "}});
  // As two edits: a mark that opens, and the rest.
  TextEdit& edit = pair.pile.reuse.front().edits.front();
  const std::uint32_t begin = edit.b.begin, end = edit.b.end;
  pair.pile.reuse.front().edits = {{"mark", edit.a, {begin, begin + 1}},
                                   {"insert", edit.a, {begin + 1, end}}};
  const Reading reading{&pair.link(), Side::kA};
  EXPECT_EQ(plain_marks(side_pieces(pair.pile, reading, Side::kB, pair.link().b.range)),
            "ORRA {+(AP)+} - A weir broke");
  EXPECT_EQ(plain_marks(merged_pieces(pair.pile, reading, pair.link().a.range)),
            "ORRA {+(AP)+} - A weir broke");
  EXPECT_EQ(count_edits(pair.pile, pair.link()).n_words, 1U);
}

}  // namespace
}  // namespace fabula::render
