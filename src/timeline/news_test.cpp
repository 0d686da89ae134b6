#include "timeline/news.hpp"

#include <gtest/gtest.h>

#include "timeline/news_pile_test.hpp"

namespace fabula::timeline {
namespace {

TEST(FindNews, TellsWhatWasPrintedBefore) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke. Two men were missing.", "2024-03-11");
  const auto b = p.add("The dam at Orra broke! They were found on Tuesday.", "2024-03-12");
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  EXPECT_EQ(p.drawn(),
            "0 new: The dam at Orra broke.\n0 new: Two men were missing.\n"
            "1 repeat: The dam at Orra broke! < 0: The dam at Orra broke\n"
            "1 new: They were found on Tuesday.\n");
}

TEST(FindNews, IsNewUnlessAnArticleOfUnknownDayIsEarlier) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke. Two men were missing.");
  const auto b = p.add("The dam at Orra broke. They were found on Tuesday.", "2024-03-12");
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  EXPECT_EQ(p.drawn(),
            "0 new: The dam at Orra broke. ? 1: The dam at Orra broke\n"
            "0 new: Two men were missing.\n"
            "1 new: The dam at Orra broke. ? 0: The dam at Orra broke\n"
            "1 new: They were found on Tuesday.\n");
}

TEST(FindNews, OfArticlesOfOneDayNobodyCanTell) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.", "2024-03-12");
  const auto b = p.add("The dam at Orra broke.", "2024-03-12");
  ReuseLink& link = p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  const char* expected =
      "0 new: The dam at Orra broke. ? 1: The dam at Orra broke\n"
      "1 new: The dam at Orra broke. ? 0: The dam at Orra broke\n";
  EXPECT_EQ(p.drawn(), expected);
  // Who had the words from whom is no day.
  link.direction = "b->a";
  EXPECT_EQ(p.drawn(), expected);
}

TEST(FindNews, AWindowThatLiesEarlierIsEnough) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.");
  const auto b = p.add("The dam at Orra broke.", "2024-03-12");
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  Published& published = p.pile.articles[a].article.published;
  published.basis = DateBasis::kInferred;
  published.when = when_between({}, parse_iso_day("2024-03-11"), Grain::kDay);
  EXPECT_EQ(p.drawn(b), "1 repeat: The dam at Orra broke. < 0: The dam at Orra broke\n");
  published.when = when_between({}, parse_iso_day("2024-03-12"), Grain::kDay);
  EXPECT_EQ(p.drawn(b), "1 new: The dam at Orra broke. ? 0: The dam at Orra broke\n");
}

TEST(FindNews, WordsPutInAreNew) {
  NewsPile p;
  const auto a = p.add("The dam broke. Nobody came.", "2024-03-11");
  const auto b = p.add("The dam broke. Grey geese circled twice. Nobody came.", "2024-03-12");
  ReuseLink& link = p.share(a, "The dam broke. Nobody came.", b,
                            "The dam broke. Grey geese circled twice. Nobody came.");
  const std::uint32_t at = p.find(a, "Nobody").range.begin;
  link.edits = {{"insert", {at, at}, p.find(b, "Grey geese circled twice. ").range}};
  EXPECT_EQ(p.drawn(),
            "0 new: The dam broke.\n0 new: Nobody came.\n"
            "1 repeat: The dam broke. < 0: The dam broke.\n"
            "1 new: Grey geese circled twice.\n"
            "1 repeat: Nobody came. < 0: Nobody came.\n");
}

TEST(FindNews, EightyPercentOfTheWordsInOneArticle) {
  NewsPile p;
  const auto a = p.add("aaaa bbbb cccc dddd", "2024-03-10");
  const auto b = p.add("eeee", "2024-03-11");
  const auto c = p.add("Aaaa bbbb cccc dddd eeee. Aaaa bbbb cccc ffff eeee.", "2024-03-12");
  p.share(a, "aaaa bbbb cccc dddd", c, "Aaaa bbbb cccc dddd");
  p.share(a, "aaaa bbbb cccc", c, "Aaaa bbbb cccc ffff");
  p.pile.reuse.back().b = p.find(c, "Aaaa bbbb cccc ffff");
  p.pile.reuse.back().b.range.end -= 5;
  p.share(b, "eeee", c, "eeee.");
  // The first sentence has 4 of 5 words in a; the second 3 of 5.
  EXPECT_EQ(p.drawn(),
            "0 new: aaaa bbbb cccc dddd\n1 new: eeee\n"
            "2 repeat: Aaaa bbbb cccc dddd eeee. < 0: aaaa bbbb cccc dddd\n"
            "2 new: Aaaa bbbb cccc ffff eeee.\n");
}

TEST(FindNews, OfSeveralEarlierArticlesTheEarliest) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.", "2024-03-11");
  const auto b = p.add("The dam at Orra broke.", "2024-03-10");
  const auto c = p.add("The dam at Orra broke.", "2024-03-12");
  for (const auto& [x, y] : {std::pair(a, c), std::pair(b, c), std::pair(b, a)})
    p.share(x, "The dam at Orra broke.", y, "The dam at Orra broke.");
  EXPECT_EQ(p.drawn(),
            "0 repeat: The dam at Orra broke. < 1: The dam at Orra broke.\n"
            "1 new: The dam at Orra broke.\n"
            "2 repeat: The dam at Orra broke. < 1: The dam at Orra broke.\n");
}

