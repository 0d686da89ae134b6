// Where one account says that something was done to somebody, and another that it was not.
//
//   2024-06-17   Bo Marlow was arrested on Monday.                 ─┐ told, and denied
//   2024-06-19   Police denied that Bo Marlow had been arrested.   ─┘
//
// Two told deeds (told_deeds.hpp) of one person, in two articles of one story. What is done stays
// done, and what is not done may be yet: so it is denied one to seven days later. A deed of another
// time ("in 2012") is none of these. An article that tells of the deed both ways, in whatever
// words, is left out; but one that denies it may say that others told of it ("it was reported that
// she had resigned").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/pile.hpp"
#include "reconcile/told_deeds.hpp"

namespace fabula::reconcile {

// Records of kind "polarity", rule "disagree.polarity", without n_origins; values "happened" and
// "did not happen".
// deeds     as told_deeds.hpp gives them
// story_of  by article
// cost      n log n in the deeds; the words of articles that hold a denial or what it denies
[[nodiscard]] std::vector<Disagreement> find_polarity_disagreements(
    const Pile& pile, std::span<const ToldDeed> deeds, std::span<const std::uint32_t> story_of);

}  // namespace fabula::reconcile
