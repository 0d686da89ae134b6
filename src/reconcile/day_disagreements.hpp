// Where accounts differ in the day on which something happened.
//
//   2023-03-08   Police arrested Bo Marlow on Sunday.          2023-03-05 ─┐ one arrest, told of
//   2023-05-02   Bo Marlow was arrested on 3 March.            2023-03-03 ─┘ two days
//   2023-03-09   Bo Marlow was charged on 7 March.             another deed
//   2023-09-01   Police arrested Bo Marlow on 30 August.       another arrest: too far apart
//
// Two told days (told_days.hpp) are of one happening when, in two articles of one story, the same
// happened to the same person; or the same happened and the sentences share two words, a name among
// them, and neither names something that the other article lacks, or the sentences are alike as a
// whole (same_thing.hpp), which is asked of all "happenings". They differ when
// the days lie one to six days apart; two at least where one was counted from the day of its
// article: the one who wrote that day may have meant the day before. What may happen again differs
// when they lie at most three days apart and both articles appeared when both days were there: of
// what happened again, the last time is told.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "reconcile/same_thing.hpp"
#include "reconcile/told_days.hpp"

namespace fabula::reconcile {

// Records of kind "day", rule "disagree.day", without n_origins.
// days      as told_days.hpp gives them
// story_of  by article
// cost      linear in the days told, each of which is compared with at most 200 of the same person
//           and deed, or story and deed: the next ones by day
[[nodiscard]] std::vector<Disagreement> find_day_disagreements(
    const Pile& pile, std::span<const ToldDay> days, std::span<const std::uint32_t> story_of,
    SameThing& same);

}  // namespace fabula::reconcile
