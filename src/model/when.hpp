// A stretch of days in which something lies: an interval, never a point that was guessed.
//
//   "10 November 2020"   earliest = latest = likely = 2020-11-10   grain day     edtf 2020-11-10
//   "October 2020"       2020-10-01 .. 2020-10-31, no likely day    grain month   edtf 2020-10
//   "before 3 May 2020"  no earliest, latest 2020-05-02             grain day     edtf
//   [..2020-05-02]
//
// Both ends are inclusive; an end without a value is not known. A month is never padded to a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "base/shared_text.hpp"

namespace fabula {

// How finely something was said. Order: fine to coarse.
enum class Grain : std::uint8_t {
  kTime,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kUnknown
};

struct When {
  std::optional<Day> earliest;
  std::optional<Day> latest;
  std::optional<Day> likely;
  Grain grain = Grain::kUnknown;
  SharedText edtf;  // ISO 8601-2 form; empty when nothing is known

  [[nodiscard]] bool known() const { return earliest || latest; }
  friend bool operator==(const When&, const When&) = default;
};

// The whole of one day, month (1..12) or year, with its EDTF form.
[[nodiscard]] When when_day(Day day);
[[nodiscard]] When when_month(int year, unsigned month);
[[nodiscard]] When when_year(int year);
// Days from `earliest` to `latest`; a missing end is open. EDTF "a/b", "[..b]" or "[a..]".
[[nodiscard]] When when_between(std::optional<Day> earliest, std::optional<Day> latest,
                                Grain grain);

// "2020-11-10"; years are written with four digits.
[[nodiscard]] std::string iso(Day day);
// The day written exactly as YYYY-MM-DD, if it exists in the calendar.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace fabula
