// Who says what a sentence tells.
#pragma once

#include <span>

#include "language/sentence_words.hpp"
#include "model/pile.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

// The innermost reported words around `range`; nullptr: none.
[[nodiscard]] const Quote* quote_around(const AnnotatedArticle& article, Range range);

// "Police said 300 ...", "..., police said", "according to the mayor": what quotes left without a
// record. Empty when there is none. words: of the sentence.
[[nodiscard]] Range source_of_sentence(Words words);
// The same of one who counts: also "on the count of the police", "the organisers' figure".
[[nodiscard]] Range source_of_count(Words words);

// "police said on Monday", "said at 10am": does the time at this byte belong to "said"?
[[nodiscard]] bool is_right_behind_said(Words words, std::uint32_t time);

// The words right before word `at` up to the beginning of their clause, of which there are four at
// most: who "put the number at 2,400". Empty where there are none.
[[nodiscard]] Range subject_before(Words words, std::size_t at);

}  // namespace fabula::values
