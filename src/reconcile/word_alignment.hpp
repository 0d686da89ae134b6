// What two tellings of one passage have in common, word by word.
//
//   a   the [old] harbour bridge was shut on monday night
//   b   the harbour bridge was closed on monday night
//        └─ equal runs: the · harbour bridge was · on monday night
//
// Runs keep their order in both. A block of words that stands elsewhere in `b` is a moved run.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/hash_index.hpp"

namespace fabula::reconcile {

// Words [a, a + n) of one text equal words [b, b + n) of the other; n > 0.
struct Run {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t n = 0;
  friend constexpr auto operator<=>(const Run&, const Run&) = default;
};

struct Alignment {
  std::vector<Run> runs;   // rising in `a` and in `b`
  std::vector<Run> moved;  // by b; no word of either side is in two runs
};

// Keeps its memory between uses. One thread at a time.
//
// Between the equal beginning and end, up to 40 dropped or added words are placed with the fewest
// edits there can be (Myers 1986, "An O(ND) difference algorithm"), or the shorter side is found to
// be a beginning of the longer one with so few edits. Where texts differ more, runs
// around triples of words that each has once are chained in order first, the heaviest chain
// winning, and what lies between them is aligned the same way. What then is left over on both sides
// and shares a run of 5 words has moved.
//
// cost  linear in the words, with 40^2 steps a gap at most
class WordAligner {
 public:
  void align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Alignment& out);

 private:
  struct Gap {
    std::uint32_t a_begin, a_end, b_begin, b_end;
  };
  struct Gram {
    std::uint32_t a;  // the last place in `a`
    std::uint32_t b;
    std::uint32_t n_a;
    std::uint32_t n_b;
  };

  void fill(Gap gap, bool may_chain);
  bool fill_with_few_edits(Gap gap);
  void fill_around_anchors(Gap gap);
  void index_grams(std::span<const Gap> a_parts, std::uint32_t gram_words);
  std::uint32_t find_gram(std::uint32_t b, std::uint32_t gram_words);
  void collect_anchors(Gap gap);
  void chain_anchors(std::uint32_t a_begin, std::uint32_t a_end);
  void find_moved();
  std::uint32_t take_moved(std::uint32_t at, std::uint32_t b_end);
  void add_run(std::uint32_t a, std::uint32_t b, std::uint32_t n);

  std::span<const std::uint32_t> a_;
  std::span<const std::uint32_t> b_;
  Alignment* out_ = nullptr;
  std::vector<std::int32_t> reach_;  // Myers: the furthest place on each diagonal, edit by edit
  std::vector<Run> found_;
  HashIndex index_;
  std::vector<Gram> grams_;
  std::vector<Run> anchors_;
  std::vector<std::uint32_t> best_;  // prefix maxima over the places of `a`
  std::vector<std::uint64_t> weight_;
  std::vector<std::uint32_t> before_;
  std::vector<Gap> open_a_, open_b_;
  std::vector<bool> is_taken_;  // by word of `a`
};

}  // namespace fabula::reconcile
