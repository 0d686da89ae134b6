// What an article is about, as weighted terms: its words, and words side by side.
//
//   The harbour wall of Marden fell.     the · harbour · wall · of · marden · fell ·
//                                        the harbour · harbour wall · wall of · ...
//
// A term weighs 1 + log of how often it stands in title and body (pairs count 0.6 each time), half
// as much again for words of the first sixty, times log of (articles / articles that hold it):
// the "tf-idf" of text retrieval. Terms that one article alone holds say nothing of what it shares,
// those of very many next to nothing: they are none.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula::story {

using TermKey = std::uint64_t;  // a hash of the words

struct Term {
  TermKey key = 0;
  float weight = 0;
};

// Sorted by key; of length 1, or empty.
using TermVector = std::vector<Term>;

// One for each article. Same on every machine. Cost: linear in the words, and a sort of the terms.
[[nodiscard]] std::vector<TermVector> weigh_terms(std::span<const AnnotatedArticle> articles,
                                                  const Context& context);

// Where each of `keys` (sorted) stands first in the article; empty where it does not. Linear.
[[nodiscard]] std::vector<Range> places_of(const AnnotatedArticle& article,
                                           std::span<const TermKey> keys);

}  // namespace fabula::story
