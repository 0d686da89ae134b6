#include "reuse/reuse.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <tuple>

#include "reuse/test_pile.hpp"

namespace fabula::reuse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kBridge =
    "The harbour council closed the old swing bridge on Monday night after divers found cracks in "
    "two of its granite piers";

Reuse find(const std::vector<AnnotatedArticle>& pile, ReuseOptions options = {},
           unsigned threads = 1) {
  auto found = find_reuse(pile, options, {.threads = threads, .stop = {}});
  EXPECT_TRUE(found.has_value());
  return std::move(*found);
}

ReuseOptions with_min_words(std::uint32_t n) {
  ReuseOptions options;
  options.min_words = n;
  return options;
}

std::string words(const std::vector<AnnotatedArticle>& pile, Span span) {
  return std::string(words_of(pile[span.article].article.text, span.range));
}

std::string text_with(std::string_view before, std::string_view passage, std::string_view after) {
  return fmt::format("{} {} {}", before, passage, after);
}

TEST(FindReuse, OnePassage) {
  const std::vector pile = {
      make_article("a1", text_with("Velm, Friday.", kBridge, ", officials said.")),
      make_article("a2", text_with("Our reporter writes:", kBridge, "; traffic was diverted."))};
  const Reuse found = find(pile);
  ASSERT_EQ(found.links.size(), 1U);
  const ReuseLink& link = found.links[0];
  EXPECT_EQ(words(pile, link.a), kBridge);
  EXPECT_EQ(words(pile, link.b), kBridge);
  EXPECT_EQ(link.words, 21U);
  EXPECT_EQ(link.aligned_words, 21U);
  EXPECT_EQ(link.type, "copy");
  EXPECT_EQ(link.direction, "unknown");
  EXPECT_EQ(link.because, "The outlets of the articles are not known.");
  EXPECT_TRUE(link.edits.empty());
}

TEST(FindReuse, NamesWithTheirTitlesAreNoCopy) {
  constexpr std::string_view kNames =
      "Mara Voss, chairwoman of the Vale Harbour Commission, and Prime Minister Otto Lind said on "
      "Tuesday";
  const auto type_of = [](std::string_view shared) {
    const std::vector pile = {
        make_article("a1", text_with("Nobody had asked.", shared, "it rains"), "one"),
        make_article("a2", text_with("The port is shut,", shared, "all day"), "two")};
    const Reuse found = find(pile);
    return found.links.size() == 1 ? found.links[0].type + (found.passages.empty() ? "" : " traced")
                                   : "";
  };
  EXPECT_EQ(type_of(kNames), "chance");
  EXPECT_EQ(type_of(text_with(kNames, "they would repair", "every cracked sluice")), "copy traced");
}

TEST(FindReuse, MarksCaseAndLigaturesDoNotMatter) {
  const std::vector pile = {
      make_article("a1",
                   "She found it: “The oﬃce wasn’t open—nobody answered, not even the PORTER”"),
      make_article("a2",
                   "he heard that the office wasn't open - nobody answered; not even the "
                   "por\u00ADter, twice")};
  const Reuse found = find(pile);
  ASSERT_EQ(found.links.size(), 1U);
  EXPECT_EQ(words(pile, found.links[0].a),
            "The oﬃce wasn’t open—nobody answered, not even the PORTER");
  EXPECT_EQ(words(pile, found.links[0].b),
            "the office wasn't open - nobody answered; not even the por\u00ADter");
}

TEST(FindReuse, RunsGoOnAcrossParagraphs) {
  const std::vector pile = {
      make_article("a1", "Lone oak, fallen pine\n\nand seven grey herons left"),
      make_article("a2", "lone oak fallen pine and seven grey herons stayed")};
  const Reuse found = find(pile);
  ASSERT_EQ(found.links.size(), 1U);
  EXPECT_EQ(found.links[0].words, 8U);
}

TEST(FindReuse, ShortRunsAreLeft) {
  const std::vector pile = {
      make_article("a1", "Lone oak, fallen pine and seven grey swans left"),
      make_article("a2", "lone oak fallen pine and seven grey herons stayed")};
  EXPECT_THAT(find(pile).links, IsEmpty());
  EXPECT_EQ(find(pile, with_min_words(7)).links.size(), 1U);
  EXPECT_EQ(find(pile, with_min_words(3)).links.size(), 1U);
}

