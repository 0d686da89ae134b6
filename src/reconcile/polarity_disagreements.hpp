// Where one account says that something was done to somebody, and another that it was not.
//
//   2024-06-18   Bo Marlow was arrested on Monday.                 ─┐ told, and denied
//   2024-06-19   Police denied that Bo Marlow had been arrested.   ─┘
//   2024-06-18   Bo Marlow has not been charged.                   ─┐ charged since: no difference
//   2024-06-20   Bo Marlow was charged.                            ─┘
//
// Two told deeds (told_deeds.hpp) of one person, in two articles of one story of one week. What is
// done stays done: so it is denied by an article of the same day or a later one; by a later one
// where that only says that it has not been done. An article that tells both is of no account. To
// be acquitted is not to be convicted; those are compared where both stand in leads, in articles of
// two days: many are tried more than once, and a verdict can be overturned.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "reconcile/told_deeds.hpp"

namespace fabula::reconcile {

// Records of kind "polarity", rule "disagree.polarity", without n_origins; values "happened" and
// "did not happen".
// deeds     as told_deeds.hpp gives them
// story_of  by article
// cost      n log n in the deeds; each denial is compared with at most 200 others
[[nodiscard]] std::vector<Disagreement> find_polarity_disagreements(
    const Pile& pile, std::span<const ToldDeed> deeds, std::span<const std::uint32_t> story_of);

}  // namespace fabula::reconcile
