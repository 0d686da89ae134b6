// Two articles side by side: the words they share, with every change marked, and what stands in one
// of them only.
//
//   River Post, 11 Mar 2024                       Agency, 12 Mar 2024
//   … 41 words …                                  … 12 words …
//   We warned them [-three times-] last year      We warned them {+twice+} last year
//
// Made from the shared passages of the pair and their edits, as they stand in the store; nothing is
// aligned here. The left article is told in its own order. The heaviest set of passages that stand
// in the same order on both sides is the frame; the others are moved: they stand where the left
// article has them.
#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "render/changes.hpp"
#include "render/table.hpp"

namespace fabula::render {

enum class RowKind : std::uint8_t {
  kShared,     // both ranges, `reading`
  kOnlyLeft,   // `left`
  kOnlyRight,  // `right`
  kElsewhere   // `right`: words of a moved passage, which are shown where the left article has them
};

struct CompareRow {
  RowKind kind = RowKind::kShared;
  Range left;
  Range right;
  Reading reading;     // of kShared and kElsewhere
  bool moved = false;  // of kShared: not in the order of the frame
  std::size_t n_words =
      0;  // of kOnlyLeft, kOnlyRight, kElsewhere: words of the article; else equal ones
};

struct CompareSide {
  std::uint32_t article = 0;
  std::size_t n_words = 0;
  std::size_t n_shared = 0;     // words that stand in the other article too
  std::size_t n_changed = 0;    // inside of shared passages, and not so in the other article
  std::size_t n_furniture = 0;  // inside of passages of furniture, credits and stock phrases
};

struct Comparison {
  CompareSide left, right;
  std::vector<CompareRow> rows;
  EditCounts edits;
  std::size_t n_cut = 0;  // shared passages in which one side cuts the other's quotation
};

// `left` and `right` are indexes into pile.articles and differ. cost O(k² + n) for k passages of
// the pair and n bytes of both
[[nodiscard]] Comparison compare(const Pile& pile, std::uint32_t left, std::uint32_t right);

struct CompareOptions {
  bool full = false;  // words of one article only in full, not as "… 143 words …"
};

// For people: two columns from 100 characters on, else one below the other.
void write_comparison(const Pile& pile, const Comparison& comparison, const CompareOptions& options,
                      const TextStyle& style, std::ostream& out);

// One row a row of the comparison. The words of stretches that are not shared are in it with
// `full` only.
[[nodiscard]] Table compare_table(const Pile& pile, const Comparison& comparison,
                                  const CompareOptions& options);

// One page that needs nothing else: no script, no request; it can be printed.
void write_comparison_html(const Pile& pile, const Comparison& comparison, std::string_view version,
                           std::ostream& out);

// --- for the two forms above -------------------------------------------------------------------
// A shared row cut where a paragraph of the left article begins, so that both sides stay beside
// each other. (left range, right range)
[[nodiscard]] std::vector<std::pair<Range, Range>> paragraphs_of(const Pile& pile,
                                                                 const CompareRow& row);
// "Orra Post, 11 Mar 2024", "Orra Post, day not known"
[[nodiscard]] std::string side_label(const Pile& pile, const CompareSide& side);
// "412 of 634 words shared (64 %), 9 changed or put in", with what else is to be said
[[nodiscard]] std::string share_text(const CompareSide& side);
// "moved, copy, 41 equal words, Orra Post → Vale Ledger: the other is later"
[[nodiscard]] std::string link_text(const Pile& pile, const CompareRow& row);
// Words of one article only: so few are shown, not counted.
inline constexpr std::size_t kShortGap = 12;
// "7 changes of words, 3 of marks or capitals only (not marked); 1 quotation is cut"
[[nodiscard]] std::string edits_text(const Comparison& comparison);
// "the quotation goes on in A: 'and nobody came'": words that one side of the passage quotes and
// the other leaves off; empty when there are none
[[nodiscard]] std::string cut_text(const Pile& pile, const CompareRow& row);

}  // namespace fabula::render
