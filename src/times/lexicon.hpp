// The words that time expressions are made of, and the classes the rules know them by.
//
//   look_up("Tuesday")  ->  class WEEKDAY, value 2
//   look_up("second")   ->  classes ORD and DAY, value 2
//   look_up("river")    ->  nothing: word 0
//
// The table is `lexicon_table.inc`; words that only rules mention ("ago") get an id too, so that a
// rule compares numbers, not letters. Pure, built once, no locale; cost O(1) a word.
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::times {

enum class ClassBit : std::uint8_t {
#define CLASS(name) name,
#include "times/classes.def"
#undef CLASS
  kCount
};

// A set of classes.
using Classes = std::uint64_t;

namespace cls {
#define CLASS(name) inline constexpr Classes name = Classes{1} << static_cast<int>(ClassBit::name);
#include "times/classes.def"
#undef CLASS
}  // namespace cls

// Stretches of time that can be counted. Order: short to long.
enum class Unit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kNight,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
  kPeriod,  // "period", "while": a length that is not said
};

using WordId = std::uint16_t;  // 0: not in the lexicon

struct LexiconEntry {
  WordId word = 0;
  Classes classes = 0;
  std::int32_t value = 0;  // month 1..12, weekday 1..7, count, Unit ...
};

// `word` in any case. At most 15 bytes; longer ones are not in the table.
[[nodiscard]] LexiconEntry look_up(std::string_view word);
// The id of a word that a rule mentions; 0 when it is in neither table.
[[nodiscard]] WordId word_id(std::string_view lower_case_word);

}  // namespace fabula::times
