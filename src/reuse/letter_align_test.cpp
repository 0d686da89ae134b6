#include "reuse/letter_align.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace fabula::reuse {
namespace {

std::vector<Letter> letters_of(const std::string& text) {
  std::vector<Letter> letters;
  for (const char c : text) letters.push_back(static_cast<Letter>(c));
  return letters;
}

std::vector<Letter> random_letters(std::mt19937& random, std::size_t n, unsigned n_kinds = 26) {
  std::vector<Letter> letters;
  for (; n > 0; --n) letters.push_back(static_cast<Letter>('a' + random() % n_kinds));
  return letters;
}

// With letters exchanged, lost and added, each at `permille` / 3.
std::vector<Letter> with_errors(std::mt19937& random, const std::vector<Letter>& letters,
                                unsigned permille) {
  std::vector<Letter> out;
  for (const Letter letter : letters) {
    const auto chance = random() % 1000;
    if (chance < permille / 3) continue;
    const bool other = chance >= permille / 3 && chance < 2 * permille / 3;
    out.push_back(other ? static_cast<Letter>('a' + random() % 26) : letter);
    if (chance >= 2 * permille / 3 && chance < permille)
      out.push_back(static_cast<Letter>('a' + random() % 26));
  }
  return out;
}

// The most half points any path from the beginnings can have: the whole table, cell by cell.
std::int32_t most_points(const std::vector<Letter>& a, const std::vector<Letter>& b) {
  std::vector<std::int32_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = -5 * static_cast<std::int32_t>(j);
  std::int32_t most = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::int32_t diagonal = row[0];
    row[0] -= 5;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::int32_t here =
          std::max({diagonal + (a[i - 1] == b[j - 1] ? 2 : -4), row[j] - 5, row[j - 1] - 5});
      diagonal = row[j];
      row[j] = here;
      most = std::max(most, here);
    }
  }
  return most;
}

struct Walked {
  std::size_t a = 0;
  std::size_t b = 0;
  std::int32_t points = 0;
  bool honest = true;  // equal steps are over equal letters, exchanged ones over different ones
};

Walked walk(const std::vector<Letter>& a, const std::vector<Letter>& b, Reading reading,
            const std::vector<LetterStep>& path) {
  Walked walked;
  const auto at = [&](const std::vector<Letter>& letters, std::size_t i) {
    return reading == Reading::kForward ? letters.at(i) : letters.at(letters.size() - 1 - i);
  };
  for (const LetterStep step : path) {
    if (step == LetterStep::kEqual || step == LetterStep::kExchanged)
      walked.honest = walked.honest &&
                      same_letter(at(a, walked.a), at(b, walked.b)) == (step == LetterStep::kEqual);
    walked.a += step != LetterStep::kOnlyB;
    walked.b += step != LetterStep::kOnlyA;
    walked.points += half_points(step);
  }
  walked.honest = walked.honest && walked.a <= a.size() && walked.b <= b.size();
  return walked;
}

TEST(LetterAlign, EqualLettersAreOneStraightPath) {
  std::mt19937 random(1);
  LetterAligner aligner;
  std::vector<LetterStep> path;
  for (const std::size_t n : {1U, 31U, 32U, 33U, 63U, 64U, 65U, 255U, 256U, 257U, 1000U, 5000U}) {
    const auto letters = random_letters(random, n);
    for (const Reading reading : {Reading::kForward, Reading::kBackward}) {
      aligner.follow(letters, letters, reading, path);
      EXPECT_EQ(path, std::vector<LetterStep>(n, LetterStep::kEqual)) << n;
    }
  }
}

TEST(LetterAlign, NothingInCommonIsNoPath) {
  LetterAligner aligner;
  std::vector<LetterStep> path{LetterStep::kEqual};
  aligner.follow({}, {}, Reading::kForward, path);
  EXPECT_TRUE(path.empty());
  aligner.follow(letters_of(std::string(500, 'a')), letters_of(std::string(500, 'b')),
                 Reading::kForward, path);
  EXPECT_TRUE(path.empty());
  aligner.follow(letters_of("abc"), {}, Reading::kBackward, path);
  EXPECT_TRUE(path.empty());
}

