// Leads of articles that tell the same, of which nothing else says when it was.
//
//   The council of Orra sued the mill on Friday.          ┐
//   Orra's council is suing the mill over the fire.       ┘ one line
//   The council of Orra voted on a new bridge on Tuesday. another
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/mentions.hpp"

namespace fabula::timeline {

// Groups of `leads` (indexes into `mentions`), each in their order, by their first: in the same
// part of a story, of articles that appeared by the same day, alike by their words to .25 on
// average. Two that name other weekdays never are. Same for any order of articles with the same
// numbers.
//
// part_of  by article
// cost     a lead is compared with up to 200 groups of its part and day
[[nodiscard]] std::vector<std::vector<std::uint32_t>> join_leads(
    const Pile& pile, std::span<const EventMention> mentions, std::span<const std::uint32_t> leads,
    std::span<const std::uint32_t> part_of);

}  // namespace fabula::timeline
