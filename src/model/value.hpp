// Numbers of one article, bound to what they count. Made anew from the article, never stored.
//
//   Police said at least 12 people were killed on Monday.
//               └─ range ─┘            └ time ┘
//   └said_by┘   low 12, high none, unit "people", role "dead"
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "base/shared_text.hpp"
#include "base/span.hpp"
#include "model/when.hpp"

namespace fabula {

// Amounts are whole numbers of thousandths: "3.5" is 3500.
inline constexpr std::int64_t kAmountOne = 1000;
inline constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

// How a count can change.
enum class Course : std::uint8_t {
  kFixed,   // it holds once for all: who was on board, what was paid
  kGrows,   // it can only grow while it is being counted: the dead
  kShifts,  // it goes up and down: the missing
};

struct Value {
  Range range;     // the number's words with what modifies them: "at least 12"
  Range sentence;  // where it stands
  // The sentence before that tells what happened, where its own does not: "Police counted 800."
  Range context;  // empty: none
  // What the words allow, both ends inclusive: 12..12; "at least 12": 12..kNoLimit; "about 2,400"
  // and "2,400", which may be rounded: 1140..1260 and 2350..2450.
  std::int64_t low = 0;
  std::int64_t high = 0;
  SharedText written;  // the number as digits, with its modifier: "at least 12", "12 to 14"
  SharedText unit;  // "people", "£", "%", or the words of the article: "police officers", "homes"
  SharedText role;  // what happened to what is counted: "dead", "injured", "marchers"
  SharedText kind;  // "count" or "money"
  Course course = Course::kFixed;
  bool is_revised = false;  // "revised to 13", "has risen to 14": it takes an earlier one's place
  Range of;                 // the name it belongs to: "Karsk", home to so many; empty: none
  Range said_by;            // "police"; empty: the article itself
  When as_of;               // when it was said: the day of "said", else that of the article
  std::int32_t clock = -1;  // minutes of the day in "said at 10am"; -1: none
  // When what is counted happened, by the words of the sentence; unknown where they do not say.
  When happened;
  bool is_lead = false;  // in the title or one of the first sentences of the body
};

// How old an article says somebody is on the day it appears. The article states that day.
struct ToldAge {
  Span words;                // "Lena Voss, 35"
  std::uint32_t person = 0;  // index into Pile::people
  std::int32_t who = 0;      // of the people with that name: the same number, the same person
  int years = 0;             // full ones
};

}  // namespace fabula
