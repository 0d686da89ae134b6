// Where accounts differ in how old somebody is.
//
//   2023-03-06   Lena Voss, 35, ...   born 7 March 1987 .. 6 March 1988   ─┐ more than half a year
//   2023-04-11   Lena Voss, 38, ...   born 12 April 1984 .. 11 April 1985 ─┘ apart
//   2024-03-06   Lena Voss, 36, ...   as the first: a year older
//
// Each age says between which days somebody was born. Ages go together where these stretches meet;
// half a year lets a day of publication, or an age that was not looked up again, be a little off.
// Those fifteen years apart are of two people. One full name is one person within a story, and
// where dating::Identities takes it for one.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::reconcile {

// Records of kind "age", rule "disagree.age", without n_origins; by ToldAge::person. A value holds
// all tellings that go together and is written as the first of them has it: "35 on 2023-03-06".
// ages       of the pile, in the order of dating::find_told_ages
// story_of   by article
// cost       n log n; quadratic in the tellings of one person
[[nodiscard]] std::vector<Disagreement> find_age_disagreements(
    const Pile& pile, std::span<const ToldAge> ages, std::span<const std::uint32_t> story_of);

}  // namespace fabula::reconcile
