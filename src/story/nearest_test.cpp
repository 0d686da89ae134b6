#include "story/nearest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "segment/segment.hpp"
#include "story/terms.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Context kOneThread{1, {}, nullptr};

// A body of one paragraph; without a day it is undated.
void add(Pile& pile, std::string_view text, std::string_view day = {}) {
  AnnotatedArticle& made = pile.articles.emplace_back();
  made.article.text = text;
  made.article.language = "en";
  made.article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
  made.segmentation = segment::segment(made.article);
  if (day.empty()) return;
  made.article.published.when = when_day(*parse_iso_day(day));
  made.article.published.basis = DateBasis::kStated;
}

std::vector<std::uint32_t> articles_of(const std::vector<AlikeArticle>& alike) {
  std::vector<std::uint32_t> out;
  for (const AlikeArticle& each : alike) out.push_back(each.article);
  return out;
}

TEST(NearestDated, ByRareTermsWithTheirPlaces) {
  Pile pile;
  add(pile, "The sluice gate at Ostrey broke.");
  add(pile, "Ostrey’s sluice gate is mended at last.", "2024-03-01");
  add(pile, "A fair at Lund.", "2024-03-02");
  add(pile, "The gate of the fair was green.", "2024-03-03");
  add(pile, "The sluice gate at Ostrey broke.");
  const auto nearest = find_nearest_dated(pile, kOneThread);
  ASSERT_THAT(articles_of(nearest[0]), ElementsAre(1, 3, 2));
  EXPECT_GT(nearest[0][0].cosine, nearest[0][1].cosine);
  EXPECT_THAT(nearest[1], IsEmpty()) << "it states its day";
  EXPECT_THAT(articles_of(nearest[4]), ElementsAre(1, 3, 2)) << "undated ones are none";
  std::vector<std::string> shared;
  for (const SharedTerm& term : nearest[0][0].terms) {
    const std::string here(words_of(pile.articles[0].article.text, term.here));
    const std::string there(words_of(pile.articles[1].article.text, term.there));
    shared.push_back(here + "/" + there);
  }
  EXPECT_THAT(shared,
              testing::IsSupersetOf({"Ostrey/Ostrey", "sluice/sluice", "sluice gate/sluice gate"}));
}

TEST(NearestDated, NothingSharedNothingFound) {
  Pile pile;
  add(pile, "Plum cake.");
  add(pile, "A green bridge.", "2024-03-01");
  add(pile, "", "2024-03-01");
  EXPECT_THAT(find_nearest_dated(pile, kOneThread)[0], IsEmpty());
  EXPECT_THAT(find_nearest_dated({}, kOneThread), IsEmpty());
}

// All cosines, one by one.
std::vector<std::pair<double, std::uint32_t>> slow_nearest(const Pile& pile, std::size_t of) {
  const auto vectors = weigh_terms(pile.articles, kOneThread);
  std::vector<std::pair<double, std::uint32_t>> out;
  for (std::uint32_t j = 0; j < vectors.size(); ++j) {
    if (pile.articles[j].article.published.basis != DateBasis::kStated) continue;
    double cosine = 0;
    for (const Term& a : vectors[of])
      for (const Term& b : vectors[j])
        if (a.key == b.key) cosine += static_cast<double>(a.weight) * b.weight;
    if (cosine > 0) out.emplace_back(-cosine, j);
  }
  std::ranges::sort(out);
  if (out.size() > 8) out.resize(8);
  return out;
}

TEST(NearestDated, AsThePairwiseSearchAndOnAnyThreads) {
  constexpr std::string_view kWords[] = {"weir", "gate",  "mill",  "fair", "choir", "plum",
                                         "oak",  "Lund",  "Marl",  "rain", "green", "stove",
                                         "hall", "diver", "hinge", "crane"};
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    Pile pile;
    for (int i = 0; i < 40; ++i) {
      std::string text;
      for (int w = 0; w < 12; ++w) text.append(kWords[random() % 16]).append(" ");
      add(pile, text, random() % 3 == 0 ? "" : "2024-03-01");
    }
    const auto fast = find_nearest_dated(pile, kOneThread);
    const auto threads = find_nearest_dated(pile, {4, {}, nullptr});
    for (std::size_t i = 0; i < pile.articles.size(); ++i) {
      EXPECT_EQ(articles_of(fast[i]), articles_of(threads[i]));
      if (pile.articles[i].article.published.basis == DateBasis::kStated) continue;
      const auto slow = slow_nearest(pile, i);
      if (-slow.front().first < 0.05) continue;
      ASSERT_EQ(fast[i].size(), slow.size());
      for (std::size_t k = 0; k < slow.size(); ++k)
        EXPECT_NEAR(fast[i][k].cosine, -slow[k].first, 1e-5);
    }
  }
}

TEST(Terms, AreOfLengthOneAndNoneThatOneArticleOrAllHave) {
  Pile pile;
  add(pile, "The weir holds.");
  add(pile, "The weir broke.");
  add(pile, "The oak fell.");
  const auto vectors = weigh_terms(pile.articles, kOneThread);
  // "weir" and "the weir"
  ASSERT_EQ(vectors[0].size(), 2U);
  double length = 0;
  for (const Term& term : vectors[0]) length += static_cast<double>(term.weight) * term.weight;
  EXPECT_NEAR(length, 1, 1e-5);
  EXPECT_THAT(vectors[2], IsEmpty());
}

}  // namespace
}  // namespace fabula::story
