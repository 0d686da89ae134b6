// Which quotations may be of the same words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/quote_words.hpp"

namespace fabula::story {

// For each quotation the earlier ones of the list that share with it four words in a row, or two
// and two around one word that a bracket or mask hides in somebody's version, or three beside an
// ellipsis of somebody's, or the same three words as a whole; sorted. Of a phrase that many hold,
// only the first holders and the previous one count.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> find_candidates(
    std::span<const std::vector<QuoteWordKey>> quotes);

}  // namespace fabula::story
