// Days that are known more or less finely, laid beside each other.
#pragma once

#include <optional>

#include "model/when.hpp"

namespace fabula::reconcile {

// The day, when it is known to the day.
[[nodiscard]] inline std::optional<Day> single_day(const When& when) {
  return when.earliest && when.earliest == when.latest ? when.earliest : std::nullopt;
}

// Can both be of one day? Where a day is not known they can.
[[nodiscard]] inline bool meet(const When& a, const When& b) {
  return (!a.earliest || !b.latest || *a.earliest <= *b.latest) &&
         (!b.earliest || !a.latest || *b.earliest <= *a.latest);
}

// Of values that happened: are two of them of two days that are known?
template <class Places>
[[nodiscard]] bool tell_two_days(const Places& places) {
  std::optional<Day> first;
  for (const auto& place : places) {
    const auto day = single_day(place.value->happened);
    if (day && first && *day != *first) return true;
    if (day) first = day;
  }
  return false;
}

}  // namespace fabula::reconcile
