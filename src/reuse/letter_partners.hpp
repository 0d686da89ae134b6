// The passages one text shares with the texts before it, from its anchors.
//
// Where many texts hold the same words, a stretch of the text is tied to at most 8 of them: those
// with most anchors, the first and the previous mostly among them. So a sentence in 10,000 noisy
// texts gives at most 80,000 passages.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/letter_links.hpp"
#include "reuse/letter_pairs.hpp"

namespace fabula::reuse {

struct PartnerPassage {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  SharedLetters shared;
};

// anchors   those of text `b`, in any order, some twice
// returns   its passages; those of one pair by shared.b
// cost      linear in the anchors, but for sorting those of likely passages
[[nodiscard]] std::vector<PartnerPassage> find_partners(const PileLetters& pile, std::uint32_t b,
                                                        std::span<const LetterAnchor> anchors,
                                                        LetterPairer& pairer);

}  // namespace fabula::reuse
