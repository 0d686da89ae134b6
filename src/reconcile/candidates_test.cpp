#include "reconcile/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace fabula::reconcile {
namespace {

std::vector<TextPair> candidates_of(const std::vector<std::string>& texts) {
  FamilyWords family;
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  family.read(views);
  return find_candidates(family);
}

TEST(Candidates, AllPairsOfAFew) {
  EXPECT_TRUE(candidates_of({}).empty());
  EXPECT_TRUE(candidates_of({"one"}).empty());
  EXPECT_EQ(candidates_of({"one", "two", "three"}),
            (std::vector<TextPair>{{0, 1}, {0, 2}, {1, 2}}));
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

// Every copy with one change of its own.
TEST(Candidates, TrueSourcesAreAmongThem) {
  std::mt19937 random(1);
  std::vector<std::vector<std::string>> copies(1);
  for (int w = 0; w < 100; ++w) copies[0].push_back("w" + std::to_string(w));
  std::vector<std::uint32_t> source{0};
  for (std::uint32_t i = 1; i < 800; ++i) {
    source.push_back(random() % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % i));
    copies.push_back(copies[source[i]]);
    for (int n = 0; n < 3; ++n)
      copies[i][random() % 100] = "x" + std::to_string(3 * i + static_cast<std::uint32_t>(n));
  }
  std::vector<std::string> texts;
  for (const auto& copy : copies) texts.push_back(join(copy));
  const std::vector<TextPair> pairs = candidates_of(texts);
  EXPECT_TRUE(std::ranges::is_sorted(pairs));
  EXPECT_LE(pairs.size(), 9U * 800U);
  std::size_t n_found = 0;
  for (std::uint32_t i = 1; i < 800; ++i)
    n_found +=
        std::ranges::binary_search(pairs, TextPair{std::min(i, source[i]), std::max(i, source[i])});
  EXPECT_GE(n_found, 780U);
}

TEST(Candidates, NoIslands) {
  // Twenty pairs of texts that share nothing but one word with the others.
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    std::vector<std::string> words{"word"};
    for (int w = 0; w < 20; ++w) words.push_back("w" + std::to_string(100 * (i / 2) + w));
    words.push_back("end" + std::to_string(i));
    texts.push_back(join(words));
  }
  const std::vector<TextPair> pairs = candidates_of(texts);
  std::vector<std::uint32_t> island(texts.size());
  for (std::uint32_t i = 0; i < island.size(); ++i) island[i] = i;
  for (const TextPair& pair : pairs) {
    const std::uint32_t old = island[pair.b];
    std::ranges::replace(island, old, island[pair.a]);
  }
  EXPECT_TRUE(std::ranges::all_of(island, [&](std::uint32_t i) { return i == island[0]; }));
}

}  // namespace
}  // namespace fabula::reconcile
