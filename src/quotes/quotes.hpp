// Article → quotations: parts, speaker, cue, channel, nesting.
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/names.hpp"
#include "model/quote.hpp"
#include "model/segmentation.hpp"
#include "quotes/said_model.hpp"

namespace fabula::quotes {

// Quotations of the body, notes excluded, by (range.begin, longer first). A quotation split by its
// attribution, or carried over paragraphs, is one record. Titles, nicknames and scare quotes are
// not quotations. A speaker is given only when a rule supports it; else none.
// Without a `model` (said_model.hpp) by rules alone: fewer indirect ones, looser clauses.
// Pure; cost linear in the size of the article.
[[nodiscard]] std::vector<Quote> find_quotes(const Article& article,
                                             const Segmentation& segmentation, const Names& names,
                                             const SaidModel* model = &SaidModel::shipped());

}  // namespace fabula::quotes
