// Quotation marks of an article → quoted stretches, paired by the cheapest reading of all of them.
//
//   “We tried.          one quotation over two paragraphs: two QuotedParts, the first `continues`
//   “We failed,” she said.
//
// The marks of all body paragraphs are read together, so a quotation goes on behind a player notice
// or a picture credit; those paragraphs are read each alone. A mark that is missing is inferred (at
// the end of the paragraph, or before ", she said") and the part says so by `is_repaired`.
//
// Guarantees: every part lies inside its paragraph; two parts are disjoint or one is inside the
// other; `inner` is inside `outer` and never empty; at most two levels.
// cost   O(text); see mark_path.hpp for the search, mark_context.hpp for the costs
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/segmentation.hpp"

namespace fabula::segment {

// The quoted stretches of `article`, by outer.begin, then longer first.
[[nodiscard]] std::vector<QuotedPart> pair_quotation_marks(const Article& article);

}  // namespace fabula::segment
