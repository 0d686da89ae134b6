// Words of a sentence that are no part of what it tells: whose report it is, and who somebody is.
//
//   ORRA, 3 May (Bell Press) - The dam broke.        the dateline
//   Vera Bell, a nurse from Orra, waited.            "a nurse from Orra"
//   Vera Bell of Orra waited.                        "Orra"
//   The dam broke, the police said on Monday.        "the police said on Monday"
//
// Somebody with a name who says it is part of it.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"
#include "timeline/news_words.hpp"

namespace fabula::timeline {

// For each of `words`, those of `sentence`. Linear, and a look-up of its names.
[[nodiscard]] std::vector<bool> find_asides(const AnnotatedArticle& article, Range sentence,
                                            std::span<const NewsWord> words);

}  // namespace fabula::timeline
