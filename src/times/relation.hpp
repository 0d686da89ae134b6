// A meaning → how the day meant hangs on the day of the telling (model/time.hpp, TimeRelation).
//
// The same words that resolve.hpp reads against a known day, for a telling whose day is not known.
// What no verb directs keeps both ways; what cannot be said in constraints has no reading.
#pragma once

#include "model/time.hpp"
#include "times/meaning.hpp"
#include "times/tense.hpp"

namespace fabula::times {

// resolved  what resolve() made of it; its days count where they do not hang on the telling
// base      index of the time expression that the text spoke of last; -1: none
// Pure; cost O(1).
[[nodiscard]] TimeRelation relation_of(const Meanings& all, std::size_t index,
                                       const TimeExpression& resolved, Direction direction,
                                       std::int32_t base);

}  // namespace fabula::times
