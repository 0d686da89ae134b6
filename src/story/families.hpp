// Quotations across the pile.
//
//   full   “We warned them three times last year, and nobody came.”      whole
//   other  “[They] warned them three times last year”                    altered: We → [They], cut
//   other  “nobody came”                                                 too short to be sure
#pragma once

#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::story {

// Groups quotations of the same words: equal after folding, one inside the other (5 words and
// more; 3 when they are equal and no two speakers are named), or with few changes. A family grows
// around its fullest wording, to which every member must be close: what two members share with a
// third does not join them. Indirect speech, and quotations inside quotations, take no part. A
// quotation that stands alone has no family.
//
// `first` is the member of the article with the earliest stated date, when every member that could
// be earlier has a later one; else -1. `from` is -1 and edits are from the fullest wording: see
// quote_sources.hpp. As Pile::families.
// Cost: near linear in the words of all quotations: only those that share four words in a row are
// compared, each with a fixed number of others.
[[nodiscard]] std::vector<Family> group_quotes(std::span<const AnnotatedArticle> articles,
                                               const Context& context = {});

}  // namespace fabula::story
