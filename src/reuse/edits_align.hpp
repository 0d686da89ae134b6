// The words of two tellings of one passage, aligned.
//
//   a   the  old  harbour  bridge        was  closed
//   b   the  old  harbour  bridge  late  was  closed       pairs 0-0 1-1 2-2 3-3 4-5 5-6
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "reuse/edits_words.hpp"

namespace fabula::reuse {

struct WordPair {
  std::uint32_t a = 0;  // indexes into the lists of words
  std::uint32_t b = 0;
  friend constexpr auto operator<=>(const WordPair&, const WordPair&) = default;
};

// As many equal words in the same order as there can be (Myers 1986, An O(ND) Difference
// Algorithm), as long as at most kMaxEdits words differ. Where more do, runs of three words that
// stand once on either side hold the two texts together, then single words that stand once; between
// those the same again; what is left is not aligned. So the work is bounded: about
// (words of both) * kMaxEdits steps at worst, and near linear when little differs.
//
// Keeps its memory from call to call; one a thread.
class WordAligner {
 public:
  static constexpr std::int32_t kMaxEdits = 256;

  // Puts the pairs into `pairs`, rising on both sides, replacing what was in it.
  void align(std::span<const EditWord> a, std::span<const EditWord> b,
             std::vector<WordPair>& pairs);

 private:
  struct Box {  // words [a_begin, a_end) of one, [b_begin, b_end) of the other
    std::uint32_t a_begin, a_end, b_begin, b_end;
  };
  struct Gram {
    std::uint64_t hash;
    std::uint32_t at;
  };

  void align_box(Box box, unsigned depth);
  bool find_shortest_script(Box box);
  void trace_back(Box box, std::int32_t n_edits);
  bool split_at_anchors(Box box, std::uint32_t n_words, unsigned depth);
  void find_grams(std::span<const EditWord> words, std::uint32_t begin, std::uint32_t end,
                  std::uint32_t n_words, std::vector<Gram>& grams) const;
  [[nodiscard]] std::vector<WordPair> rising(std::span<const WordPair> anchors) const;

  std::span<const EditWord> a_;
  std::span<const EditWord> b_;
  std::vector<WordPair>* pairs_ = nullptr;
  std::vector<std::int32_t> reach_;  // furthest word of `a` on each diagonal
  std::vector<std::int32_t> trace_;  // reach_ after each number of edits
  std::vector<Gram> grams_a_, grams_b_;
};

}  // namespace fabula::reuse
