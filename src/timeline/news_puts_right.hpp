// Does a sentence take back what was told before?
//
//   Correction: 9 miners died, not 12.                    by its label
//   An earlier version of this story misspelled it.       a telling of the writer's, and its fault
//   We had called her 41; she is 43.                      the same, and another value
//   Not 12 but 9 miners died, the owner said.             12 is denied beside another number
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/news_words.hpp"

namespace fabula::timeline {

// A number or a time of a sentence, as words [first, last).
struct ValueTold {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_time = false;
};

// False where neither of the two below can be true: most sentences. Linear.
[[nodiscard]] bool may_put_right(std::span<const NewsWord> words);

// Is the value denied beside another of its sort: "not 12 but 9", "on Monday rather than on
// Sunday"? Linear in the values.
[[nodiscard]] bool is_denied(std::span<const NewsWord> words, std::span<const ValueTold> values,
                             std::size_t value);

// Does the sentence name an earlier telling of its own outlet, or its own label, and what was wrong
// with it? `words` are those outside of quotations. Linear.
[[nodiscard]] bool takes_back(std::span<const NewsWord> words, std::span<const ValueTold> values);

}  // namespace fabula::timeline
