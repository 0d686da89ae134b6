#include "story/families.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>

namespace fabula::story {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day may(unsigned day_of_month) {
  using namespace std::chrono;
  return sys_days{year{2031} / month{5} / day{day_of_month}};
}

// An article whose whole text is one quotation; "|" parts it in two.
AnnotatedArticle quoting(std::string id, std::string words, std::optional<Day> day = {},
                         std::string speaker = {}) {
  AnnotatedArticle made;
  made.article.id = id;
  made.article.sources = {id + ".txt"};
  Quote quote;
  const std::size_t bar = words.find('|');
  const auto size = static_cast<std::uint32_t>(words.size());
  if (bar == std::string::npos) {
    quote.parts = {{0, size}};
  } else {
    quote.parts = {{0, static_cast<std::uint32_t>(bar)},
                   {static_cast<std::uint32_t>(bar + 1), size}};
  }
  quote.range = {0, size};
  if (!speaker.empty()) {
    quote.speaker = Speaker{0, std::move(speaker), {}, {}};
    quote.grade = Grade::kA;
  }
  made.article.text = std::move(words);
  made.quotes.push_back(std::move(quote));
  if (day) {
    made.article.published.when = when_day(*day);
    made.article.published.basis = DateBasis::kStated;
  }
  return made;
}

// "op: was > now" of each edit.
std::vector<std::string> edits(const FamilyMember& member) {
  std::vector<std::string> lines;
  for (const WordEdit& edit : member.edits)
    lines.push_back(fmt::format("{}: {} > {}", edit.op, edit.was, edit.now));
  return lines;
}

constexpr const char* kFull = "We warned them three times last year, and nobody came";

// The one family of two articles; the first holds the fullest wording.
FamilyMember second_of(const std::string& full, const std::string& other) {
  const std::vector pile = {quoting("a1", full), quoting("a2", other)};
  const auto families = group_quotes(pile);
  if (families.size() != 1 || families[0].members.size() != 2) {
    ADD_FAILURE() << "no family of two: " << full << " / " << other;
    return {};
  }
  EXPECT_EQ(families[0].members[0].change, "whole");
  return families[0].members[1];
}

TEST(Families, SameWords) {
  const FamilyMember member =
      second_of("It’s “not” our bridge, they said", "It's 'not' our bridge they said");
  EXPECT_EQ(member.change, "same");
  EXPECT_THAT(edits(member), ElementsAre("mark: It’s > It's"));
}

TEST(Families, Cut) {
  const FamilyMember member = second_of(kFull, "we warned them three times");
  EXPECT_EQ(member.change, "cut");
  EXPECT_THAT(edits(member), ElementsAre("case: We > we", "cut: last year, and nobody came > "));
}

TEST(Families, CutInTheMiddleWithASign) {
  EXPECT_EQ(second_of(kFull, "We warned them ... and nobody came").change, "cut");
  EXPECT_EQ(second_of(kFull, "We warned them […] and nobody came").change, "cut");
}

TEST(Families, SplitByTheSpeaker) {
  EXPECT_EQ(second_of(kFull, "We warned them three times last year, |and nobody came").change,
            "same");
}

TEST(Families, HalfOfASplitQuotation) {
  EXPECT_EQ(second_of("We warned them three times last year, |and then nobody came to look",
                      "And then nobody came to look")
                .change,
            "cut");
}

TEST(Families, BracketsStandForOtherWords) {
  const FamilyMember member =
      second_of("the son we almost had that spring", "the son [they] almost had");
  EXPECT_EQ(member.change, "altered");
  EXPECT_THAT(edits(member), ElementsAre("replace: we > [they]", "cut: that spring > "));
}

TEST(Families, NotesAreNotSpoken) {
  const FamilyMember member = second_of("there is less people on the pier than ever",
                                        "there is less people [sic] on the pier");
  EXPECT_THAT(edits(member), ElementsAre("insert:  > [sic]", "cut: than ever > "));
}

TEST(Families, HiddenLetters) {
  const FamilyMember member = second_of("maybe leave the damn bridge alone today",
                                        "maybe leave the d**n bridge alone today");
  EXPECT_EQ(member.change, "altered");
  EXPECT_THAT(edits(member), ElementsAre("replace: damn > d**n"));
}

TEST(Families, ChangedWords) {
  const FamilyMember member =
      second_of("We warned them three times last year and nobody ever came",
                "We warned them three times last year and nobody really came");
  EXPECT_EQ(member.change, "altered");
  EXPECT_THAT(edits(member), ElementsAre("replace: ever > really"));
}

TEST(Families, LongOverlap) {
  const FamilyMember member = second_of(
      "We told the harbour office that the old bridge would not last another winter, truly",
      "that the old bridge would not last another winter. I said so twice");
  EXPECT_EQ(member.change, "altered");
}

TEST(Families, WhatIsNotOneUtterance) {
  const auto none = [](const std::string& x, const std::string& y) {
    return group_quotes(std::vector{quoting("a1", x), quoting("a2", y)}).empty();
  };
  EXPECT_TRUE(none(kFull, "nobody came"));
  EXPECT_TRUE(none(kFull, "We warned them of three storms and nobody listened to us at all"));
  EXPECT_TRUE(none("[The mayor] is [sure] of it now", "[A clerk] is [tired] of it now"));
  EXPECT_TRUE(none("yes", "yes"));
}

TEST(Families, ShortPhrasesNeedOneSpeaker) {
  const auto n = [](const std::string& x, const std::string& y) {
    return group_quotes(
               std::vector{quoting("a1", "not at all", {}, x), quoting("a2", "Not at all!", {}, y)})
        .size();
  };
  EXPECT_EQ(n("Mira Oln", "Oln"), 1U);
  EXPECT_EQ(n("Mira Oln", ""), 1U);
  EXPECT_EQ(n("Mira Oln", "Jon Tarr"), 0U);
}

TEST(Families, AThirdQuotationDoesNotJoinTwo) {
  const std::string shared = "we have to wait and see";
  const auto families = group_quotes(
      std::vector{quoting("a1", "The bridge may fall at any time so " + shared),
                  quoting("a2", shared + " whether the ferry will run before the autumn fair"),
                  quoting("a3", shared)});
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members.size(), 2U);
}

