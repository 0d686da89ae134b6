// Passages and dates → who copied which words from whom.
#pragma once

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/pile.hpp"

namespace fabula::reconcile {

// Fills, for every passage of the pile, `standing`, `from`, `runner_up`, `margin`, `because` and
// `evidence` of its holders and `lost_source`; and `direction` and `because` of every link of
// Pile::reuse whose two sides lie in holders of one passage. Nothing else is changed.
//
// requires   passages[i].holders with valid spans, at most one an article
// links      of types "furniture" and "chance" stay as they are; when a link fits several passages,
//            the one that shares most of its bytes tells the direction
// evidence   of copies: words they share with their source and not with the next likeliest, here
//            and there in turns
// dates      stated ones only
// order      the working order is that of stage reuse: stated day, source, id; articles without
//            a stated date last
// threads    any number gives the same result
// cost       linear in the words of the passages, see lineage.hpp
// errors     kInterrupted; passages are then partly filled
[[nodiscard]] Result<void> trace_copies(Pile& pile, const Context& context);

}  // namespace fabula::reconcile
