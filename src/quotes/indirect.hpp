// Speech told in the article's own words: "Bright said that the label would close."
#pragma once

#include <vector>

#include "quotes/attribute.hpp"

namespace fabula::quotes {

struct Indirect {
  Range range;  // the clause that is said, without "that"
  Attribution attribution;
};

// Only what is clear: a verb of speech followed by "that" or by a clause with a subject of its own,
// a clause followed by ", Bright said.", "according to Bright". Sentences with quoted words are
// left to the direct and mixed kinds.
//
//   fires on   Bright said that she left · She added she was sorry · It closed in 2019, Bright
//   said. not on     Bright said no more · Bright spoke of her son · Bright said: “...”
[[nodiscard]] std::vector<Indirect> find_indirect(const Layers& layers, const Outline& outline,
                                                  const std::vector<Cue>& cues);

}  // namespace fabula::quotes
