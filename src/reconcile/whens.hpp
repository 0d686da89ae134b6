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

}  // namespace fabula::reconcile
