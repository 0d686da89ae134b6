// Which texts of a family may have their words from one another: pairs worth pricing.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "reconcile/family_words.hpp"

namespace fabula::reconcile {

struct TextPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend constexpr auto operator<=>(const TextPair&, const TextPair&) = default;
};

inline constexpr std::uint32_t kMostParents = 8;

// All pairs of up to 9 texts. Of more, each text is paired with 8 that runs of three words vote
// for. Runs of up to 16 holders vote for all of them, with 1 / holders²: what was changed on the
// way is rare, and those who share a change find each other; so 5 are elected. Other runs vote,
// with 1 / holders, for the first few of their holders and for those that hold most of what the
// family holds: the much copied ones, and 3 are elected. (One election, with 1 / holders: 0.74 of
// parents found instead of 0.96, at 1 % of edits.) Islands are tied to the fullest text.
//
// returns  sorted, a < b, each once
// cost     linear in the words
[[nodiscard]] std::vector<TextPair> find_candidates(const FamilyWords& family);

}  // namespace fabula::reconcile
