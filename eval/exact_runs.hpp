// The exhaustive search: every run of n words that two articles of a pile share.
//
// Slow and obvious on purpose, and apart from src/reuse: all places of all runs are sorted by the
// words themselves. It shares with the engine nothing but the folding, so that a fault of one is
// not hidden by the other.
//
//   memory   32 bytes a word
//   order    the working order: stated day, those without one last; then source, then id
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

// The folded words of a pile; equal numbers are equal words.
struct PileText {
  std::vector<std::uint32_t> words;     // of all articles, one after the other
  std::vector<Range> ranges;            // of each word, in the frozen text of its article
  std::vector<std::uint32_t> articles;  // of each word
  std::vector<std::uint32_t> begins;    // words of article i are [begins[i], begins[i + 1])

  [[nodiscard]] std::uint32_t n_articles() const {
    return static_cast<std::uint32_t>(begins.size() - 1);
  }
};

// Requires fewer than 2^32 words.
[[nodiscard]] PileText read_pile_text(std::span<const AnnotatedArticle> articles);

// Calls `found` for each run of `n` words that stands in at least two places, with all the places
// (indexes of the first word into PileText::words), rising. Of one article alone, too.
void for_each_repeated_run(const PileText& pile, std::uint32_t n,
                           const std::function<void(std::span<const std::uint32_t>)>& found);

// Place of each article in the working order.
[[nodiscard]] std::vector<std::uint32_t> working_ranks(std::span<const AnnotatedArticle> articles);

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// Words that stand in furniture of the page, by the roles of their paragraphs.
[[nodiscard]] std::vector<bool> furniture_words(std::span<const AnnotatedArticle> articles,
                                                const PileText& pile);

// Of each word of the pile, the runs of n words around it that other articles hold. A run lies in
// the story or in furniture: one that crosses the border is two.
struct SharedWords {
  std::vector<bool> any;                 // some article shares one
  std::vector<bool> earlier;             // an article earlier in the working order does
  std::vector<bool> other_outlet;        // one of another outlet does
  std::vector<bool> twice;               // one stands twice in the word's own article
  std::vector<std::uint32_t> n_holders;  // of the run that the most articles hold
  std::vector<std::uint32_t> partners;   // the same word in another article that holds it; kNoWord
};
[[nodiscard]] SharedWords share_words(std::span<const AnnotatedArticle> articles,
                                      const PileText& pile, std::uint32_t n);

// Words of article `article` that lie in `range` of its frozen text: [first, last) of PileText.
struct WordStretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
[[nodiscard]] WordStretch words_inside(const PileText& pile, Span span);

}  // namespace fabula::eval
