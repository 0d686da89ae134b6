// Articles that are, but for a little, the same.
//
// A group grows around its earliest member: an article joins when it shares so much of the shorter
// text with that one. What a member shares with another member does not count, so no chain of small
// changes, and no template, can join what has little in common.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/pairs.hpp"

namespace fabula::reuse {

// `pairs` as from pair_articles. Furniture counts on neither side. Returns groups of at least two
// places of the working order, each sorted; by the earliest member.
// Cost: linear in the words of the articles that share half of `percent`, at most 4 times each.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group_copies(
    const PileWords& words, std::span<const PairPassage> pairs, std::uint32_t percent);

}  // namespace fabula::reuse
