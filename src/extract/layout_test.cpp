#include "extract/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace fabula::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> paragraphs(std::string_view text, bool is_markdown = false) {
  std::vector<std::string> result;
  for (const TextBlock& block : split_blocks(text, is_markdown))
    result.emplace_back(words_of(text, block.range));
  return result;
}

TEST(Layout, BlankLinesAreBreaks) {
  EXPECT_THAT(paragraphs("One.\n\nTwo.\n \t\nThree.\n"), ElementsAre("One.", "Two.", "Three."));
}

TEST(Layout, EveryKindOfLineEnd) {
  EXPECT_THAT(paragraphs("One.\r\n\r\nTwo.\r\rThree.\xE2\x80\xA9"
                         "Four.\fFive."),
              ElementsAre("One.", "Two.", "Three.", "Four.", "Five."));
}

TEST(Layout, OneParagraphALine) {
  EXPECT_THAT(paragraphs("The river rose overnight and took the old bridge with it.\n"
                         "\"We heard it go,\" said the ferryman.\n"
                         "Nobody was hurt."),
              ElementsAre("The river rose overnight and took the old bridge with it.",
                          "\"We heard it go,\" said the ferryman.", "Nobody was hurt."));
}

TEST(Layout, WrappedLinesAreJoined) {
  const std::string first =
      "The river rose overnight and took the old bridge with it, the\n"
      "harbour office said on Monday. Nobody was hurt, but forty boats\n"
      "lay on the bank in the morning, some of them upside down.";
  const std::string second =
      "A ferry will run until the new bridge stands, which may take as\n"
      "long as two years, according to the engineers of the council.";
  EXPECT_THAT(paragraphs(first + "\n\n" + second), ElementsAre(first, second));
}

TEST(Layout, WrappedLinesWithoutBlankLinesBreakAtShortOnes) {
  EXPECT_THAT(
      paragraphs("Bridge gone\n"
                 "The river rose overnight and took the old bridge with it, the\n"
                 "harbour office said on Monday. Nobody was hurt, but forty boats\n"
                 "lay on the bank.\n"
                 "A ferry will run until the new bridge stands, which may take as\n"
                 "long as two years, according to the engineers of the council, as\n"
                 "they told the town."),
      ElementsAre("Bridge gone", testing::StartsWith("The river"), testing::StartsWith("A ferry")));
}

TEST(Layout, IndentedLinesBegin) {
  EXPECT_THAT(paragraphs("    The river rose overnight and took the old bridge with it, as\n"
                         "harbour office said on Monday. Nobody was hurt, but forty boats\n"
                         "    A ferry will run until the new bridge stands, which may take\n"
                         "long as two years, according to the engineers of the council.\n"),
              ElementsAre(testing::StartsWith("The river"), testing::StartsWith("A ferry")));
}

TEST(Layout, ListsAreNotWrapped) {
  EXPECT_THAT(paragraphs("Boats lost:\nthe Heron\nthe Tern\nthe Old Petrel"),
              ElementsAre("Boats lost:", "the Heron", "the Tern", "the Old Petrel"));
}

TEST(Layout, RulesAreNoParagraphs) {
  EXPECT_THAT(paragraphs("One.\n* * *\nTwo.\n-----\nThree."),
              ElementsAre("One.", "Two.", "Three."));
}

TEST(Layout, Markdown) {
  const std::string_view text =
      "# Bridge gone #\n\nThe river rose\novernight.\n\nWhat now\n---\n- a ferry\n- a tunnel\n"
      "> We heard it go.\n\n12. Count the boats";
  const auto blocks = split_blocks(text, true);
  std::vector<std::string> words;
  std::vector<bool> headings;
  for (const TextBlock& block : blocks) {
    words.emplace_back(words_of(text, block.range));
    headings.push_back(block.is_marked_heading);
  }
  EXPECT_THAT(words, ElementsAre("Bridge gone", "The river rose\novernight.", "What now", "a ferry",
                                 "a tunnel", "We heard it go.", "Count the boats"));
  EXPECT_THAT(headings, ElementsAre(true, false, true, false, false, false, false));
}

TEST(Layout, Separator) {
  const std::string_view text = " Bridge gone ### The river rose. ###  ### A ferry runs.";
  std::vector<std::string> words;
  for (const TextBlock& block : split_at(text, " ### "))
    words.emplace_back(words_of(text, block.range));
  EXPECT_THAT(words, ElementsAre("Bridge gone", "The river rose.", "A ferry runs."));
}

TEST(Layout, NothingFromNothing) {
  EXPECT_THAT(paragraphs(""), IsEmpty());
  EXPECT_THAT(paragraphs("\n \r\n\t\xC2\xA0\n"), IsEmpty());
  EXPECT_THAT(paragraphs("#\n>\n- \n1.", true), ElementsAre("#\n>\n- \n1."));
}

TEST(Layout, ParagraphsAreTrimmedAndInOrder) {
  const std::string text = "\xEF\xBB\xBF \xC2\xA0 One. \n\n\n  Two.\xC2\xA0\n";
  std::uint32_t last = 0;
  for (const TextBlock& block : split_blocks(text, false)) {
    EXPECT_LE(last, block.range.begin);
    EXPECT_LT(block.range.begin, block.range.end);
    last = block.range.end;
  }
  EXPECT_THAT(paragraphs(text), ElementsAre("One.", "Two."));
}

}  // namespace
}  // namespace fabula::extract
