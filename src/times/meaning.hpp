// What the words of a time expression mean, before any calendar is looked at.
//
//   "two weeks before 3 May"     kShift, sign -1
//                                 ├ kQuantity  2 weeks
//                                 └ kCalendar  day 3, month 5
//
// A tree of at most three levels: a phrase of words, a phrase of phrases, and one more. Recognition
// makes it from words alone; resolution (resolve.hpp) reads it against an anchor.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"
#include "times/lexicon.hpp"

namespace fabula::times {

enum class Op : std::uint8_t {
  kQuantity,  // three weeks
  kCalendar,  // 3 May 2024; Monday; mid-April; the third quarter; Christmas Eve; last October
  kUnitRef,   // last week, this year, the following day
  kClock,     // 6.40pm; noon
  kPart,      // Tuesday night: `base` is the day
  kNth,       // the third Tuesday in April
  kShift,     // two weeks ago, a week from Monday: `base` is what is counted from, or nothing
  kLater,     // two weeks later: counted from what the text spoke of before
  kSpan,      // the past three months
  kSet,       // every Tuesday, weekly
  kRef,       // now, recently, soon
  kWithin,    // the end of, early: `base` with `mod`
  kWeekOf,    // the week of 8 April
  kYearTo,    // the year to March
  kRunning,   // the third day running
  kDayOf,     // day four
  kRange,     // March 10-12
};

// -1000: the words do not say.
inline constexpr std::int32_t kUnsaid = -1000;

// Where in a stretch: the first, middle, last third; "earlier" is up to the anchor, "later" after.
enum class Mod : std::uint8_t { kNone, kStart, kMid, kEnd, kEarlier, kLater };
enum class Vague : std::uint8_t { kNo, kAbout, kMoreThan, kLessThan, kExactly };

struct Meaning {
  Op op = Op::kCalendar;
  std::uint16_t rule = 0;  // index into the rules
  Range range;

  std::int32_t year = kUnsaid;
  std::int32_t month = kUnsaid;    // 1..12
  std::int32_t day = kUnsaid;      // 1..31
  std::int32_t weekday = kUnsaid;  // 1..7
  std::int32_t decade = kUnsaid;   // 199 is the 1990s
  std::int32_t season = kUnsaid;   // 0 spring .. 3 winter
  std::int32_t ordinal = kUnsaid;  // 1.. ; -1 last
  std::int32_t feast = kUnsaid;
  std::int32_t part = kUnsaid;      // 0 morning .. 3 night
  std::int32_t clock = kUnsaid;     // minutes of the day, 0..1440
  std::int32_t dayword = kUnsaid;   // -1 yesterday, 0 today, 1 tomorrow
  std::int32_t deictic = kUnsaid;   // -1 last, 0 this, 1 next; -2 previous, 2 following
  std::int32_t last_day = kUnsaid;  // of a range of days
  std::int32_t numeric = kUnsaid;   // a date in figures, as Token::value
  bool is_slashed = false;
  bool is_fiscal = false;

  Unit unit = Unit::kPeriod;
  std::int32_t count = kUnsaid;  // kUnsaid with a unit: "several"
  bool has_half = false;
  Vague vague = Vague::kNo;
  Mod mod = Mod::kNone;
  std::int32_t sign = 0;  // of a shift, -1 or 1; of a reference, -1 past, 0 present, 1 future

  std::int32_t quantity = -1;  // index of a kQuantity
  std::int32_t base = -1;      // index of what this is counted from, or stands in
};

// All meanings of one sentence; trees refer to each other by index.
using Meanings = std::vector<Meaning>;

}  // namespace fabula::times
