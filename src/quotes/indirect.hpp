// Speech told in the article's own words: "Bright said that the label would close."
#pragma once

#include <vector>

#include "quotes/attribute.hpp"
#include "quotes/said.hpp"

namespace fabula::quotes {

struct Indirect {
  std::vector<Range> parts;  // the clause that is said, without "that"; two around its cue
  Attribution attribution;   // an empty source (last 0): nobody is named ("It was announced that")
};

// The cues of speech whose words are not quoted, by what the sentence says they said:
//
//   that        Bright said (on Monday) that she left · She says prices fell
//   question    The host asked whether she would stay       infinitive   He vowed to stay
//   final       It closed in 2019, Bright said · Sales fell, according to the report
//   around      The label, she said, would close            two parts
//   act         Bright accused the council of waste
//
//   not on      Bright said no more · Bright spoke of her son · Bright said: “...”
//
// A cue that quoted words have for their own, by its item in `quoting` (sorted), gives only what
// was said beside them. One clause may stand in another: "Bright said he told her to go". Linear.
[[nodiscard]] std::vector<Indirect> find_indirect(const Outline& outline,
                                                  const std::vector<SaidOfCue>& said,
                                                  const std::vector<std::size_t>& quoting);

}  // namespace fabula::quotes
