#include "timeline/news_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>

namespace fabula::timeline {
namespace {

// Sentences of random terms, some articles with several.
std::vector<SentenceFacts> random_sentences(std::mt19937& random, std::uint32_t n_keys) {
  std::vector<SentenceFacts> all(10 + random() % 60);
  std::uint32_t article = 0;
  for (SentenceFacts& sentence : all) {
    article += static_cast<std::uint32_t>(random() % 2);
    sentence.span.article = article;
    for (std::uint32_t key = 1; key <= n_keys; ++key)
      if (random() % (1 + key) == 0)
        sentence.terms.push_back({key, static_cast<float>(key), NewsTerm::Kind::kWord});
  }
  return all;
}

// Every sentence of another article that shares one of the few rarest terms, by all pairs.
std::vector<std::uint32_t> slow_candidates(const std::vector<SentenceFacts>& all, std::uint32_t i) {
  std::vector<NewsTerm> seek;
  for (const NewsTerm& term : all[i].terms) {
    std::size_t n = 0;
    for (const SentenceFacts& other : all)
      for (const NewsTerm& its : other.terms) n += its.key == term.key;
    if (n > 1 && n <= kMostHolders) seek.push_back(term);
  }
  std::ranges::stable_sort(seek, std::greater(), &NewsTerm::weight);
  if (seek.size() > kSeekTerms) seek.resize(kSeekTerms);
  std::vector<std::pair<float, std::uint32_t>> found;
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    if (all[k].span.article == all[i].span.article) continue;
    float weight = 0;
    for (const NewsTerm& term : seek)
      for (const NewsTerm& its : all[k].terms) weight += its.key == term.key ? term.weight : 0;
    if (weight > 0) found.emplace_back(weight, k);
  }
  std::ranges::stable_sort(found, std::greater(), &std::pair<float, std::uint32_t>::first);
  if (found.size() > kMostCandidates) found.resize(kMostCandidates);
  std::vector<std::uint32_t> out;
  for (const auto& [weight, k] : found) out.push_back(k);
  return out;
}

TEST(StoryIndex, FindsWhatALookAtAllPairsFinds) {
  std::mt19937 random(20240513);
  for (int round = 0; round < 200; ++round) {
    std::vector<SentenceFacts> all =
        random_sentences(random, static_cast<std::uint32_t>(3 + random() % 30));
    const StoryIndex index(all);
    StoryIndex::Scratch scratch;
    for (std::uint32_t i = 0; i < all.size(); ++i)
      ASSERT_EQ(index.candidates(i, scratch), slow_candidates(all, i)) << "round " << round;
  }
}

TEST(StoryIndex, WhatEverySentenceHasWeighsLittle) {
  std::vector<SentenceFacts> all(30);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    all[i].span.article = i;
    all[i].terms = {{1, 6, NewsTerm::Kind::kName}, {100 + i, 6, NewsTerm::Kind::kWord}};
  }
  const StoryIndex index(all);
  EXPECT_LT(all[0].terms[0].weight, 1.5F);
  EXPECT_GT(all[0].terms[1].weight, 5.9F);
}

}  // namespace
}  // namespace fabula::timeline
