// A sentence's tokens → meanings of its time expressions. Looks at words only, never at a date.
//
//   "He left two weeks before 3 May."   one expression, "two weeks before 3 May": kShift over
//                                       a quantity and a calendar day
#pragma once

#include <string_view>
#include <vector>

#include "times/meaning.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

struct Parsed {
  std::vector<Token> words;  // of the sentence, before phrases were joined
  Meanings meanings;
  std::vector<Token> phrases;        // the same with the phrases that were found joined
  std::vector<Token> scratch;        // of the parser
  std::vector<std::uint32_t> found;  // the expressions: indexes into `meanings`, in text order
};

// Parses `sentence` of `text` into `parsed` (old content is dropped, memory kept). Linear.
void parse_sentence(std::string_view text, Range sentence, Parsed& parsed);

}  // namespace fabula::times
