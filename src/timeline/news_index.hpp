// Which sentences of a story may tell the same as one of them.
//
//   index.alike(7)    12 shared terms 9.5 · 31 shared terms 4.1 · ...
//
// A term weighs what it is worth in the news at large, less the more sentences of the story hold
// it: the name that every sentence has says nothing. Candidates are the sentences that share the
// rarest terms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/news_facts.hpp"

namespace fabula::timeline {

// Terms behind the rarest ones, and those that more sentences hold, find no candidate.
inline constexpr std::size_t kSeekTerms = 8;
inline constexpr std::size_t kMostHolders = 64;
inline constexpr std::size_t kMostCandidates = 24;

// How much of what a sentence tells another one tells, too.
struct Likeness {
  float all = 0;              // weight of the sentence's terms
  float shared = 0;           // of those that the other has as well
  float other = 0;            // of the other's terms
  float lacking_numbers = 0;  // of the sentence's numbers that the other has not
  float plain = 0;            // as `all`, without numbers and steps
  float plain_shared = 0;
  float word = 0;  // of the sentence's terms that are neither names nor numbers
  float word_shared = 0;
  std::uint32_t n_shared = 0;  // terms, without numbers
  std::uint32_t n_shared_names = 0;
  std::uint32_t n_shared_words = 0;  // that are no names
  bool lacks_name = false;           // the sentence has a name that the other has not
  bool lacks_number = false;         // or a number
  bool other_lacks_name = false;
  [[nodiscard]] float told() const { return all > 0 ? shared / all : 0; }
  [[nodiscard]] float plain_told() const { return plain > 0 ? plain_shared / plain : 0; }
  [[nodiscard]] float words_told() const { return word > 0 ? word_shared / word : 1; }
  [[nodiscard]] float of_other() const { return other > 0 ? shared / other : 0; }
};

class StoryIndex {
 public:
  // Weighs the terms of `sentences` for this story. `sentences` must outlive it.
  // cost  O(n log n) in terms
  explicit StoryIndex(std::span<SentenceFacts> sentences);

  // Room for the weights that lead to each sentence; between look-ups all 0. One for each thread.
  using Scratch = std::vector<float>;

  // Up to kMostCandidates sentences of other articles, those that share most first, then in the
  // order of `sentences`.
  // cost  O(kSeekTerms * kMostHolders)
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t sentence,
                                                      Scratch& scratch) const;

  // Linear in their terms.
  [[nodiscard]] Likeness likeness(std::uint32_t sentence, std::uint32_t other) const;

 private:
  struct Holder {
    text::WordKey key;
    std::uint32_t sentence;
    std::uint32_t term;  // of all terms of all sentences
  };

  // Of the terms of one sentence.
  struct Sums {
    float all = 0;    // weights
    float plain = 0;  // see Likeness
    float word = 0;
    std::uint32_t n_names = 0;
  };
  [[nodiscard]] static Sums sums_of(const SentenceFacts& sentence);

  std::span<SentenceFacts> sentences_;
  std::vector<Sums> sums_;                 // by sentence
  std::vector<Holder> holders_;            // by key, then sentence
  std::vector<std::uint32_t> first_;       // by sentence: the first of its terms
  std::vector<std::uint32_t> article_of_;  // by sentence
  std::vector<Range> held_by_;             // by term: where its holders stand
};

}  // namespace fabula::timeline
