// Which telling of an event reads best by itself.
#pragma once

#include <cstddef>
#include <span>

#include "timeline/tellings.hpp"

namespace fabula::timeline {

// How much is wrong with `telling` as a line of the timeline; 0 is best. Each of these counts:
//
//   4  it does not begin with a capital or digit, or does not end with a mark that ends a sentence
//   4  it is a question
//   3  it is quoted, wholly or in its beginning
//   2  it begins with a pronoun or another word that leans on the sentence before
//   2  it names no person and no organisation
//   2  it has fewer than 40 or more than 250 bytes; 4 with more than 450
//   2  another time stands before the one that counts
//   2  its time is beside the point: in a clause behind "which", "when" and the like
//   2  its article appeared before the day: it tells what was to come
//   0 to 4  as far as it has less of the words of the event than the telling that has most
//   3  it tells another, longer stretch of days than the event is known to be on, or none:
//   best_line
[[nodiscard]] int line_faults(const AnnotatedArticle& article, const Telling& telling);

// Index of the best of `tellings` (never empty) of an event on these days: fewest faults, then the
// earliest stated day of publication (articles without one last), then (article, begin).
[[nodiscard]] std::size_t best_line(const Pile& pile, std::span<const Telling> tellings,
                                    const When& when);

}  // namespace fabula::timeline
