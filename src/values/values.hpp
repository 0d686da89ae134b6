// Article → numbers bound to what they count.
#pragma once

#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::values {

// The values of title and body, by range.begin.
//
//   "At least 12 people died when the bridge fell on Monday, police said."
//   "The death toll has risen to 14."      "2,164 marched"      "with 80 people on board"
//
// A number counts where the words around it say what it counts and what happened to that: a pattern
// of a closed list (roles_table.inc); else what the noun behind it says ("two cables", role
// "number", or "share" of per cents), where the sentence has no other number of it. What a number
// does otherwise is no value: dates,
// ages, clock times, scores, house numbers, ordinals, numbers of a list; nor is what is only
// possible ("could kill 12"), denied, asked, planned, or a part of a whole ("12 of the dead").
//
// said_by   the source of the sentence: "police said", "according to the mayor"
// as_of     the day that goes with "said" in the sentence, else the day of the article
// happened  the day of the sentence, when it has just one besides that of "said"; where it has none
//           and names nothing ("Nine were hurt."), that of the sentence before (`context`)
//
// A number that somebody put, gave or counted ("Organisers spoke of 2,400") is of what the number
// just before it counts, or of the march that the sentences before tell of. "marchers" are all who
// took part in one, whatever they are called.
// Pure; cost linear in the article.
[[nodiscard]] std::vector<Value> find_values(const AnnotatedArticle& article);

}  // namespace fabula::values
