// Articles → shared passages, near-duplicate groups, and families of passages.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/pile.hpp"
#include "reuse/search.hpp"

namespace fabula::reuse {

using ReuseOptions = SearchOptions;

struct Reuse {
  std::vector<ReuseLink> links;   // as Pile::reuse
  std::vector<CopyGroup> copies;  // as Pile::copies
  std::vector<Passage> passages;  // as Pile::passages, without lineage
};

// Every run of at least min_words equal words (after folding case, quotation marks and dashes)
// that two articles share, found through hashed seeds, never by comparing all pairs, and compared
// word by word. Runs that a few changed words part are one passage; words / aligned_words says how
// much of it is equal, and the edits say what differs.
//
// types      furniture, credit, chance, quote, release, agency, self, copy: see reuse/classes.hpp
// pairs      all that share a run, when few places hold it (reuse/links.hpp); of a run that many
//            hold, each holder is tied to the first and to the previous one
// order      `a` is in the article with the earlier stated date; those without one come last, by
//            source
// direction  "unknown": the lineage tells (reconcile/)
// furniture  paragraphs of such roles, and words an outlet prints day after day
// copies     grow around their earliest member, without furniture: see reuse/copies.hpp
// threads    any number gives the same result
// cost       linear in the words, but for sorting the seeds, plus the links found
// errors     kInterrupted, kWriteFailed
[[nodiscard]] Result<Reuse> find_reuse(std::span<const AnnotatedArticle> articles,
                                       const ReuseOptions& options, const Context& context);

}  // namespace fabula::reuse
