#include "reconcile/longer_passages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::reconcile {
namespace {

PassageHolder holder(std::uint32_t article, std::uint32_t begin, std::uint32_t end) {
  PassageHolder made;
  made.span = {article, {begin, end}};
  made.standing = "unknown";
  return made;
}

void set_source(Passage& passage, std::size_t copy, std::int32_t source, std::uint32_t margin) {
  passage.holders[copy].standing = "copy";
  passage.holders[copy].from = source;
  passage.holders[copy].margin = margin;
}

Pile make_pile(std::vector<std::vector<PassageHolder>> passages) {
  Pile pile;
  pile.articles.resize(4);
  for (auto& holders : passages) {
    pile.passages.emplace_back();
    pile.passages.back().holders = std::move(holders);
  }
  return pile;
}

TEST(LongerPassages, TheLongerOneTellsTheSource) {
  Pile pile = make_pile({{holder(0, 40, 60), holder(1, 50, 70), holder(2, 0, 20)},
                         {holder(0, 0, 100), holder(1, 10, 110)}});
  const LongerPassages longer(pile);
  ASSERT_EQ(longer.steps().size(), 2U);
  EXPECT_EQ(longer.steps()[0], (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(longer.steps()[1], (std::vector<std::uint32_t>{0}));
  std::vector<LongerSource> sources;
  longer.read_sources(0, sources);
  for (const LongerSource& source : sources) EXPECT_EQ(source.holder, -1);
  set_source(pile.passages[1], 1, 0, 170);
  longer.read_sources(0, sources);
  EXPECT_EQ(sources[1].holder, 0);
  EXPECT_EQ(sources[1].margin, 170U);
  EXPECT_EQ(sources[0].holder, -1);
  EXPECT_EQ(sources[2].holder, -1);
}

TEST(LongerPassages, OnlySourcesThatHoldTheWords) {
  Pile pile = make_pile({{holder(1, 52, 72), holder(2, 50, 70)},       // not in the source
                         {holder(0, 0, 100), holder(1, 10, 110)},      //
                         {holder(0, 95, 125), holder(1, 100, 130)}});  // by a third
  set_source(pile.passages[1], 1, 0, 170);
  const LongerPassages longer(pile);
  std::vector<LongerSource> sources;
  longer.read_sources(0, sources);
  EXPECT_EQ(sources[0].holder, -1);
  EXPECT_EQ(sources[0].passage, 1);
  EXPECT_EQ(longer.holder_in(1, 0), 0);
  EXPECT_EQ(longer.holder_in(1, 2), -1);
  longer.read_sources(2, sources);
  EXPECT_EQ(sources[1].passage, -1);
}

TEST(LongerPassages, TheLongestThatSaysSomething) {
  Pile pile = make_pile({{holder(0, 40, 60), holder(1, 40, 60), holder(2, 40, 60)},
                         {holder(1, 20, 80), holder(2, 20, 80)},
                         {holder(0, 0, 100), holder(1, 0, 100)},
                         {holder(1, 0, 200), holder(2, 0, 200)}});
  set_source(pile.passages[1], 0, 1, 60);
  set_source(pile.passages[2], 1, 0, 90);
  const LongerPassages longer(pile);
  std::vector<LongerSource> sources;
  longer.read_sources(0, sources);
  EXPECT_EQ(sources[1].holder, 0);
  EXPECT_EQ(longer.steps().size(), 4U);
  longer.read_sources(1, sources);
  EXPECT_EQ(sources[0].holder, -1);
}

TEST(LongerPassages, ManyNestedOnesEnd) {
  std::vector<std::vector<PassageHolder>> passages;
  for (std::uint32_t i = 0; i < 60; ++i)
    passages.push_back({holder(0, i, 400 - i), holder(1, i, 400 - i)});
  const Pile pile = make_pile(std::move(passages));
  const LongerPassages longer(pile);
  EXPECT_EQ(longer.steps().size(), 16U);
  std::size_t n = 0;
  for (const auto& step : longer.steps()) n += step.size();
  EXPECT_EQ(n, 60U);
}

}  // namespace
}  // namespace fabula::reconcile
