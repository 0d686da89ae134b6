// TIMEX3 values that need no calendar: durations, sets, and the open form of what is not resolved.
//
//   three months          P3M            every Tuesday   XXXX-WXX-2
//   a few minutes         PTXM           Monday          XXXX-WXX-1   (no anchor)
//   two and a half years  P2Y6M          28 September    XXXX-09-28   (no anchor)
#pragma once

#include <string>

#include "times/meaning.hpp"

namespace fabula::times {

[[nodiscard]] std::string duration_value(const Meaning& quantity);
[[nodiscard]] std::string set_value(const Meanings& all, const Meaning& set);
[[nodiscard]] std::string open_value(const Meanings& all, const Meaning& m);

}  // namespace fabula::times
