// The few lines of a timeline that matter most.
//
// Lines are taken in the order of their weight (weight.hpp), equal ones in that of the timeline,
// but no more than two of the same days. Where that leaves room, the heaviest of those passed over
// fill it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula {

inline constexpr std::size_t kShortEdition = 20;  // lines

// What is said of them: "20 of 143 lines: " and these words.
inline constexpr std::string_view kShortEditionRule =
    "those that most articles tell or look back on, as a rule no more than two of one day";

// Of `lines` (indexes into pile.events, sorted) at most `most`, sorted; all where there are no
// more. `weights`: as weigh_events gives them. Cost: O(n log n).
[[nodiscard]] std::vector<std::uint32_t> short_edition(const Pile& pile,
                                                       std::span<const std::uint32_t> weights,
                                                       std::span<const std::uint32_t> lines,
                                                       std::size_t most = kShortEdition);

// By event, its place among all by weight, 1 first; of equal ones the first in the timeline.
[[nodiscard]] std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> weights);

}  // namespace fabula
