// Is a number of a sentence how old somebody is?
//
//   Vera Bell, 43, waited.    Vera Bell (43)    a nurse, aged 43    She was 43 when it fell.
//
// Ages change by themselves: they neither tell news nor stand against what was told before.
#pragma once

#include <cstddef>
#include <span>

#include "timeline/news_words.hpp"

namespace fabula::timeline {

// Of the number in words [first, last). Cost: a few words around it.
[[nodiscard]] bool is_age(std::span<const NewsWord> words, std::size_t first, std::size_t last);

}  // namespace fabula::timeline
