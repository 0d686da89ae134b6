// Text → words, by hand, left to right.
//
//   “Don’t call J.K. in the U.S.,” said @ann.      “ Don’t call J.K. in the U.S. , ” said @ann .
//
// Inside a word: apostrophes, hyphens and soft hyphens between letters or digits, masking (f**k
// f--k), & between capitals (R&B), dots of initials. A full stop after a word is a mark of its own
// ("Mr" ".", "J" "."), except behind two or more initials written without blanks, which keep their
// last dot: "U.S." "J.K." "a.m." "Ph.D.". Addresses (https://... www... name@host.org example.com)
// are one word. A run of dots is one mark; so is a quotation mark of several bytes (see
// glyphs.hpp).
//
// Nothing but white space lies between two words; ranges rise and do not overlap. Linear time:
// every look ahead is bounded or is part of the word that it finds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/segmentation.hpp"

namespace fabula::segment {

// Appends the words of `text`, with `offset` added to their ranges. Any bytes.
void append_words(std::string_view text, std::uint32_t offset, std::vector<Word>& words);

}  // namespace fabula::segment
