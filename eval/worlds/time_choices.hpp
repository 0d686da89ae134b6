// In which ways a day can be told on another day, so that the words are right.
#pragma once

#include <optional>
#include <vector>

#include "worlds/calendar.hpp"
#include "worlds/kinds.hpp"

namespace fabula::worlds {

struct TimeQuery {
  Day day;    // to be told
  Day today;  // of publication
  Locale locale = Locale::kBritish;
  bool has_day_words = false;       // today, yesterday, tomorrow
  std::optional<Day> counted_from;  // another event's day, for "two weeks after"
  bool is_only_counted = false;     // nothing else
};

struct TimeChoice {
  EvidenceKind kind = EvidenceKind::kWeekday;
  std::uint32_t share = 1;  // how often news would say it here
  std::int32_t n = 0;       // of units
  Unit unit = Unit::kDays;
  // The days of publication on which the same words would mean the same day. By convention: "on
  // Friday" is within a week, "in October" and "on 4 September" within a year, "a week ago" off by
  // up to half a unit.
  std::optional<Day> earliest;
  std::optional<Day> latest;
};

// Never empty unless is_only_counted.
[[nodiscard]] std::vector<TimeChoice> time_choices(const TimeQuery& query);

// The count and unit in which news would tell the time from one day to a later one, if it is near
// enough to a whole number: "two weeks", "five years". kDays only up to 6.
struct Count {
  std::int32_t n = 0;
  Unit unit = Unit::kDays;
  [[nodiscard]] Day earliest(Day from) const;  // from + n units, less half a unit
  [[nodiscard]] Day latest(Day from) const;
};
[[nodiscard]] std::optional<Count> count_between(Day from, Day to);

}  // namespace fabula::worlds
