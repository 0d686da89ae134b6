// Words of a paragraph → sentences.
//
//   | “Is it?” asked Dr. Silva. | It was 3.5 km to the U.S. border. | “No…not yet.” |
//
// A sentence ends at . ! ? or dots with the marks and brackets that close behind it, unless what
// follows shows that it goes on: a small letter, a clause that says who speaks, the number or name
// after an abbreviation. A row of marks that stands for a paragraph's end ("###") is a sentence of
// its own. Every word of a paragraph is in exactly one sentence.
// cost   O(words): looks a bounded number of words ahead
#pragma once

#include <cstdint>
#include <string_view>

#include "model/segmentation.hpp"

namespace fabula::segment {

// Appends the sentences of one paragraph, whose words are layer.words[first_word, end).
void append_sentences(std::string_view text, std::uint32_t paragraph, std::uint32_t first_word,
                      Segmentation& layer);

}  // namespace fabula::segment
