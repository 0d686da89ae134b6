// Rules: patterns over tokens, and what a match means.
//
//   RULE("time.day-month", 1, DATE, kCalendar, 0, kNone, "WEEKDAY? ,? the? DAY of? MONTH")
//
// A pattern is a row of items. CAPITALS name a class (classes.def), lower case is the word itself,
// '|' separates choices inside an item, '?' behind an item makes it optional. An item takes exactly
// one token, so a pattern takes at most as many tokens as it has items: the cost of matching is
// bounded by the table, never by the text. The table (rules_table.inc) holds each rule's examples
// beside it; they are run as tests.
//
// Rules are applied in three passes, each leftmost-longest, ties by table order: pass 0 makes
// quantities, pass 1 dates and clock times, pass 2 phrases made of those.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "times/meaning.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

// When a match counts only in the right company (guards.hpp).
enum class Licence : std::uint8_t {
  kNone,
  kYear,         // a bare number that may be a year
  kYearOwner,    // "1987's"
  kMonth,        // a bare month
  kWeekday,      // a bare weekday
  kSeason,       // a bare season
  kQuantity,     // a number of units: not an age, not a fraction
  kDuration,     // a duration that stands alone: not a rate ("$5 a week")
  kEnded,        // "the year", when "ended" follows
  kEarlier,      // "two days before", "the day after", when nothing follows that it could be before
  kFrequency,    // "daily": not the name of a paper
  kQuarter,      // "the quarter": not a part of a town
  kPlural,       // a bare "weeks"
  kClock,        // "18:30": not the length of a video
  kOldThing,     // "the year-old war": not a child
  kAtHour,       // "9 this morning", when "at" stands before
  kManyOld,      // "years-old": not of somebody's years
  kThroughout,   // "the last year": a length of time, when "over" stands before
  kOverUnits,    // "the years", when "over" stands before
  kForUnit,      // "in the year", "the year's": nothing is said of which
  kAroundEvent,  // "the days", when "after the flood" follows
  kOvernight,    // "overnight": that night, not "at once"
  kWhile,        // "a while": not "once in a while"
  kLastPart,     // "last night": not "the last night"
  kInPart,       // "the morning", when "in" stands before
  kThisDay,      // "on Monday three years ago": only of "this day", "the same day"
  kRef,          // "now", "soon" and the like
};

// What else a rule says of its meaning, where its operator leaves room for it: Meaning::sign.
namespace manner {
inline constexpr std::int32_t kOne = 1;         // quantities: "a weeklong", "the next year": of one
inline constexpr std::int32_t kOneHalf = 2;     // "half a century"
inline constexpr std::int32_t kFourth = 3;      // "a quarter-century"
inline constexpr std::int32_t kThat = 3;        // units, parts: what the text spoke of before
inline constexpr std::int32_t kYearAgo = 5;     // "the year-ago quarter"
inline constexpr std::int32_t kTheWeekend = 6;  // the last or the coming one
inline constexpr std::int32_t kWeekAfter = 7;   // "Monday week"
inline constexpr std::int32_t kAtItsEnd = 8;    // "year-end": this year's or the last one's
inline constexpr std::int32_t kNextOf = 9;      // "the next year": after what was spoken of
inline constexpr std::int32_t kInside = 10;     // "later in the week": that one, or this one
inline constexpr std::int32_t kUpTo = 11;       // "the quarter ended 30 June"
inline constexpr std::int32_t kOfYear = 12;     // "the 1988 period": the quarter spoken of, then
inline constexpr std::int32_t kOvernight = 13;  // parts: the night before, unless a day is said
inline constexpr std::int32_t kEarlyHours = 14;  // parts: between midnight and morning
inline constexpr std::int32_t kDayBefore = 15;   // parts: "the night before"
inline constexpr std::int32_t kInPart = 16;      // parts: "in the morning", of a day spoken of
inline constexpr std::int32_t kBeforeLast = 17;  // "the week before last"
inline constexpr std::int32_t kAfterNext = 18;   // "the week after next"
}  // namespace manner

inline constexpr std::size_t kMaxItems = 12;

struct Item {
  Classes classes = 0;
  std::array<WordId, 12> words{};
  std::uint8_t n_words = 0;
  bool is_optional = false;
};

struct Rule {
  std::string_view id;
  std::uint8_t pass = 0;
  Classes makes = 0;  // QTY, DATE or TIME: the class of the token a match becomes; 0: none
  Op op = Op::kCalendar;
  std::int32_t sign = 0;  // the meaning's
  Licence licence = Licence::kNone;
  std::string_view pattern;
  std::vector<Item> items;
};

inline constexpr int kPasses = 3;

[[nodiscard]] const std::vector<Rule>& rules();

// One match: which token each item took, -1 for an optional one that took none.
struct Match {
  const Rule* rule = nullptr;
  std::uint16_t rule_index = 0;
  std::size_t n_tokens = 0;
  std::array<std::int32_t, kMaxItems> taken{};
};

// The longest match of a rule of `pass` that begins at `tokens[at]` and has its licence; rule is
// null when none does.
[[nodiscard]] Match longest_match(std::string_view text, std::span<const Token> tokens,
                                  std::size_t at, int pass);

// Can a time expression contain a token of these classes and no other trigger? Sentences without
// any are skipped.
[[nodiscard]] Classes trigger_classes();

// Every word that a pattern or a feast's name mentions, and the marks they need.
[[nodiscard]] std::vector<std::string> words_of_rules();

}  // namespace fabula::times
