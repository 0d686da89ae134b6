// What happens but once.
//
//   Ann Orr was charged on Monday.     charge · orr   one charging: if another telling has it on
//   Orr was charged on 3 May.          charge · orr   another day, one of them is wrong
//   The pier of Marl burned down.      fire · pier
//   Gold fell on Monday.                              nothing: it will fall again
#pragma once

#include <span>
#include <vector>

#include "language/happenings.hpp"
#include "model/pile.hpp"
#include "text/common_words.hpp"

namespace fabula::timeline {

// Keys of (deed, whom or what it happened to) of a happening in `sentence`, sorted, each once: of a
// deed that happens to a person once, or not again for months, one for each person named in the
// sentence; of one that happens to a building or a ship once, its noun.
[[nodiscard]] std::vector<text::WordKey> once_keys(const AnnotatedArticle& article, Range sentence,
                                                   const language::Happening& happening);

}  // namespace fabula::timeline