TEST(FindReuse, SmallEditsStayInsideThePassage) {
  const std::vector pile = {
      make_article("a1", std::string(kBridge)),
      make_article("a2",
                   "The harbour council closed the old swing bridge late on Monday evening after "
                   "divers found cracks in two of its granite piers")};
  const Reuse found = find(pile);
  ASSERT_EQ(found.links.size(), 1U);
  EXPECT_EQ(words(pile, found.links[0].a), kBridge);
  EXPECT_EQ(found.links[0].words, 20U);
  EXPECT_EQ(found.links[0].aligned_words, 22U);
}

TEST(FindReuse, EarlierStatedDateComesFirst) {
  const std::vector pile = {make_article("a1", std::string(kBridge), "Velm Post", may(9)),
                            make_article("a2", std::string(kBridge)),
                            make_article("a3", std::string(kBridge), "Orde Echo", may(4))};
  const Reuse found = find(pile);
  ASSERT_EQ(found.links.size(), 3U);
  for (const ReuseLink& link : found.links) {
    const auto pair = std::pair(link.a.article, link.b.article);
    EXPECT_TRUE(pair == std::pair(2U, 0U) || pair == std::pair(2U, 1U) ||
                pair == std::pair(0U, 1U));
  }
}

TEST(FindReuse, WordsThatStandTwiceAreToldTwice) {
  const std::string twice = std::string(kBridge) + ". " + std::string(kBridge) + ".";
  const std::vector pile = {make_article("a1", twice), make_article("a2", std::string(kBridge))};
  EXPECT_EQ(find(pile).links.size(), 2U);
  const std::vector other = {make_article("a1", std::string(kBridge)), make_article("a2", twice)};
  EXPECT_EQ(find(other).links.size(), 2U);
  const std::vector both = {make_article("a1", twice), make_article("a2", twice)};
  EXPECT_EQ(find(both).links.size(), 1U);
}

TEST(FindReuse, Types) {
  const std::string quoted = "Mira Oln said: " + std::string(kBridge);
  auto a = make_article("a1", quoted);
  auto b = make_article("a2", quoted);
  const Range inner{15, static_cast<std::uint32_t>(quoted.size())};
  for (auto* article : {&a, &b}) article->segmentation.quoted.push_back({inner, inner, 0, -1});
  EXPECT_EQ(find({a, b}).links[0].type, "quote");

  for (auto* article : {&a, &b}) article->article.paragraphs[0].role = Role::kPromo;
  EXPECT_EQ(find({a, b}).links[0].type, "furniture");

  EXPECT_EQ(find({make_article("a1", std::string(kBridge), "Velm Post"),
                  make_article("a2", std::string(kBridge), "Velm Post")})
                .links[0]
                .type,
            "self");
}

TEST(FindReuse, AgencyCopyNeedsACreditAndLength) {
  std::string story;
  for (int i = 0; i < 50; ++i) story += fmt::format("term{} ", i);
  const auto type = [&](std::string_view head, std::string_view text) {
    return find({make_article("a1", std::string(text)),
                 make_article("a2", fmt::format("{} {}", head, text))})
        .links[0]
        .type;
  };
  EXPECT_EQ(type("VELM (Reuters) -", story), "agency");
  EXPECT_EQ(type("A clerk told Reuters:", story), "copy");
  EXPECT_EQ(type("VELM (Reuters) -", kBridge), "copy");
}

