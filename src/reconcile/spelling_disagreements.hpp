// Where articles of one story write the name of somebody in different ways.
//
//   A  Jon Marlow, who keeps the lock, ...          ─┐  one word differs by a letter or two, and
//   B  The lock keeper John Marlow said ...         ─┘  sounds alike
//
// Two full names of as many words, all but one the same; the two that differ have the same sounds
// (Soundex of Russell and Odell, 1918, but for letters that stand for one sound: v and w, c and k,
// ph and f) and at most two letters other. No article of the pile names both: then they are two
// people, or the article knows better; and they are of no other gender. Not: names that differ in
// capitals, marks or accents alone; somebody of whom more than four such
// spellings are found.
#pragma once

#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// Records of kind "spelling", rule "disagree.spelling", without n_origins; by the first person.
// A value's tellings are the first place in each article.
// Cost: n log n in the names, and near linear in the people of a story with a name in common.
[[nodiscard]] std::vector<Disagreement> find_spelling_disagreements(const Pile& pile);

// Are the two words, in small letters, the same name in two spellings?
[[nodiscard]] bool are_spellings_of_one(std::string_view a, std::string_view b);

}  // namespace fabula::reconcile