TEST(Families, IndirectAndInnerQuotationsTakeNoPart) {
  std::vector pile = {quoting("a1", kFull), quoting("a2", kFull), quoting("a3", kFull)};
  pile[1].quotes[0].kind = QuoteKind::kIndirect;
  pile[2].quotes[0].inside = 0;
  EXPECT_THAT(group_quotes(pile), IsEmpty());
}

TEST(Families, First) {
  const auto first = [](std::optional<Day> x, std::optional<Day> y, std::optional<Day> z) {
    const std::vector pile = {quoting("a1", kFull, x), quoting("a2", kFull, y),
                              quoting("a3", "We warned them three times", z)};
    return group_quotes(pile).at(0).first;
  };
  EXPECT_EQ(first(may(3), may(2), may(4)), 1);
  EXPECT_EQ(first(may(3), may(4), may(2)), 2);
  EXPECT_EQ(first(may(3), may(3), may(4)), -1) << "two on the same day";
  EXPECT_EQ(first(may(3), {}, may(4)), -1) << "one has no date";
  EXPECT_EQ(first({}, {}, {}), -1);
}

TEST(Families, FullestWordingIsTheEarliestOfTheLongest) {
  const std::vector pile = {quoting("a1", kFull, may(5)), quoting("a2", kFull, may(2)),
                            quoting("a3", "We warned them three times", may(1))};
  const auto families = group_quotes(pile);
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members[1].change, "whole");
  EXPECT_EQ(families[0].members[0].change, "same");
  EXPECT_EQ(families[0].members[2].change, "cut");
}

std::string random_words(std::mt19937& random, std::size_t n, std::size_t n_kinds) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += fmt::format("w{} ", random() % n_kinds);
  return text;
}

TEST(FamiliesLaw, OrderDoesNotMatterAndEachQuoteHasOneFamily) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    std::vector<AnnotatedArticle> pile;
    std::vector<std::string> said;
    for (unsigned i = 0; i < 60; ++i) {
      if (said.size() < 5 || random() % 4 == 0)
        said.push_back(random_words(random, 4 + random() % 20, 300));
      std::string words = said[random() % said.size()];
      if (random() % 3 == 0) words = words.substr(words.find(' ', words.size() / 3));
      const auto day = random() % 5 == 0
                           ? std::nullopt
                           : std::optional(may(1 + static_cast<unsigned>(random() % 20)));
      pile.push_back(quoting(fmt::format("a{}", 100 + i), words, day));
    }
    const auto describe = [](const std::vector<AnnotatedArticle>& of) {
      std::set<std::string> lines;
      std::set<RecordRef> seen;
      for (const Family& family : group_quotes(of)) {
        EXPECT_GE(family.members.size(), 2U);
        EXPECT_EQ(std::count_if(family.members.begin(), family.members.end(),
                                [](const auto& member) { return member.change == "whole"; }),
                  1);
        for (const FamilyMember& member : family.members) {
          EXPECT_TRUE(seen.insert(member.quote).second);
          lines.insert(family.id + of[member.quote.article].article.id + member.change);
        }
      }
      return lines;
    };
    const auto expected = describe(pile);
    std::shuffle(pile.begin(), pile.end(), random);
    EXPECT_EQ(describe(pile), expected) << seed;
  }
}

TEST(FamiliesScale, OneQuotationPrintedEverywhere) {
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 5000; ++i) pile.push_back(quoting(fmt::format("a{}", 10000 + i), kFull));
  const auto families = group_quotes(pile);
  ASSERT_EQ(families.size(), 1U);
  EXPECT_EQ(families[0].members.size(), 5000U);
}

TEST(FamiliesScale, HugeQuotations) {
  std::mt19937 random(1);
  const std::string words = random_words(random, 5000, 100000);
  EXPECT_EQ(group_quotes(std::vector{quoting("a1", words), quoting("a2", words)}).size(), 1U);
}

}  // namespace
}  // namespace fabula::story
