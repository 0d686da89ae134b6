#include "story/nearest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "story/pile_test.hpp"
#include "story/terms.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Context kOneThread{1, {}, nullptr};

std::vector<std::uint32_t> articles_of(const std::vector<AlikeArticle>& alike) {
  std::vector<std::uint32_t> out;
  for (const AlikeArticle& each : alike) out.push_back(each.article);
  return out;
}

TEST(NearestDated, ByRareTermsWithTheirPlaces) {
  Pile pile;
  add_article(pile, "The sluice gate at Ostrey broke.");
  add_article(pile, "Ostrey’s sluice gate is mended at last.", "2024-03-01");
  add_article(pile, "A fair at Lund.", "2024-03-02");
  add_article(pile, "The gate of the fair was green.", "2024-03-03");
  add_article(pile, "The sluice gate at Ostrey broke.");
  const auto nearest = find_nearest_dated(pile, weigh_terms(pile.articles, kOneThread), kOneThread);
  ASSERT_THAT(articles_of(nearest[0]), ElementsAre(1, 3));
  EXPECT_GT(nearest[0][0].cosine, nearest[0][1].cosine);
  EXPECT_THAT(nearest[1], IsEmpty()) << "it states its day";
  EXPECT_THAT(articles_of(nearest[4]), ElementsAre(1, 3)) << "undated ones are none";
  std::vector<std::string> shared;
  for (const SharedTerm& term : nearest[0][0].terms) {
    const std::string here(words_of(pile.articles[0].article.text, term.here));
    const std::string there(words_of(pile.articles[1].article.text, term.there));
    shared.push_back(here + "/" + there);
  }
  EXPECT_THAT(shared, testing::UnorderedElementsAre("Ostrey/Ostrey", "sluice/sluice", "gate/gate"));
}

TEST(NearestDated, NothingSharedNothingFound) {
  Pile pile;
  add_article(pile, "Plum cake.");
  add_article(pile, "A green bridge.", "2024-03-01");
  add_article(pile, "", "2024-03-01");
  EXPECT_THAT(find_nearest_dated(pile, weigh_terms(pile.articles, kOneThread), kOneThread)[0],
              IsEmpty());
  EXPECT_THAT(find_nearest_dated({}, {}, kOneThread), IsEmpty());
}

// All cosines, one by one.
std::vector<std::pair<double, std::uint32_t>> slow_nearest(const Pile& pile, std::size_t of) {
  const auto vectors = weigh_terms(pile.articles, kOneThread).of_article;
  std::vector<std::pair<double, std::uint32_t>> out;
  for (std::uint32_t j = 0; j < vectors.size(); ++j) {
    if (pile.articles[j].article.published.basis != DateBasis::kStated) continue;
    double cosine = 0;
    for (const Term& a : vectors[of])
      for (const Term& b : vectors[j])
        if (a.id == b.id) cosine += static_cast<double>(a.weight) * b.weight;
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
      add_article(pile, text, random() % 3 == 0 ? "" : "2024-03-01");
    }
    const auto fast = find_nearest_dated(pile, weigh_terms(pile.articles, kOneThread), kOneThread);
    const auto threads =
        find_nearest_dated(pile, weigh_terms(pile.articles, {4, {}, nullptr}), {4, {}, nullptr});
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

}  // namespace
}  // namespace fabula::story
