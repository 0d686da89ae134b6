// Stretches of the calendar with their TIMEX3 value: a day, a week, a quarter, a season, a decade.
//
//   week_stretch(2021-01-06)   2021-W01   2021-01-04 .. 2021-01-10
//   season_stretch(2023, 3)    2023-WI    2023-12-01 .. 2024-02-29 (northern)
#pragma once

#include <string>

#include "base/calendar.hpp"
#include "model/when.hpp"
#include "times/meaning.hpp"

namespace fabula::times {

struct Stretch {
  Day first;
  Day last;
  Grain grain = Grain::kDay;
  std::string value;  // TIMEX3
  std::string edtf;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

[[nodiscard]] Stretch day_stretch(Day day);
[[nodiscard]] Stretch week_stretch(Day in_it);
[[nodiscard]] Stretch weekend_stretch(Day in_week);
[[nodiscard]] Stretch month_stretch(int year, int month);      // 1..12
[[nodiscard]] Stretch quarter_stretch(int year, int quarter);  // 1..4
[[nodiscard]] Stretch half_stretch(int year, int half);        // 1..2
// 0 spring .. 3 winter; a season is counted to the year it begins in.
[[nodiscard]] Stretch season_stretch(int year, int season, bool is_southern);
[[nodiscard]] Stretch year_stretch(int year);
[[nodiscard]] Stretch decade_stretch(int decade);    // 199 is the 1990s
[[nodiscard]] Stretch century_stretch(int century);  // 19 is 1801..1900
[[nodiscard]] Stretch days_stretch(Day first, Day last);

// The first, middle or last third of a stretch, in whole units of the next finer grain, widened
// outwards: of n units, 0..⌈n/3⌉-1, ⌊n/3⌋..⌈2n/3⌉-1, ⌊2n/3⌋..n-1. The value stays as it is.
[[nodiscard]] Stretch third_of(const Stretch& whole, Mod mod);

[[nodiscard]] When when_of(const Stretch& stretch);

}  // namespace fabula::times
