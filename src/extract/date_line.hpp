// Lines that give the day of an article and nothing else, or a day and then something else.
//
//   date 2021-09-29                              a date line
//   Published: 3 March 2021 | Updated 5 March    a date line with two dates
//   May 31 at 3:41 PM                            a date line that names no year
//   date 2020-11-10 Bridge reopens after storm   a labelled date, the rest begins at "Bridge"
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/written_date.hpp"

namespace fabula::extract {

struct LineDate {
  DateReading reading;       // bytes of the line
  bool is_modified = false;  // "Updated ..."
};

struct DateLine {
  std::vector<LineDate> dates;
  bool has_day = false;      // a date, or a day without a year, or "4 hours ago"
  bool is_labelled = false;  // "Published", "date", or a date written as numbers
  std::size_t rest = 0;      // where something else begins; the line's size when nothing does
};

// Reads labels, dates, times of day and marks between them from the start of `line`.
[[nodiscard]] DateLine read_date_line(std::string_view line);

}  // namespace fabula::extract
