// How a meaning is read against an anchor: the methods of resolve(), one file a kind.
//
//   resolve.cpp           what an expression is, its value and its alternatives
//   resolve_calendar.cpp  dates by name, and which year is meant
//   resolve_units.cpp     weeks, months, quarters, years
//   resolve_phrases.cpp   phrases made of dates
//   resolve_spans.cpp     durations that lie somewhere
//
// Private to resolve*.cpp. One Resolver reads one expression: it remembers what it was resolved
// against and what else it could have been.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "times/resolve.hpp"

namespace fabula::times {

inline bool is_southern(std::string_view country) {
  return country == "AU" || country == "NZ" || country == "ZA" || country == "AR";
}

// A stretch that comes back every year, as it falls in one; nothing in years that lack it.
using Yearly = std::function<std::optional<Stretch>(int year)>;

class Resolver {
 public:
  Resolver(const Meanings& all, const Anchor& anchor) : all_(all), anchor_(anchor) {}

  std::optional<Reading> run(std::size_t index);

 private:
  static std::optional<Reading> fixed(TimeType type, std::string value);
  static std::optional<Reading> reference(std::int32_t sign);
  std::optional<Reading> date(const Meaning& m);
  [[nodiscard]] std::string clock_of(const Meaning& m) const;
  std::optional<Stretch> stretch_of(const Meaning& m);
  // The day of the telling; remembers that it was needed.
  std::optional<Day> telling();
  std::optional<Stretch> narrative();
  Stretch with_other(Day chosen, Day other);
  std::optional<Stretch> with_mod(Stretch whole, Mod mod);
  // "the day before Christmas": a count that is not said because it is one.
  static bool is_one_step(const Meaning& m) { return m.quantity < 0 && m.base >= 0; }
  [[nodiscard]] const Meaning& base(const Meaning& m) const {
    return all_[static_cast<std::size_t>(m.base)];
  }

  // -- dates by name -----------------------------------------------------------------------------

  // Which year's `yearly` is meant: the latest not after the anchor, the earliest not before it, or
  // with no direction the nearer one when `prefers_near`, else the latest.
  std::optional<Stretch> pick(const Yearly& yearly, bool prefers_near, Direction direction);
  // "last April", "this summer", "next Christmas"
  std::optional<Stretch> pick_by_deictic(const Yearly& yearly, std::int32_t deictic);
  std::optional<Stretch> choose(const Meaning& m, const Yearly& yearly, bool prefers_near);
  std::optional<int> deictic_year(std::int32_t deictic);
  std::optional<Stretch> calendar(const Meaning& m);
  std::optional<Stretch> whole_calendar(const Meaning& m);
  std::optional<Stretch> month_or_day(const Meaning& m);
  // "Tuesday, September 28": the weekday tells which year, if one within three years has it.
  std::optional<Stretch> with_weekday(const Yearly& yearly, std::int32_t weekday);
  std::optional<Stretch> weekday(const Meaning& m);
  std::optional<Stretch> feast(const Meaning& m);
  // Day and month in figures, in the order the country writes them; an order that cannot be known
  // leaves both readings open.
  std::optional<Stretch> in_figures(const Meaning& m);

  // -- units -------------------------------------------------------------------------------------

  std::optional<Stretch> unit_ref(const Meaning& m);
  std::optional<Stretch> of_year(const Meaning& m);
  std::optional<Stretch> whole_unit(const Meaning& m);
  // "the year-ago quarter": a year before the quarter spoken of, or the year before the telling.
  std::optional<Stretch> year_ago(const Meaning& m);
  std::optional<Stretch> end_of_unit(Unit unit);
  std::optional<Stretch> quarter_up_to(const Meaning& m);
  std::optional<Stretch> quarter(const Meaning& m);
  std::optional<Stretch> half(const Meaning& m);

  // -- phrases -----------------------------------------------------------------------------------

  std::optional<Stretch> day_of_part(const Meaning& m);
  std::optional<Stretch> nth(const Meaning& m);
  std::optional<Stretch> shift(const Meaning& m);
  std::optional<Stretch> later(const Meaning& m);
  std::optional<Stretch> within(const Meaning& m);
  std::optional<Stretch> week_of(const Meaning& m);
  // "day four" of what the text spoke of before: sitting days; calendar days are the alternative.
  std::optional<Stretch> day_number(const Meaning& m);
  std::optional<Stretch> range(const Meaning& m);

  // -- durations that lie somewhere --------------------------------------------------------------

  std::optional<Reading> span(const Meaning& m);
  std::optional<Reading> year_to(const Meaning& m);
  std::optional<Reading> running(const Meaning& m);

  const Meanings& all_;
  Anchor anchor_;
  const char* used_ = nullptr;       // what the reading was resolved against
  std::vector<std::string> others_;  // values of the other readings
  bool is_no_time_ = false;
};

}  // namespace fabula::times