TEST(FindReuse, ShortPassagesOfAgencyCopiesAreTheAgencys) {
  std::mt19937 random(5);
  const std::string story = random_words(random, 60, 100000);
  const auto own = [&] { return random_words(random, 9, 100000); };
  const auto because = [](const std::vector<AnnotatedArticle>& pile, std::size_t n_words) {
    for (const ReuseLink& link : find(pile).links)
      if (link.a.article == 1 && link.words <= n_words)
        return link.type + ": " + link.because.str();
    return std::string();
  };
  const std::vector pile = {make_article("a1", "VALE (AP) - " + story),
                            make_article("a2", story + own() + std::string(kBridge) + own()),
                            make_article("a3", own() + std::string(kBridge) + own() + story)};
  EXPECT_EQ(because(pile, 30),
            "agency: Most of both articles stands in one that credits Associated Press.");
  EXPECT_EQ(because(pile, 60),
            "agency: Another article with these words credits Associated Press: they may come from "
            "there.");
  const std::vector both = {make_article("a0", own()),
                            make_article("a1", "VALE (AP) - " + own() + std::string(kBridge)),
                            make_article("a2", "NESS (AP) - " + own() + std::string(kBridge))};
  EXPECT_EQ(because(both, 30),
            "agency: Both articles credit Associated Press: the words may come from there.");
  const std::vector one = {make_article("a0", own()),
                           make_article("a1", "VALE (AP) - " + own() + std::string(kBridge)),
                           make_article("a2", own() + std::string(kBridge))};
  EXPECT_EQ(because(one, 30), "copy: The outlets of the articles are not known.");
}

TEST(FindReuse, AFewCommonWordsAreChance) {
  const std::string common = "it is one of the things that we have";
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 400; ++i)
    pile.push_back(
        make_article(fmt::format("a{}", 1000 + i), fmt::format("x{} {} y{}", i, common, i)));
  for (const ReuseLink& link : find(pile).links) ASSERT_EQ(link.type, "chance");
}

TEST(FindReuse, WhatAnOutletPrintsDayAfterDayIsFurniture) {
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 12; ++i) {
    std::mt19937 random(i);
    pile.push_back(make_article(fmt::format("a{}", 100 + i),
                                random_words(random, 60, 100000) + std::string(kBridge),
                                "Velm Post", may(1 + i)));
  }
  const Reuse found = find(pile);
  ASSERT_FALSE(found.links.empty());
  for (const ReuseLink& link : found.links) EXPECT_EQ(link.type, "furniture");
  EXPECT_THAT(found.copies, IsEmpty());
}

TEST(FindReuse, WhatManyOutletsPrintDayAfterDayIsFurniture) {
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 40; ++i) {
    std::mt19937 random(i);
    pile.push_back(make_article(fmt::format("a{}", 100 + i),
                                random_words(random, 60, 100000) + std::string(kBridge),
                                fmt::format("Outlet {}", i % 4), may(1 + i / 4)));
  }
  const Reuse found = find(pile);
  ASSERT_FALSE(found.links.empty());
  for (const ReuseLink& link : found.links) EXPECT_EQ(link.type, "furniture");
}

TEST(FindReuse, AWholeArticlePrintedDayAfterDayIsNoFurniture) {
  std::mt19937 random(5);
  const std::string text = random_words(random, 120, 100000);
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 24; ++i)
    pile.push_back(make_article(fmt::format("a{}", 100 + i), text,
                                i % 2 == 0 ? "Quay Post" : "Vale Echo", may(1 + i)));
  const Reuse found = find(pile);
  ASSERT_FALSE(found.links.empty());
  for (const ReuseLink& link : found.links) EXPECT_NE(link.type, "furniture");
  ASSERT_EQ(found.copies.size(), 1U);
  EXPECT_EQ(found.copies.front().articles.size(), 24U);
}

// Five words stand in all articles of an outlet; two and two have the three before them in common.
TEST(FindReuse, RunsThatHoldFurnitureAreFound) {
  std::mt19937 random(11);
  for (unsigned outlet = 0; outlet < 12; ++outlet) {
    const std::string daily = random_words(random, 5, 100000);
    std::vector<std::string> runs;
    for (unsigned i = 0; i < 12; ++i) runs.push_back(random_words(random, 3, 100000) + daily);
    std::vector<AnnotatedArticle> pile;
    for (unsigned i = 0; i < 24; ++i)
      pile.push_back(make_article(
          fmt::format("a{}", 100 + i),
          random_words(random, 30, 100000) + runs[i % 12] + random_words(random, 30, 100000),
          "Quay Post", may(1 + i)));
    const Reuse found = find(pile);
    for (std::size_t i = 0; i < 12; ++i)
      EXPECT_TRUE(std::any_of(found.links.begin(), found.links.end(),
                              [&](const ReuseLink& link) {
                                return link.a.article == i && link.b.article == i + 12 &&
                                       link.words >= 8;
                              }))
          << outlet << " " << i;
  }
}

