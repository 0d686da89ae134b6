// A sentence as tokens that rules can be matched on.
//
//   "At 6.40pm on Nov. 9, twenty-four men left"
//    at  CLOCK on MONTH DAY , NUM         ..
//
// What takes several words but means one thing is one token here: numbers ("twenty-four",
// "2 1/2"), clock times ("10 p.m."), dates in figures ("9/28/2021"), feasts ("Christmas Eve"), an
// abbreviation with its dot ("Nov."). A possessive "'s" is a token of its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "times/lexicon.hpp"

namespace fabula::times {

// What else is known of a token; a set of bits.
enum TokenFlag : std::uint16_t {
  kGlued = 1,        // no white space before it
  kCapital = 2,      // begins with a capital letter (A-Z)
  kAllCapitals = 4,  // two or more capital letters and nothing else
  kHalf = 8,         // a number and a half: "2 1/2"
  kFigures = 16,     // written in figures
  kSlashed = 32,     // a date whose first two numbers may be day and month in either order
  kDotted = 64,      // an abbreviation; its dot is part of the token
  kLetters = 128,    // a word
  kShort = 256,      // a decade by two figures: "60s"
};

struct Token {
  Range range;
  Classes classes = 0;
  std::int32_t value = 0;  // CLOCK: minutes of the day; NUMDATE: year·10000 + first·100 + second
  WordId word = 0;
  std::uint16_t flags = 0;

  [[nodiscard]] bool is(Classes any_of) const { return (classes & any_of) != 0; }
  [[nodiscard]] bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

// The tokens of `range` of `text` into `tokens` (its old content is dropped, its memory kept).
// Returns the classes of all of them. Cost: linear.
Classes tokenise(std::string_view text, Range range, std::vector<Token>& tokens);

}  // namespace fabula::times
