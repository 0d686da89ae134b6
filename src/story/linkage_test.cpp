#include "story/linkage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace fabula::story {
namespace {

using testing::ElementsAre;
using Groups = std::vector<std::vector<std::uint32_t>>;

constexpr std::uint32_t kTerms = 12;

bool is_half_alike(const Overlap& overlap, std::size_t n_a, std::size_t n_b) {
  return overlap.all >= 0.5 * static_cast<double>(n_a) * static_cast<double>(n_b);
}

// Articles of two terms each.
std::vector<TermVector> three_articles() {
  return {{{1, 0.8F}, {2, 0.6F}}, {{1, 0.8F}, {3, 0.6F}}, {{2, 0.6F}, {3, 0.8F}}};
}

Groups sorted(Groups groups) {
  std::ranges::sort(groups);
  return groups;
}

TEST(Linkage, JoinsTheMostAlikeUntilNoneIsAlikeEnough) {
  const auto terms = three_articles();
  Linkage linkage(terms, kTerms, is_half_alike);
  linkage.add_pair(0, 1);  // 0.64
  linkage.add_pair(1, 2);  // 0.48
  linkage.add_pair(0, 2);  // 0.36
  linkage.run({2, {}, nullptr});
  EXPECT_THAT(sorted(linkage.groups()), ElementsAre(ElementsAre(0U, 1U), ElementsAre(2U)));
}

TEST(Linkage, KeepsApartWhatMustBe) {
  const auto terms = three_articles();
  Linkage linkage(terms, kTerms, is_half_alike);
  linkage.add_pair(0, 1);
  linkage.keep_apart(0, 1);
  linkage.run({2, {}, nullptr});
  EXPECT_EQ(linkage.groups().size(), 3U);
}

TEST(Linkage, ArticlesAreJoinedAsTold) {
  const auto terms = three_articles();
  Linkage linkage(terms, kTerms, is_half_alike);
  linkage.join_articles(0, 2);
  linkage.join_articles(2, 0);
  EXPECT_THAT(sorted(linkage.groups()), ElementsAre(ElementsAre(0U, 2U), ElementsAre(1U)));
}

// All pairs of groups compared in every round, article by article.
Groups slow_linkage(const std::vector<TermVector>& terms) {
  Groups groups;
  for (std::uint32_t i = 0; i < terms.size(); ++i) groups.push_back({i});
  for (;;) {
    double best = 0.3;
    std::size_t best_a = 0, best_b = 0;
    for (std::size_t a = 0; a < groups.size(); ++a)
      for (std::size_t b = a + 1; b < groups.size(); ++b) {
        double sum = 0;
        for (const std::uint32_t x : groups[a])
          for (const std::uint32_t y : groups[b]) sum += overlap_of(terms[x], terms[y]).all;
        const double mean =
            sum / static_cast<double>(groups[a].size()) / static_cast<double>(groups[b].size());
        if (mean > best) {
          best = mean;
          best_a = a;
          best_b = b;
        }
      }
    if (best_a == best_b) break;
    groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  for (auto& group : groups) std::ranges::sort(group);
  return sorted(groups);
}

TEST(Linkage, AsTheSlowOne) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> weight(0.05F, 1);
  for (int round = 0; round < 50; ++round) {
    std::vector<TermVector> terms(20);
    for (TermVector& vector : terms) {
      double length = 0;
      for (std::uint32_t term = 0; term < kTerms; ++term)
        if (random() % 3 == 0) vector.push_back({term, weight(random)});
      for (const Term& term : vector) length += static_cast<double>(term.weight) * term.weight;
      for (Term& term : vector) term.weight /= static_cast<float>(std::sqrt(length));
    }
    Linkage linkage(terms, kTerms, [](const Overlap& overlap, std::size_t n_a, std::size_t n_b) {
      return overlap.all > 0.3 * static_cast<double>(n_a) * static_cast<double>(n_b);
    });
    for (std::uint32_t a = 0; a < terms.size(); ++a)
      for (std::uint32_t b = 0; b < a; ++b) linkage.add_pair(a, b);
    linkage.run({2, {}, nullptr});
    EXPECT_EQ(sorted(linkage.groups()), slow_linkage(terms));
  }
}

}  // namespace
}  // namespace fabula::story
