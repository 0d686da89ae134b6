#include "reuse/letter_seeds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace fabula::reuse {
namespace {

std::vector<Letter> random_letters(std::mt19937& random, std::size_t n, unsigned n_kinds = 26) {
  std::vector<Letter> letters;
  for (; n > 0; --n) letters.push_back(static_cast<Letter>(1 + random() % n_kinds));
  return letters;
}

std::vector<LetterSeed> seeds_of(const std::vector<Letter>& letters, const LetterSeedShape& shape) {
  std::vector<LetterSeed> seeds;
  choose_letter_seeds(letters, shape, seeds);
  return seeds;
}

const std::vector<LetterSeedShape> kShapes{pile_seed_shape(0),
                                           pile_seed_shape(1ULL << 28),
                                           pile_seed_shape(1ULL << 40),
                                           kPairSeeds,
                                           {16, 8}};

TEST(LetterSeeds, ShortTextsHaveNone) {
  std::mt19937 random(1);
  for (const LetterSeedShape& shape : kShapes)
    for (std::size_t n = 0; n < shape.letters; ++n)
      EXPECT_TRUE(seeds_of(random_letters(random, n), shape).empty());
}

// What a seed is depends on its own letters alone.
TEST(LetterSeeds, ASeedIsChosenWhereverItStands) {
  std::mt19937 random(2);
  for (const LetterSeedShape& shape : kShapes) {
    for (int round = 0; round < 100; ++round) {
      const auto letters = random_letters(random, 200);
      for (const LetterSeed& seed : seeds_of(letters, shape)) {
        std::vector<Letter> alone(letters.begin() + seed.letter,
                                  letters.begin() + seed.letter + shape.letters);
        alone[random() % alone.size()] |= kWordBegins;  // where words begin makes no difference
        EXPECT_EQ(seeds_of(alone, shape), (std::vector<LetterSeed>{{seed.hash, 0}}));
      }
    }
  }
}

// Every run of letters + (letters - inner) in a row holds a seed, unless it repeats itself.
TEST(LetterSeeds, LeaveNoGaps) {
  std::mt19937 random(3);
  for (const LetterSeedShape& shape : kShapes) {
    const auto letters = random_letters(random, 20000);
    const auto seeds = seeds_of(letters, shape);
    ASSERT_FALSE(seeds.empty());
    std::uint32_t last = 0;
    for (const LetterSeed& seed : seeds) {
      EXPECT_LE(seed.letter - last, shape.letters - shape.inner + 1);
      last = seed.letter;
    }
    const std::uint64_t expected = 2 * letters.size() / (shape.letters - shape.inner + 1);
    EXPECT_LE(seeds.size(), expected * 11 / 10);
    EXPECT_GE(seeds.size(), expected * 9 / 10);
  }
}

TEST(LetterSeeds, DifferentLettersHaveDifferentHashes) {
  std::mt19937 random(4);
  const auto letters = random_letters(random, 100000);
  for (const LetterSeedShape& shape : kShapes) {
    std::set<std::uint64_t> hashes;
    std::set<std::vector<Letter>> contents;
    for (const LetterSeed& seed : seeds_of(letters, shape)) {
      hashes.insert(seed.hash);
      contents.emplace(letters.begin() + seed.letter,
                       letters.begin() + seed.letter + shape.letters);
    }
    EXPECT_EQ(hashes.size(), contents.size());
  }
}

TEST(LetterSeeds, NoneInWhatRepeatsAFewLetters) {
  for (const std::string piece : {"a", "ha", "abc", "abcd"}) {
    std::vector<Letter> letters;
    while (letters.size() < 1000)
      for (const char c : piece) letters.push_back(static_cast<Letter>(c - 'a' + 1));
    for (const LetterSeedShape& shape : kShapes) EXPECT_TRUE(seeds_of(letters, shape).empty());
  }
  std::vector<Letter> letters;
  for (int i = 0; i < 1000; ++i) letters.push_back(static_cast<Letter>(1 + i % 5));
  EXPECT_FALSE(seeds_of(letters, pile_seed_shape(0)).empty());
}

}  // namespace
}  // namespace fabula::reuse
