// Where accounts differ in the place at which something was done to somebody.
//
//   2024-06-18   Bo Marlow was arrested in Orra on Monday.        Orra   ─┐ one arrest, told of two
//   2024-06-19   Police arrested Bo Marlow in Karsk.              Karsk  ─┘ places
//
// Two told deeds (told_deeds.hpp) of one person, in two articles of one story: an arrest or a
// wedding told within a month, a death, a burial or a birth at any time. One place may lie in the
// other, so that no more is said of them than that they differ: neither article names the place of
// the other, no article of the pile names both, and neither name holds the other.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "reconcile/told_deeds.hpp"

namespace fabula::reconcile {

// Records of kind "place", rule "disagree.place", without n_origins.
// deeds     as told_deeds.hpp gives them
// story_of  by article
// cost      n log n in the deeds; each place that differs is looked for in the names of the pile
[[nodiscard]] std::vector<Disagreement> find_place_disagreements(
    const Pile& pile, std::span<const ToldDeed> deeds, std::span<const std::uint32_t> story_of);

}  // namespace fabula::reconcile
