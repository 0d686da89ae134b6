#include "reuse/hash_words.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

struct Plain {
  std::uint64_t hash;
  Range range;
  friend bool operator==(const Plain&, const Plain&) = default;
};

std::ostream& operator<<(std::ostream& out, const Plain& word) {
  return out << '[' << word.range.begin << ", " << word.range.end << ')';
}

// The long way, for the whole text.
std::vector<Plain> reference(std::string_view source) {
  const text::FoldedText folded = text::fold(source);
  std::vector<Range> words;
  text::split_folded(folded.text, words);
  std::vector<Plain> hashed;
  for (const Range word : words) {
    hashed.push_back({hash_word(words_of(folded.text, word)), folded.map.to_source(word)});
  }
  return hashed;
}

std::vector<Plain> hashed(std::string_view source) {
  WordHasher hasher;
  std::vector<Plain> words;
  for (const HashedWord& word : hasher.hash(source)) words.push_back({word.hash, word.range});
  return words;
}

// Cuts the text before every safe word.
std::vector<Plain> hashed_in_pieces(std::string_view source) {
  WordHasher hasher;
  std::vector<std::uint32_t> cuts{0};
  for (const HashedWord& word : hasher.hash(source))
    if (is_safe_cut(source, word) && word.range.begin > 0) cuts.push_back(word.range.begin);
  cuts.push_back(static_cast<std::uint32_t>(source.size()));
  std::vector<Plain> words;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
    for (const HashedWord& word : hasher.hash(source.substr(cuts[i], cuts[i + 1] - cuts[i])))
      words.push_back({word.hash, {word.range.begin + cuts[i], word.range.end + cuts[i]}});
  return words;
}

void expect_same(std::string_view source) {
  ASSERT_EQ(hashed(source), reference(source)) << source;
  ASSERT_EQ(hashed_in_pieces(source), reference(source)) << source;
}

TEST(HashWords, AsFoldingAndSplitting) {
  expect_same("");
  expect_same("It’s the Co-op’s 2,500th “launch”, said O'Hara – at 5 p.m.…");
  expect_same("a co-\noperative, a CO-\r\nop, a U.S.-\nChina deal, a twenty-\nÉtoile");
  expect_same("un été, l’été, l'été, naïve façade, soft\u00ADhyphen, ﬁne, Ａｂｃ");
  expect_same("中文字 and ひらがな, e\u0301 and \u0301e, \ufdfa");
  expect_same("`tis 'tis ’tis rock’n’roll rock'n'roll dogs' dogs’ x\u00A0y");
  expect_same(std::string(500, 'x') + " " + std::string(63, 'y') + "'s " + std::string(64, 'z'));
}

TEST(HashWords, DifferentWordsDiffer) {
  std::set<std::uint64_t> hashes;
  std::size_t n = 0;
  for (const std::size_t size : {1U, 7U, 8U, 9U, 15U, 16U, 17U, 31U, 32U, 33U, 63U, 70U})
    for (std::size_t at = 0; at < size; ++at)
      for (const char c : {'b', 'c'}) {
        std::string word(size, 'a');
        word[at] = c;
        hashes.insert(hash_word(word));
        ++n;
      }
  EXPECT_EQ(hashes.size(), n);
}

TEST(HashWords, AnyText) {
  const std::string pieces[] = {"a",       "Be",     "7",       "'",      "’",  "`",      "‘",
                                "-",       "-\n",    "-\r\n",   "\u2010", "\n", " ",      "\t",
                                "“",       "”",      "–",       "…",      ".",  ",",      "é",
                                "e\u0301", "\u0301", "\u00AD",  "\u200B", "中", "か",     "ß",
                                "ﬁ",       "\u00A0", "İ",       "\u0345", "(",  "²",      "\ufdfa",
                                "ŉ",       "word",   "Another", "\r",     "ʼ",  "\u2028", "𝐀"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 14; n > 0; --n) text += pieces[random() % std::size(pieces)];
    if (round % 10 == 0) text.insert(0, std::string(50 + random() % 20, 'x'));
    expect_same(text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace fabula::reuse
