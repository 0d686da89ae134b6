// How much a line of the timeline matters, by what the articles themselves make of it.
//
//   a  of 3 May   "The pier burned on Wednesday."     b and c look back on 3 May    2
//   b  of 4 May   "The pier burned on Wednesday."     a tells it; a and b
//   c  of 9 Jul   "... since the fire of 3 May ..."     appeared then               1 + 1/2 + 1/3
//
// What is told of a line:
//
//   look back   each article that tells it and appeared after its last day: 1
//   tell it     the others that tell it: 1, 1/2, 1/3, ...
//   less        a half: one article tells each line
//
// Copies count as one article. The line of a day of which most is told stands for the day: it has
// what is told of all its lines, and all articles of the pile that appeared on the day or the one
// after tell it (where something happens much is printed).
//
// The weight is that,
//
//   × (1 + 2 p)    p of the pile's articles appeared later: what opens a story has more to look
//                  back on it than what closes it
//   × 8 / (7 + b)  b binary digits has its length in days: all of a day, 4/5 of a week, 2/3 of a
//                  month, 1/2 of a year; 1/2 of what was only told by then or has no day
//
// Measured on days of timelines made by hand (eval/timelines_eval.cpp). The rule was settled with
// all of them in view, in a few steps and without a search for its numbers. Left out, because they
// did not help there: whether the line names a death, a verdict or the like; where in its article
// it stands.
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"

namespace fabula {

// Of each of pile.events, in thousandths. Uses events, articles and copies of `pile`, the days of
// undated articles as apply_dates puts them in. Whole numbers only: the same on every machine.
// Cost: O(n log n) in tellings and articles; cheap enough to be worked out whenever it is shown.
[[nodiscard]] std::vector<std::uint32_t> weigh_events(const Pile& pile);

}  // namespace fabula
