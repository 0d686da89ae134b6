// How many of an event's articles tell it independently.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/tellings.hpp"

namespace fabula::timeline {

// For each event, the number of groups its articles fall into when those are joined that belong to
// one group of copies, that share the passage in which they tell it, or that tell it in the same
// words (letters and digits compared, case folded).
//
// events   the tellings of each event, sorted by sentence
// cost     O(n log n) in tellings and shared passages
[[nodiscard]] std::vector<std::uint32_t> count_origins(
    const Pile& pile, std::span<const std::vector<Telling>> events);

}  // namespace fabula::timeline
