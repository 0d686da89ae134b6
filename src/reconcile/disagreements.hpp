// Where the accounts of one thing differ.
//
//   A  police: 300 people marched       ─┐  conflict: kept, with both
//   B  organisers: 2,400 people marched ─┘
//   A  at least 12 died       B  14 died                 compatible: a bound
//   A  about 2,400 marched    B  2,164 marched           compatible: rounded
//   A  12 died (Monday)       B  14 died (Tuesday)       what grows has grown
//   A  14 died                B  revised to 13           put right
//
// Two values of one thing (same_thing.hpp) conflict when no number fits both, and
//
//   what holds once for all (who was on board, what was paid)   none says that it corrects one
//   before
//   what grows (the dead)       both were told at the same hour; or on the same day, each by a
//                               source of its own, in articles of one day; or both a month and
//                               more after it happened. That a later one is smaller says nothing:
//                               it may have been put right in between
//   what shifts (the missing)   both were told at the same hour, or on the same day, each by a
//                               source of its own, in articles of one day
//
// Who said a quotation: speaker_disagreements.hpp; on which day: day_disagreements.hpp; whether at
// all: polarity_disagreements.hpp; how old: age_disagreements.hpp. A record says that accounts
// differ, with every value, its words, sources and days; never which is right.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::reconcile {

// As Pile::disagreements. Uses the articles, people, families, stories, copies and reuse of `pile`.
// values  of each article, by range.begin
// ages    of the pile, by words
// cost    linear in the values, and quadratic in those of one story that count the same, of which
//         at most 200 are compared: those of leads first
[[nodiscard]] std::vector<Disagreement> find_disagreements(
    const Pile& pile, std::span<const std::vector<Value>> values, std::span<const ToldAge> ages);

}  // namespace fabula::reconcile
