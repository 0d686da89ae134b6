// Time expressions: the words, what they mean, and against what they were resolved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/when.hpp"

namespace fabula {

enum class TimeType : std::uint8_t { kDate, kTime, kDuration, kSet };
[[nodiscard]] std::string_view name_of(TimeType type);  // "DATE" "TIME" "DURATION" "SET"

struct TimeExpression {
  Range range;
  TimeType type = TimeType::kDate;
  std::string value;  // TIMEX3: "2020-11-10", "2020-10", "P1Y", "XXXX-09-28"; never padded
  When when;          // unknown for durations, sets, and what could not be resolved
  // "none" (says it all itself), "published", "text" (another date of the text), "unresolved"
  std::string anchor;
  std::vector<std::string> alternatives;  // other readings, as values
  std::string rule;                       // "time.weekday-last"
};

}  // namespace fabula