TEST(FindReuse, WhatManyOutletsPrintOnceIsNone) {
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 40; ++i) {
    std::mt19937 random(i);
    pile.push_back(make_article(fmt::format("a{}", 100 + i),
                                random_words(random, 60, 100000) + std::string(kBridge),
                                fmt::format("Outlet {}", i), may(1 + i / 4)));
  }
  const Reuse found = find(pile);
  ASSERT_FALSE(found.links.empty());
  for (const ReuseLink& link : found.links) EXPECT_EQ(link.type, "copy");
}

TEST(FindReuse, Copies) {
  std::mt19937 random(7);
  const std::string story = random_words(random, 200, 100000);
  const std::string other = random_words(random, 200, 100000);
  const std::string half = story.substr(0, story.size() / 2);
  const std::vector pile = {
      make_article("a1", story), make_article("a2", "Updated. " + story), make_article("a3", other),
      make_article("a4", half + random_words(random, 300, 100000)), make_article("a5", half)};
  const Reuse found = find(pile);
  ASSERT_EQ(found.copies.size(), 1U);
  EXPECT_THAT(found.copies[0].articles, ElementsAre(0, 1, 4));
}

TEST(FindReuse, ASharedTemplateMakesNoGroup) {
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 60; ++i) {
    std::mt19937 random(i);
    pile.push_back(make_article(fmt::format("a{}", 100 + i),
                                random_words(random, 40, 100000) + std::string(kBridge)));
  }
  EXPECT_THAT(find(pile).copies, IsEmpty());
}

TEST(FindReuse, OddPiles) {
  EXPECT_THAT(find({}).links, IsEmpty());
  EXPECT_THAT(find({make_article("a1", "")}).links, IsEmpty());
  EXPECT_THAT(
      find({make_article("a1", ""), make_article("a2", "word"), make_article("a3", "word")}).links,
      IsEmpty());
}

TEST(FindReuse, AStopIsHeard) {
  std::stop_source source;
  source.request_stop();
  const std::vector pile = {make_article("a1", std::string(kBridge)),
                            make_article("a2", std::string(kBridge))};
  const auto found = find_reuse(pile, {}, {.threads = 1, .stop = source.get_token()});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, Errc::kInterrupted);
}

// Adversarial piles: each must stay near linear, which the time limit of the test suite would show.

TEST(FindReuseScale, AStoryPrintedEverywhereCostsTwoLinksAnArticle) {
  std::mt19937 random(3);
  const std::string story = random_words(random, 60, 100000);
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 10000; ++i)
    pile.push_back(make_article(fmt::format("a{}", 10000 + i), story));
  const Reuse found = find(pile);
  EXPECT_EQ(found.links.size(), 2U * 9999 - 1);
  ASSERT_EQ(found.copies.size(), 1U);
  EXPECT_EQ(found.copies[0].articles.size(), 10000U);
}

TEST(FindReuseScale, OneWordOverAndOver) {
  std::string noes;
  for (int i = 0; i < 20000; ++i) noes += "no ";
  const std::vector pile = {make_article("a1", noes), make_article("a2", noes),
                            make_article("a3", noes + "yes")};
  const Reuse found = find(pile);
  EXPECT_GE(found.links.size(), 2U);
  ASSERT_EQ(found.copies.size(), 1U);
  EXPECT_EQ(found.copies[0].articles.size(), 3U);
}

TEST(FindReuseScale, OneParagraphOverAndOver) {
  std::string again;
  for (int i = 0; i < 500; ++i) again += std::string(kBridge) + ".\n\n";
  const std::vector pile = {make_article("a1", again), make_article("a2", again)};
  EXPECT_FALSE(find(pile).links.empty());
}

}  // namespace
}  // namespace fabula::reuse
