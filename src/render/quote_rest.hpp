// Where a quotation goes on beyond the words that two articles share.
//
//   a   "We warned them three times last year, and nobody came," she said.
//   b   She said: "We warned them three times." The county is silent.
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^ shared     in a only: "last year, and nobody came"
//
// The edits of the passage say nothing of it: they lie inside of the span. Only where the words at
// that end of the passage are quoted on both sides; words that another passage of the two articles
// holds do not count.
#pragma once

#include <string>
#include <vector>

#include "model/across.hpp"
#include "model/pile.hpp"

namespace fabula::render {

struct QuoteRest {
  Side side = Side::kA;      // where these words are quoted; the other side lacks them
  bool is_before = false;    // before the passage, else behind it
  std::size_t n_words = 0;   // at least 1
  std::vector<Range> parts;  // of the article on `side`, in text order, from word to word
};

// Before the passage first, side a first. Cost: O(log n) for a passage that ends with its
// quotation; else one pass over the shared passages of a's article.
[[nodiscard]] std::vector<QuoteRest> quote_rests(const Pile& pile, const ReuseLink& link);

// "the quotation goes on in Orra Post: 'last year, and nobody came'"; empty without a rest. With
// `name_a` and `name_b` for the two articles.
[[nodiscard]] std::string quote_rest_text(const Pile& pile, const ReuseLink& link,
                                          const std::string& name_a, const std::string& name_b);

}  // namespace fabula::render
