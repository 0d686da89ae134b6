// What an article says that bears on days: words, and constraints between the days they speak of.
//
//   "Lena Voss, 35,"              age of Lena Voss on the day the article appeared
//   "opened on 3 May 2019"        the article appeared on that day or later
//   "“...,” she said on Monday"   the words were said on the Monday up to the day it appeared
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "model/day_constraint.hpp"

namespace fabula::dating {

// How old somebody of an article is on the day it appears.
struct AgeClue {
  Range range;              // "Lena Voss, 35"
  std::int32_t thing = -1;  // index into Names::things of the article; -1: somebody unnamed
  int n = 0;                // of full years, or of months
  bool is_months = false;
  bool is_named = true;  // false: "the 35-year-old", of whom the article speaks most
  std::string unnamed;   // "the twins": what the article calls them, where it names nobody
};

// A birthday of somebody of an article, on or shortly before a day that the article tells.
struct BirthdayClue {
  Range range;              // "turned 40 on Tuesday"
  std::int32_t thing = -1;  // index into Names::things of the article
  int n = 0;                // how old they became
  std::int32_t time = -1;   // index of the time expression
  bool is_near = false;     // "birthday celebrations": the month after the birthday
  bool is_either = false;   // "would have turned 40 on Tuesday": past, or to come
  std::string unnamed;      // as above
  Range age;                // "the 38-year-old", where `range` does not tell how old; else empty
};

// How old somebody was when something happened.
struct AgeThenClue {
  Range range;                  // "was 17 when"
  std::int32_t thing = -1;      // index into Names::things of the article
  std::string unnamed;          // as above
  int n = 0;                    // of full years
  std::int32_t happening = -1;  // index into Happenings::all
};

}  // namespace fabula::dating
