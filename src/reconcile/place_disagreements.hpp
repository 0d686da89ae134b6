// Where accounts differ in where something was done to somebody.
//
//   Police arrested Bo Marlow in the village of Karsk on Monday.    ─┐ two places
//   ORRA, 18 June — Bo Marlow was arrested in Orra on Monday.       ─┘
//   Bo Marlow was arrested in Tarn County.                             a town may lie in it: none
//
// Two told deeds (told_deeds.hpp) of one person in two articles of one story, each in a town
// (towns.hpp), of which no article of the pile names both and which are not two spellings of one.
// Where both tell a day, it is the same; what may be done to somebody again is compared where both
// do, else articles of one month. An article that tells two places of it is left out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/pile.hpp"
#include "reconcile/told_deeds.hpp"

namespace fabula::reconcile {

// Records of kind "place", rule "disagree.place", without n_origins; values are names of towns.
// deeds     as told_deeds.hpp gives them
// story_of  by article
// cost      n log n in the deeds, and the names of the pile once for each place that seems to
//           differ
[[nodiscard]] std::vector<Disagreement> find_place_disagreements(
    const Pile& pile, std::span<const ToldDeed> deeds, std::span<const std::uint32_t> story_of);

}  // namespace fabula::reconcile