TEST(FindNews, FurnitureAndChanceDoNotCount) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.\nREAD more.", "2024-03-11");
  const auto b = p.add("The dam at Orra broke.\nREAD more.", "2024-03-12");
  for (const char* type : {"furniture", "credit", "chance"})
    p.share(a, "The dam at Orra broke.", b, "The dam at Orra broke.").type = type;
  EXPECT_EQ(p.drawn(), "0 new: The dam at Orra broke.\n1 new: The dam at Orra broke.\n");
}

TEST(FindNews, ThePlaceFollowsTheEdits) {
  NewsPile p;
  const auto a = p.add("It is known. We warned them three times, and nobody came.", "2024-03-11");
  const auto b = p.add("It is known. We warned them twice, and nobody came.", "2024-03-12");
  ReuseLink& link = p.share(a, "It is known. We warned them three times, and nobody came", b,
                            "It is known. We warned them twice, and nobody came");
  link.edits = {{"replace", p.find(a, "three times").range, p.find(b, "twice").range}};
  EXPECT_EQ(p.drawn(),
            "0 new: It is known.\n0 new: We warned them three times, and nobody came.\n"
            "1 repeat: It is known. < 0: It is known.\n"
            "1 repeat: We warned them twice, and nobody came. < 0: "
            "We warned them three times, and nobody came\n");
}

TEST(FindNews, PrintedWordsOfAnotherDayStandByThemselves) {
  NewsPile p;
  const auto a = p.add("Grain fell at Orra on Monday.", "2024-03-12");
  const auto b = p.add("Grain fell at Orra on Monday.", "2024-03-19");
  p.share(a, "Grain fell at Orra on Monday", b, "Grain fell at Orra on Monday");
  EXPECT_EQ(p.drawn(b), "1 new: Grain fell at Orra on Monday.\n");
}

TEST(FindNews, PrintedWordsWithAnotherNumberAreAnUpdate) {
  NewsPile p;
  const auto a = p.add("The flood at Orra has closed 12 roads in the valley.", "2024-03-12");
  const auto b = p.add("The flood at Orra has closed 15 roads in the valley.", "2024-03-13");
  ReuseLink& link = p.share(a, "The flood at Orra has closed 12 roads in the valley.", b,
                            "The flood at Orra has closed 15 roads in the valley.");
  link.edits = {{"replace", p.find(a, "12").range, p.find(b, "15").range}};
  p.join();
  EXPECT_EQ(p.drawn(b),
            "1 update: The flood at Orra has closed 15 roads in the valley. < 0: The flood at Orra "
            "has closed 12 roads in the valley.\n");
}

TEST(FindNews, AQuotationIsToldAgainInOtherCompany) {
  NewsPile p;
  const auto a =
      p.add("\u201cWe built it to last and it did not last,\u201d said Vera Bell.", "2024-03-11");
  const auto b = p.add(
      "Bell told the council: \u201cWe built it to last and it did not last.\u201d", "2024-03-12");
  ASSERT_EQ(p.pile.articles[a].quotes.size(), 1U);
  ASSERT_EQ(p.pile.articles[b].quotes.size(), 1U);
  Family& family = p.pile.families.emplace_back();
  family.members.resize(2);
  family.members[0].quote = {a, 0};
  family.members[1].quote = {b, 0};
  p.join();
  EXPECT_TRUE(p.drawn(b).starts_with("1 repeat: Bell told the council:")) << p.drawn(b);
}

TEST(FindNews, TheStoryBeginsBelowItsHeadline) {
  const auto first_of = [](std::string_view text) {
    NewsPile p;
    p.add(text, "2024-03-11");
    p.join();
    const std::string lines = p.drawn();
    return lines.substr(0, lines.find('\n'));
  };
  const std::string first = "0 new: The dam at Orra broke on Sunday.";
  EXPECT_EQ(first_of("Dam breaks\nThe dam at Orra broke on Sunday."), first);
  EXPECT_EQ(first_of("Dam breaks\nTwo men are missing\nThe dam at Orra broke on Sunday."), first);
  EXPECT_EQ(first_of("Why did the dam break?\nThe dam at Orra broke on Sunday."), first);
  EXPECT_EQ(first_of("The dam at Orra broke on Sunday.\nWhy did it break?"), first);
  EXPECT_EQ(first_of("The dam at Orra broke on Sunday"), "0 new: The dam at Orra broke on Sunday");
}

TEST(FindNews, ANoteIsNoNewsButWhatItTakesBackIs) {
  NewsPile p;
  p.add("The dam at Orra broke.\nNOTE\nNOTE", "2024-03-11");
  Article& article = p.pile.articles[0].article;
  article.text =
      "The dam at Orra broke. Correction: the dam is at Vale. Editor: stay tuned for it.";
  article.paragraphs = {{{0, 22}, Role::kBody, "test"},
                        {{23, 54}, Role::kNote, "test"},
                        {{55, 81}, Role::kNote, "test"}};
  p.pile.articles[0].segmentation = segment::segment(article);
  p.pile.articles[0].names = {};
  p.pile.articles[0].times = {};
  p.join();
  EXPECT_EQ(p.drawn(),
            "0 new: The dam at Orra broke.\n0 correction: Correction: the dam is at Vale.\n");
}

}  // namespace
}  // namespace fabula::timeline
