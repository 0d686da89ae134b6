// Anchors of two articles → the passages they share.
//
//   a   the [council closed the old harbour bridge] on [monday night after cracks were found]
//   b   ... [council closed the old harbour bridge] late [monday night after cracks were found] ...
//            exact run, 6 words                          exact run, 7 words
//            └──────────── one passage: 13 equal words, 14 aligned ────────────┘
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/anchors.hpp"

namespace fabula::reuse {

// Words [a_begin, a_end) of one article and [b_begin, b_end) of the other.
struct Passage {
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
  std::uint32_t words = 0;          // equal ones
  std::uint32_t aligned_words = 0;  // equal, exchanged, dropped or put in
  friend constexpr auto operator<=>(const Passage&, const Passage&) = default;
};

// Extends each anchor to the longest run of equal words around it, across paragraphs, and joins
// runs of the same order that only a few words part. Kept are passages with an exact run of
// shape.run_words, and edited ones with twice as many equal words of which three in four are equal.
//
// anchors   of one pair of articles, sorted, each once
// returns   passages by b_begin; no word of `b` is in two of them
// cost      linear in the words for each anchor's neighbourhood; quadratic in nothing
[[nodiscard]] std::vector<Passage> find_passages(std::span<const WordCode> a,
                                                 std::span<const WordCode> b,
                                                 std::span<const Anchor> anchors,
                                                 const SeedShape& shape);

}  // namespace fabula::reuse
