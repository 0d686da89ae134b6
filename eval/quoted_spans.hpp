// What is said, as spans of text that two readers of an article either both give or do not.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "attributions.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

// Does a double quotation mark of any kind stand at byte `at`? Two apostrophes are one too.
[[nodiscard]] bool is_mark_at(std::string_view text, std::size_t at);
[[nodiscard]] bool holds_mark(std::string_view words);

// Without marks, white space and punctuation at both ends.
[[nodiscard]] Range trimmed(std::string_view text, Range range);

// One attribution's content: its pieces without marks and punctuation at the edges and without
// "that" in front; pieces with nothing but these between them are one.
using SaidSpan = std::vector<Range>;
[[nodiscard]] SaidSpan said_span(std::string_view text, const std::vector<Range>& content);

// The content of every attribution with a quotation mark in it, sorted, one for each attribution.
[[nodiscard]] std::vector<SaidSpan> quoted_spans(std::string_view text,
                                                 const std::vector<GoldQuote>& gold);
// The same of what Fabula found; of words quoted inside a clause, the clause. Without quotations
// inside quotations: annotators seldom mark these apart.
[[nodiscard]] std::vector<SaidSpan> quoted_spans(const AnnotatedArticle& annotated);

// Contents that are equal, piece by piece, each counted once.
struct SpanCounts {
  std::size_t n_gold = 0;
  std::size_t n_found = 0;
  std::size_t n_exact = 0;
  // Both sorted.
  void add(const std::vector<SaidSpan>& gold, const std::vector<SaidSpan>& found);
  [[nodiscard]] double precision() const;  // percent, as the others
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

}  // namespace fabula::eval
