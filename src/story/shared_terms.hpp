// By which words two articles are alike.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/alike.hpp"
#include "model/pile.hpp"
#include "story/terms.hpp"

namespace fabula::story {

// An article with its terms.
struct Weighed {
  const AnnotatedArticle& article;
  const TermVector& terms;
};

// The terms with the greatest share of the cosine, up to `most`, greatest first, none over words of
// one before it.
//
// keys  Terms::keys
// cost  linear
[[nodiscard]] std::vector<SharedTerm> most_shared(const Weighed& here, const Weighed& there,
                                                  std::span<const TermKey> keys, std::size_t most);

}  // namespace fabula::story
