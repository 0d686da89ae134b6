// Letter seeds of many articles → anchors: places of two articles where a passage may be shared.
//
// Articles that hold one seed are linked without comparing all of them with each other: up to 8
// places every pair, more places each with the first and with the previous article. A sentence
// that stands in 10,000 articles costs 20,000 anchors a seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "reuse/letter_seeds.hpp"

namespace fabula::reuse {

// The letters of all texts, and where each text begins when they are counted through.
struct PileLetters {
  std::vector<std::vector<Letter>> groups;     // of some texts in a row, one after the other
  std::vector<std::span<const Letter>> texts;  // into `groups`
  std::vector<std::uint64_t> begins;           // letters before text i; one more at the end
  std::vector<std::size_t> first_texts;        // of each group; one more at the end
  std::vector<bool> noisy;                     // by text: may be linked to any other

  [[nodiscard]] LetterSeedShape seed_shape() const { return pile_seed_shape(begins.back()); }
};

// The seed at a_letter of text a is equal to that at b_letter of text b, or has the same hash.
struct LetterAnchor {
  std::uint32_t a = 0;
  std::uint32_t b_letter = 0;
  std::uint32_t a_letter = 0;
  std::uint32_t holders = 0;  // places that hold the seed, at most 4 of each text
  friend constexpr auto operator<=>(const LetterAnchor&, const LetterAnchor&) = default;
};

// Those of text b are anchors[begins[b] .. begins[b + 1]), in any order; a < b.
struct LetterAnchors {
  std::vector<LetterAnchor> anchors;
  std::vector<std::uint64_t> begins;
};

// Links only pairs of which at least one text is noisy. The same anchors for any number of threads,
// though not in the same order. Nothing useful when a stop was asked for.
// Memory: 8 bytes a seed (16 while it is sorted), 20 an anchor. Cost: linear in seeds and anchors.
[[nodiscard]] LetterAnchors link_letter_seeds(const PileLetters& pile, const Context& context);

}  // namespace fabula::reuse
