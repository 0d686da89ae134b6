// How pages, agencies and records write a day: the parts that published.hpp's find_written_date is
// made of, for readers that know where the date begins or that the whole field is one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/published.hpp"
#include "model/when.hpp"

namespace fabula::extract {

// A date as it stands, with what cannot be decided.
struct DateReading {
  WrittenDate date;
  // "3/4/2021": 3 April or 4 March. `date.when` then runs from the earlier to the later one, its
  // EDTF form is the set of both, "[2021-03-04,2021-04-03]", and no day is likely.
  bool is_ambiguous = false;
};

// The date that begins exactly at byte `at` of `text`, with a weekday before it and a time of day
// after it. `at` must not lie inside a word.
[[nodiscard]] std::optional<DateReading> date_at(std::string_view text, std::size_t at);

// The byte after the time of day that begins at `at` (blanks and joining words before it allowed):
// " at 9:15 am ET", "T08:30:00+02:00", "8:30 a.m."; `at` itself when there is none.
[[nodiscard]] std::size_t skip_time_of_day(std::string_view text, std::size_t at);

// A field that is a date as a whole: all of the forms above, years of two digits ("9/5/18": 69 to
// 99 are of the last century), seconds or milliseconds since 1970 ("1527841800").
[[nodiscard]] std::optional<DateReading> read_date_field(std::string_view field);

// The day or month a URL's path names: "/2018/06/01/", "/2018/jun/01/", "/2018-06-01-",
// "/2018/06/". The range is that of the URL.
[[nodiscard]] std::optional<WrittenDate> find_url_date(std::string_view url);

}  // namespace fabula::extract
