// Articles → shared passages and near-duplicate groups.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "model/pile.hpp"

namespace fabula::reuse {

struct ReuseOptions {
  std::uint32_t min_words = 8;      // --min-words; a shared run has at least so many equal words
  std::uint32_t copy_percent = 60;  // articles that share so much of the shorter one are copies
};

struct Reuse {
  std::vector<ReuseLink> links;   // as Pile::reuse
  std::vector<CopyGroup> copies;  // as Pile::copies
};

// Every run of at least min_words equal words (after folding case, quotation marks and dashes)
// that two articles share, found through hashed seeds, never by comparing all pairs, and compared
// word by word. Runs that a few changed words part are one passage; words / aligned_words says how
// much of it is equal.
//
// types      furniture, chance, quote, self, agency, copy: see reuse/classes.hpp
// pairs      all that share a run, when up to 32 places hold it; of a run that more hold, each
//            holder is tied to the first and to the previous one
// order      `a` is in the article with the earlier stated date; those without one come last, by
//            source. No word of `b` is in two passages of a pair
// direction  told only where the days of publication are stated and differ
// furniture  paragraphs of such roles, and words an outlet prints day after day
// copies     grow around their earliest member, without furniture: see reuse/copies.hpp
// threads    any number gives the same result
// cost       linear in the words, but for sorting the seeds, plus the links found
// errors     kInterrupted
[[nodiscard]] Result<Reuse> find_reuse(std::span<const AnnotatedArticle> articles,
                                       const ReuseOptions& options, const Context& context);

}  // namespace fabula::reuse
