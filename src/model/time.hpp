// Time expressions: the words, what they mean, and against what they were resolved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/day_constraint.hpp"
#include "model/when.hpp"

namespace fabula {

enum class TimeType : std::uint8_t { kDate, kTime, kDuration, kSet };
[[nodiscard]] std::string_view name_of(TimeType type);  // "DATE" "TIME" "DURATION" "SET"

struct TimeExpression {
  Range range;
  TimeType type = TimeType::kDate;
  SharedText value;  // TIMEX3: "2020-11-10", "2020-10", "P1Y", "XXXX-09-28"; never padded
  When when;         // unknown for durations, sets, and what could not be resolved
  // "none" (says it all itself), "published", "said" (the quotation's day), "text" (another date of
  // the text), "inferred" (the article's day, which the pile proves: see apply_dates), "unresolved"
  SharedText anchor;
  std::vector<std::string> alternatives;  // other readings, as values
  SharedText rule;                        // "time.weekday-last"
};

// How the day that a time expression means hangs on the day on which it was told.
//
//   "on Monday", past     told - 6 .. told, a Monday
//   "October last year"   a month 10, in the year before that of told
//   "10 November 2020"    that day, whenever it is told
struct TimeRelation {
  // What DayConstraint::x and y stand for.
  static constexpr Var kTold = 0;   // the day of the telling
  static constexpr Var kMeant = 1;  // the day meant: one of them, where a longer stretch is named
  static constexpr Var kBase = 2;   // the day that the expression `base` means

  // Each a list of constraints that all hold; at least one of the lists does. The first is the
  // likelier one. None: nothing can be said (a duration, "recently").
  std::vector<std::vector<DayConstraint>> readings;
  std::int32_t base = -1;  // index of another time expression of the article
  // The verb that governs it: -1 past, 1 future, 0 not clear.
  std::int8_t tense = 0;
};

}  // namespace fabula
