// One scale for many stretches of days, so that bars drawn on it can be compared.
//
//   given   2023-05-01..05-31   2025-03-03   2025-03-05..03-06   .. 2025-07-08
//
//     ←|   2023-05   |    empty     | 3 |4| 5 6 |   empty   |8|→
//      0                                                       1000
//
// The scale is cut wherever one of the stretches begins or ends. A piece of n days is drawn 2 + (n
// in binary digits) units wide: a day has 3, a month 7, a year 11. So a week full of dates keeps
// its room beside empty years, earlier is always further left, and equal days stand at one place.
// Within a piece the days have equal widths. Places are thousandths of the whole width; room is
// left at an end where a stretch is open.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/when.hpp"

namespace fabula::render {

class TimeScale {
 public:
  // Stretches without any known end count for nothing.
  explicit TimeScale(std::span<const When> whens);

  // No day is known at all: there is no scale.
  [[nodiscard]] bool empty() const { return cuts_.empty(); }

  // Where a day begins and where it ends, 0..1000; days outside of the scale are at its ends.
  [[nodiscard]] int begin_of(Day day) const { return place_of(day); }
  [[nodiscard]] int end_of(Day day) const { return place_of(day + std::chrono::days{1}); }

  // Words to orient by: years where they fit, then months, then days, from left to right; no two
  // overlap when a character is 2.2 % of the width or less.
  struct Tick {
    int at = 0;
    std::string text;  // "2025", "Mar 2025", "3 Mar 2025"
    friend bool operator==(const Tick&, const Tick&) = default;
  };
  [[nodiscard]] std::vector<Tick> ticks() const;

 private:
  struct Cut {
    Day day;
    int at = 0;
  };
  [[nodiscard]] int place_of(Day day) const;

  std::vector<Cut> cuts_;  // by day; none, or two and more
};

}  // namespace fabula::render
