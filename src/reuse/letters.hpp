// The letter tier: passages shared by texts full of wrong letters (scanned print, speech
// recognition, typing errors), where runs of equal words are too short to be found.
//
//   a   The council closed the old harbour bridge on Monday night after cracks were found
//   b   The councll c1osed tne old harb0ur brldge on Mondaynight after crccks werc found
//       one passage: 5 of 14 words are equal, 61 of 68 letters
//
// Steps: letters of every text, without spaces and marks (letter_text.hpp) → seeds of 11 letters
// (letter_seeds.hpp) → anchors (letter_links.hpp) → likely ones (letter_partners.hpp), followed to
// both sides with edits (letter_align.hpp, letter_pairs.hpp) → bytes of the frozen text.
//
// Reached on generated text with 6 % wrong letters in both copies: see bench/letters_bench.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "base/span.hpp"

namespace fabula::reuse {

struct LetterOptions {
  std::uint32_t min_words = 8;         // of a passage in each text, equal or not
  std::uint32_t min_letters = 36;      // equal ones in a passage
  std::uint32_t equal_permille = 750;  // of the aligned letters; below it is not the same text
  // A passage all of whose seeds more than so many places hold is a stock phrase unless it has
  // four times min_letters.
  std::uint32_t stock_holders = 50;
};

struct LetterText {
  std::string_view text;  // frozen text of an article; must outlive the call
  bool noisy = true;      // two clean texts are not compared: the word seeds find what they share
};

// A word is equal when all its letters are, and nothing is between them.
struct LetterCounts {
  std::uint32_t words = 0;            // equal ones
  std::uint32_t aligned_words = 0;    // equal, exchanged, dropped or put in
  std::uint32_t letters = 0;          // equal ones
  std::uint32_t aligned_letters = 0;  // equal, exchanged, dropped or put in
  friend constexpr auto operator<=>(const LetterCounts&, const LetterCounts&) = default;
};

struct LetterPassage {
  std::uint32_t a = 0;  // index of the earlier text; a < b
  std::uint32_t b = 0;
  Range a_range;  // bytes of its text, from the begin of a word to the end of one
  Range b_range;
  LetterCounts counts;
  friend constexpr auto operator<=>(const LetterPassage&, const LetterPassage&) = default;
};

// Every passage two texts share, of which at least one is noisy.
//
// texts     in working order; empty ones are allowed
// returns   passages by (b, a, b_range); in one pair no byte of `b` is in two of them
// pairs     all, where up to 8 texts share words; else each text with the 8 it shares most seeds
//           with, mostly the first and the previous among them (letter_partners.hpp)
// threads   any number gives the same result
// memory    1 byte a letter, 8 a seed (16 while it is sorted), 20 an anchor; 2 letters in 7 begin a
//           seed, and of a clean text only those are kept that a noisy one holds
// cost      linear in the letters and in what is shared; nothing is quadratic
// errors    kInterrupted
[[nodiscard]] Result<std::vector<LetterPassage>> find_letter_passages(
    std::span<const LetterText> texts, const LetterOptions& options, const Context& context);

// The same for given pairs of texts, with shorter seeds: finds more, at a cost linear in the
// letters of each pair.
//
// pairs     (a, b) with a < b < texts.size(); in any order, each once
[[nodiscard]] Result<std::vector<LetterPassage>> compare_letters(
    std::span<const LetterText> texts,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs, const LetterOptions& options,
    const Context& context);

}  // namespace fabula::reuse