TEST(LetterAlign, EndsWhereThePassageEnds) {
  std::mt19937 random(2);
  LetterAligner aligner;
  std::vector<LetterStep> path;
  for (int round = 0; round < 200; ++round) {
    const auto shared = random_letters(random, 30 + random() % 700);
    auto a = shared;
    auto b = shared;
    const auto a_rest = random_letters(random, random() % 400);
    const auto b_rest = random_letters(random, random() % 400);
    a.insert(a.end(), a_rest.begin(), a_rest.end());
    b.insert(b.end(), b_rest.begin(), b_rest.end());
    aligner.follow(a, b, Reading::kForward, path);
    // A few letters behind the end may be equal by chance.
    EXPECT_GE(path.size(), shared.size());
    EXPECT_LE(path.size(), shared.size() + 12);
  }
}

TEST(LetterAlign, AsGoodAsTheWholeTableOnNoisyCopies) {
  std::mt19937 random(3);
  LetterAligner aligner;
  std::vector<LetterStep> path;
  for (int round = 0; round < 300; ++round) {
    const unsigned permille = static_cast<unsigned>(random() % 200);
    const auto n_letters = 1 + random() % 900;
    auto a = random_letters(random, n_letters, random() % 3 == 0 ? 4 : 26);
    auto b = with_errors(random, a, permille);
    for (auto* text : {&a, &b}) {
      const auto rest = random_letters(random, random() % 100);
      text->insert(text->end(), rest.begin(), rest.end());
    }
    for (const Reading reading : {Reading::kForward, Reading::kBackward}) {
      aligner.follow(a, b, reading, path);
      const Walked walked = walk(a, b, reading, path);
      ASSERT_TRUE(walked.honest);
      auto a_read = a;
      auto b_read = b;
      if (reading == Reading::kBackward) {
        std::reverse(a_read.begin(), a_read.end());
        std::reverse(b_read.begin(), b_read.end());
      }
      const std::int32_t most = most_points(a_read, b_read);
      EXPECT_LE(walked.points, most);
      // What a block's edge, the band and giving up may cost: two letters in a hundred at most.
      EXPECT_GE(walked.points, most - most / 50 - 24) << round;
      std::reverse(a.begin(), a.end());  // so that reading backward begins where the copy does
      std::reverse(b.begin(), b.end());
    }
  }
}

TEST(LetterAlign, TextsMayDriftApartWithoutLimit) {
  std::mt19937 random(4);
  LetterAligner aligner;
  std::vector<LetterStep> path;
  const auto a = random_letters(random, 4000);
  std::vector<Letter> b;
  for (std::size_t i = 0; i < a.size(); ++i) {
    b.push_back(a[i]);
    if (i % 20 == 19) b.push_back('x');  // 200 letters in all, never one lost
  }
  aligner.follow(a, b, Reading::kForward, path);
  EXPECT_EQ(walk(a, b, Reading::kForward, path).a, a.size());
  aligner.follow(b, a, Reading::kBackward, path);
  EXPECT_EQ(walk(b, a, Reading::kBackward, path).b, a.size());
}

TEST(LetterAlign, GoesOnBehindAWordThatWasPutIn) {
  std::mt19937 random(6);
  LetterAligner aligner;
  std::vector<LetterStep> path;
  for (std::size_t at = 40; at < 400; at += 7) {
    const auto a = random_letters(random, 500);
    auto b = a;
    const auto word = random_letters(random, 12);
    b.insert(b.begin() + static_cast<std::ptrdiff_t>(at), word.begin(), word.end());
    aligner.follow(a, b, Reading::kForward, path);
    EXPECT_EQ(walk(a, b, Reading::kForward, path).a, a.size()) << at;
  }
}

}  // namespace
}  // namespace fabula::reuse
