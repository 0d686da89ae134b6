#include "segment/marks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "segment/segment_testing.hpp"

namespace fabula::segment {
namespace {

std::string quoted(std::string text) {
  const Article article = article_of_lines(std::move(text));
  return drawn(article, pair_quotation_marks(article));
}

TEST(PairQuotationMarks, ReadsEachKindOfMark) {
  EXPECT_EQ(quoted("“I was wrong,” Voss said."), "I was wrong,");
  EXPECT_EQ(quoted("\"I was wrong,\" Voss said. \"Very.\""), "I was wrong,\nVery.");
  EXPECT_EQ(quoted("``I was wrong,'' Voss said."), "I was wrong,");
  EXPECT_EQ(quoted("''I was wrong,'' Voss said."), "I was wrong,");
  EXPECT_EQ(quoted("&quot;I can't,&quot; she said, &ldquo;not now.&rdquo;"), "I can't,\nnot now.");
  EXPECT_EQ(quoted("â€œI canâ€™t,â€\xC2\x9D she said."), "I canâ€™t,");
  EXPECT_EQ(quoted("â€œI canâ€™t,â€ she said."), "I canâ€™t,");
  EXPECT_EQ(quoted("«We are here,» she said, „and we stay.“"), "We are here,\nand we stay.");
  EXPECT_EQ(quoted("Voss said: \"We.\"\"You?\" asked Marsh."), "We.\nYou?");
}

TEST(PairQuotationMarks, ReadsQuotationsInsideQuotations) {
  EXPECT_EQ(quoted("“I didn’t say ‘I hate you,’” Marsh insisted."),
            "I didn’t say ‘I hate you,’\n  I hate you,");
  EXPECT_EQ(quoted("\"She said 'sorry, not sorry,'\" Bright recalled."),
            "She said 'sorry, not sorry,'\n  sorry, not sorry,");
  EXPECT_EQ(quoted("''She said, 'Choke,''' Bright recalled."), "She said, 'Choke,'\n  Choke,");
  EXPECT_EQ(quoted("'''Old Song,''' she sang."), "'Old Song,'\n  Old Song,");
  EXPECT_EQ(quoted("‘We call it “home” here,’ he said. ‘It is.’"),
            "We call it “home” here,\n  home\nIt is.");
  EXPECT_EQ(quoted("\"And Theo said “what is this??\" Then we left the room. \"We cried.\""),
            "And Theo said “what is this??\" Then we left the room. \"We cried.\n  what is this??");
  EXPECT_EQ(quoted("\"The \"old\" house burned,\" she said."), "The \"old\" house burned,\n  old");
}

TEST(PairQuotationMarks, LeavesApostrophesAndMeasuresAlone) {
  EXPECT_EQ(quoted("‘It’s the boys’ fault,’ Marsh said, ‘and I’m tellin’ ’em so.’"),
            "It’s the boys’ fault,\nand I’m tellin’ ’em so.");
  EXPECT_EQ(quoted("The boys' dogs' and the ’90s, rock 'n' roll, 'til dawn."), "");
  EXPECT_EQ(quoted("5'10\" Marsh said the 12\" vinyl was \"a gift.\""), "a gift.");
  EXPECT_EQ(quoted("He is 6’2” and “tall.”"), "tall.");
  EXPECT_EQ(quoted("The U.S.'s plan and the D.C.’s own' plan."), "");
  EXPECT_EQ(quoted("\"I have a 12\" record,\" he said."), "I have a 12\" record,");
  EXPECT_EQ(quoted("\"In 2010\" was the title."), "In 2010");
}

TEST(PairQuotationMarks, ForgivesMarksThatPointTheWrongWay) {
  EXPECT_EQ(quoted("”I was wrong,” Voss said. “Very.“"), "I was wrong,\nVery.");
  EXPECT_EQ(quoted("“I was wrong,\" Voss said. \"I am sorry.“"), "I was wrong,\nI am sorry.");
  EXPECT_EQ(quoted("“We can.’ She left the “Old Barn.”"), "We can.\nOld Barn.");
  EXPECT_EQ(quoted("\"“We can,” Voss said. “We must.”"), "We can,\nWe must.");
}

TEST(PairQuotationMarks, FollowsAQuotationOverParagraphs) {
  EXPECT_EQ(quoted("“We tried for years.\n\n“We failed.\n\n“Then we won,” Bright said."),
            "+We tried for years.\n+We failed.\nThen we won,");
  EXPECT_EQ(
      quoted(
          "\"It is open here. \"We talk.\n[promo] Loading the player\n\"I miss you,\" she wrote."),
      "+It is open here. \"We talk.\nI miss you,");
  EXPECT_EQ(quoted("“It began early.\nNobody came for us.”\nShe left."),
            "+It began early.\n!Nobody came for us.");
  EXPECT_EQ(quoted("“He said ‘go.\n“‘Go now,’ he said. We went,” she recalled."),
            "+He said ‘go.\n  +go.\n‘Go now,’ he said. We went,\n  Go now,");
}

TEST(PairQuotationMarks, GoesOnAtASecondOpeningMarkInsideAParagraph) {
  EXPECT_EQ(quoted("\"It was late. \"Then we slept. \"Then we woke,\" she wrote. She ate."),
            "It was late. \"Then we slept. \"Then we woke,");
}

TEST(PairQuotationMarks, RepairsAMissingClosingMark) {
  EXPECT_EQ(quoted("“We tried for years.\n\nThe label closed in 2019, Bright said."),
            "!We tried for years.");
  EXPECT_EQ(quoted("“We tried for years, Bright said.\n\nThe label closed."),
            "!We tried for years,");
  EXPECT_EQ(quoted("“We tried for years, the mayor of Ardmore said.\n“We failed,” he said.\n“We "
                   "tried,” Bright said."),
            "!We tried for years,\nWe failed,\nWe tried,");
}

TEST(PairQuotationMarks, EndsARepairedFragmentWithItsSentence) {
  EXPECT_EQ(quoted("Bright said it was “a pity and left. Nobody came."), "!a pity and left.");
}

TEST(PairQuotationMarks, ClosesBothWhenACueFollowsTheInnerMark) {
  EXPECT_EQ(
      quoted(
          "\"They cry: 'go home, go home!' Bright insisted.\nNobody came.\n\"We stay,\" he said."),
      "!They cry: 'go home, go home!'\n  go home, go home!\nWe stay,");
}

TEST(PairQuotationMarks, RepairsAMissingOpeningMark) {
  EXPECT_EQ(quoted("We tried for years,” Bright said.\n\nThe label closed."),
            "!We tried for years,");
  EXPECT_EQ(quoted("The label closed. We tried,” Bright said. “We did.”"), "!We tried,\nWe did.");
}

TEST(PairQuotationMarks, ReadsFurnitureAlone) {
  EXPECT_EQ(quoted("[promo] READ: \"We stay, says Voss\n\"We go,\" said Marsh."),
            "!We stay,\nWe go,");
}

TEST(PairQuotationMarks, EndsQuotationsThatNeverEnd) {
  std::string text = "\"We begin.";
  for (int i = 0; i < 40; ++i) text += "\n\"Line and line.";
  const Article article = article_of_lines(text);
  const auto parts = pair_quotation_marks(article);
  ASSERT_EQ(parts.size(), 41U);
  std::size_t run = 0;
  for (const QuotedPart& part : parts) {
    run = part.continues ? run + 1 : 0;
    EXPECT_LT(run, 12U);
  }
}

// Damage that leaves the pairs as they are, or changes one only.
const char* const kWellFormed[] = {
    "“It is late,” said Voss. “We should go.”",
    "“I want to be clear: Lena told me, ‘You are nothing.’ I was sixteen,” Bright said on Monday.",
    "The singer said she was “in a hole” and “very tired.” She didn’t stay.",
    "“We tried for years.\n“We failed.\n“Then we won,” Bright told Parade Row.",
    "“Is this a joke?” asked Bright. “No,” replied Voss. “It is not.”\n“Please stop.”",
    "“The boys’ coats are gone,” he said (“all of them,” he added).",
    "Her song “Hold Me Down” — “a gift,” she says — won.",
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string straight(std::string text) {
  for (const char* mark : {"“", "”"}) text = replaced(std::move(text), mark, "\"");
  for (const char* mark : {"‘", "’"}) text = replaced(std::move(text), mark, "'");
  return text;
}

TEST(PairQuotationMarks, StraightMarksGiveTheSamePairs) {
  for (const char* text : kWellFormed)
    EXPECT_EQ(straight(quoted(text)), quoted(straight(text))) << text;
}

TEST(PairQuotationMarks, EntitiesAndMojibakeGiveTheSamePairs) {
  const std::pair<const char*, const char*> kEntities[] = {
      {"“", "&ldquo;"}, {"”", "&rdquo;"}, {"‘", "&lsquo;"}, {"’", "&rsquo;"}};
  const std::pair<const char*, const char*> kMojibake[] = {
      {"“", "â€œ"}, {"”", "â€\xC2\x9D"}, {"‘", "â€˜"}, {"’", "â€™"}};
  for (const auto& table : {kEntities, kMojibake})
    for (const char* text : kWellFormed) {
      std::string damaged = text;
      std::string expected = quoted(text);
      for (std::size_t i = 0; i < 4; ++i) {
        damaged = replaced(std::move(damaged), table[i].first, table[i].second);
        expected = replaced(std::move(expected), table[i].first, table[i].second);
      }
      EXPECT_EQ(quoted(damaged), expected) << text;
    }
}

TEST(PairQuotationMarks, ALostClosingMarkChangesOnlyItsOwnQuotation) {
  // Every mark of the other quotations keeps its pair.
  const std::string before = "“It was late,” said Voss. She left.\n";
  const std::string after = "\n“We stayed,” said Marsh. “We slept,” he added.";
  EXPECT_EQ(quoted(before + "“Nobody came, Bright said." + after),
            "It was late,\n!Nobody came,\nWe stayed,\nWe slept,");
}

TEST(PairQuotationMarks, PartsNestOnAnyText) {
  const std::string pieces[] = {"a", "b", "\"", " ", "’", "“", "\n"};
  std::vector<std::string> texts{""};
  for (int length = 1; length <= 6; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts)
      for (const std::string& piece : pieces) longer.push_back(text + piece);
    for (const std::string& text : longer) {
      const Article article = article_of_lines(text);
      const auto parts = pair_quotation_marks(article);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const QuotedPart& part = parts[i];
        ASSERT_TRUE(article.paragraphs[part.paragraph].range.contains(part.outer)) << text;
        ASSERT_TRUE(part.outer.contains(part.inner)) << text;
        ASSERT_FALSE(part.inner.empty()) << text;
        if (part.parent < 0) continue;
        ASSERT_LT(part.parent, static_cast<std::int32_t>(i)) << text;
        ASSERT_TRUE(parts[static_cast<std::size_t>(part.parent)].inner.contains(part.outer))
            << text;
      }
      for (std::size_t i = 1; i < parts.size(); ++i) {
        const Range a = parts[i - 1].outer;
        const Range b = parts[i].outer;
        ASSERT_LE(a.begin, b.begin) << text;
        ASSERT_TRUE(!a.overlaps(b) || a.contains(b)) << text;
      }
    }
    texts = std::move(longer);
  }
}

}  // namespace
}  // namespace fabula::segment
