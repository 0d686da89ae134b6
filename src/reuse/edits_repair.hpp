// Word pairs made fit for a reader, before edits are cut between them.
#pragma once

#include <vector>

#include "reuse/edits_align.hpp"
#include "reuse/edits_items.hpp"

namespace fabula::reuse {

// Parts again what belongs to a larger whole that was changed:
//   they had → [they had]      the bracket is an edit, not two brackets around equal words
//   2,000 → 2,500              one number for another, not "000" for "500"
// and single words that two unrelated stretches have in common by chance.
// Then slides what was only cut, or only put in, between equal words to where a sentence begins or
// ends, as far as the words around it allow:
//   She stayed. [She left. ]He   and not   She [stayed. She ]left. He
// `pairs` rise on both sides; they still do after.
void repair_pairs(const Telling& a, const Telling& b, std::vector<WordPair>& pairs);

// How much of a border `between`, the text between two words, is: 0 a space, 1 some mark, 2 a
// comma or a dash, 3 the end of a sentence, 4 of a paragraph.
[[nodiscard]] int border_strength(std::string_view between);

}  // namespace fabula::reuse
