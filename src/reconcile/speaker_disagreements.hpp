// Where the accounts of one quotation differ in who said it.
//
//   A  “We warned them three times last year,” said Ana Ives.     ─┐  two full names, both by a cue
//   B  “We warned them three times last year,” said Bo Marlow.    ─┘  of the same sentence
//
// Only whole quotations of twelve words or more whose cue and speaker stand behind the words, of
// two articles of one story that appeared within a week. Not: fragments and sayings, which many
// repeat; a speaker whom the other article names, too: one may repeat the other; names that share a
// word; words that were changed.
#pragma once

#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// Records of kind "speaker", rule "disagree.speaker", without n_origins; in the order of families.
// Uses articles, people and families of `pile`. Cost: n log n in the quotations of families.
[[nodiscard]] std::vector<Disagreement> find_speaker_disagreements(const Pile& pile);

}  // namespace fabula::reconcile
