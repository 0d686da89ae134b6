// A meaning → a stretch of the calendar, read against an anchor.
//
//   "in October"   anchor 2024-05-15, past      2023-10
//                  anchor 2024-05-15, future    2024-10
//                  no anchor                    XXXX-10, not known
//
// What cannot be resolved keeps its open TIMEX3 value and an unknown When. Pure; cost O(1) each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.hpp"
#include "times/meaning.hpp"
#include "times/stretch.hpp"
#include "times/tense.hpp"

namespace fabula::times {

// What relative expressions are relative to.
struct Anchor {
  std::optional<Day> telling;        // the day the words were published (or said)
  std::string_view telling_name;     // "published" or "text": where `telling` comes from
  std::optional<Stretch> narrative;  // the last time the text spoke of
  std::optional<Stretch> quarter;    // the last quarter it spoke of: what results are compared with
  bool is_quarter_near = false;      // in this paragraph or the one before, or sums are compared
  Direction direction = Direction::kUnknown;
  std::string_view country;  // of the outlet, "GB"; empty: not known
};

struct Reading {
  TimeType type = TimeType::kDate;
  std::string value;
  std::optional<Stretch> stretch;  // nothing: not known
  Grain grain = Grain::kUnknown;   // finer than the stretch's for a time of day
  std::string anchor;              // as TimeExpression::anchor
  std::vector<std::string> alternatives;
};

// The reading of `all[index]`, or nothing when the words turn out not to be a time ("the last day"
// without anything before it).
[[nodiscard]] std::optional<Reading> resolve(const Meanings& all, std::size_t index,
                                             const Anchor& anchor);

}  // namespace fabula::times
