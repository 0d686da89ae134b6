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
// that two articles share, found through hashed seeds, never by comparing all pairs. Each run is
// verified on the text. Runs inside furniture on both sides have the type "furniture".
// Cost: linear in the number of words, plus the links found. Errors: kInterrupted.
[[nodiscard]] Result<Reuse> find_reuse(std::span<const AnnotatedArticle> articles,
                                       const ReuseOptions& options, const Context& context);

}  // namespace fabula::reuse
