// Speech told in the article's own words: "Bright said that the label would close."
#pragma once

#include <vector>

#include "quotes/attribute.hpp"

namespace fabula::quotes {

struct Indirect {
  std::vector<Range> parts;  // the clause that is said, without "that"; two around its cue
  Attribution attribution;
};

// Only what is clear:
//
//   that        Bright said (on Monday) that she left · She says prices fell
//   question    The host asked whether she would stay       infinitive   He vowed to stay
//   final       It closed in 2019, Bright said · Sales fell, according to the report
//   around      The label, she said, would close            two parts
//   joined      He said it was late, but she said it was not          two quotations
//
//   not on      Bright said no more · Bright spoke of her son · Bright said: “...” · when asked
//
// A cue that quoted words have for their own, by its item in `quoting` (sorted), is passed over.
// What another cue leads to may hold them: "Bright said she called it “a mess”". Cost: linear, but
// for sentences of more than 300 items, which are passed over.
[[nodiscard]] std::vector<Indirect> find_indirect(const Outline& outline,
                                                  const std::vector<Cue>& cues,
                                                  const std::vector<std::size_t>& quoting);

}  // namespace fabula::quotes
