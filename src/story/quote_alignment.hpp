// Two quotations word by word.
//
//   full   we   warned them three times last year and nobody came
//   other  [they] warned them       ... last year              AND
//          replace        cut (free: "...")      cut: nobody came   case
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/pile.hpp"
#include "story/quote_words.hpp"

namespace fabula::story {

struct QuoteAlignment {
  std::vector<WordEdit> edits;    // what makes `other` of `full`, in text order
  std::uint32_t n_words = 0;      // of `other`, without notes
  std::uint32_t n_equal = 0;      // words of `other` found in `full`
  std::uint32_t n_edited = 0;     // words exchanged, put in, or dropped without a sign
  std::uint32_t n_marked = 0;     // brackets and masks
  std::uint32_t longest_run = 0;  // of equal words
  bool is_whole = false;          // nothing of `full` is missing
};

// Fits `other` into `full` at the least cost: words before and behind cost nothing, words dropped
// at "..." nothing, a bracket or a mask little, other changes more. Ties: the earliest place.
// Cost: n * m, at most 4 million steps; longer quotations are compared by their equal beginning and
// end only.
[[nodiscard]] QuoteAlignment align_quotes(std::span<const QuoteWord> full,
                                          std::span<const QuoteWord> other);

// "altered" when words were exchanged or put in, "cut" when some are only missing, else "same".
[[nodiscard]] std::string change_of(const QuoteAlignment& found);

}  // namespace fabula::story
