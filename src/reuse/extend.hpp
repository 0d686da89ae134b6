// Links of two articles → the passages they share.
//
//   a   the [council closed the old harbour bridge] on [monday night after cracks were found]
//   b   ... [council closed the old harbour bridge] late [monday night after cracks were found] ...
//            exact run, 6 words                          exact run, 7 words
//            └──────────── one passage: 13 equal words, 14 aligned ────────────┘
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/links.hpp"
#include "reuse/pile_words.hpp"
#include "reuse/seeds.hpp"

namespace fabula::reuse {

// Words [a_begin, a_end) of one article and [b_begin, b_end) of the other.
struct Alignment {
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
  std::uint32_t words = 0;          // equal ones
  std::uint32_t aligned_words = 0;  // equal, exchanged, dropped or put in
  std::uint32_t longest_run = 0;    // equal words in a row
  friend constexpr auto operator<=>(const Alignment&, const Alignment&) = default;
};

// What words say about chance: how many bits it takes to name them by how common they are.
// In sixteenths of a bit. Requires words of `pile`.
[[nodiscard]] std::uint64_t information(const PileWords& pile, std::span<const WordCode> words);

// Are they too few and too common to have been copied? Short stock phrases are; in piles of more
// than 65,536 articles they are not told.
[[nodiscard]] bool is_chance(const PileWords& pile, std::span<const WordCode> words);

// Keeps its memory from pair to pair; one a thread.
class PassageFinder {
 public:
  PassageFinder(const PileWords& pile, const SeedShape& shape) : pile_(pile), shape_(shape) {}

  // Extends each link in both directions (walk.hpp). Kept are passages with an exact run of
  // shape.run_words, and edited ones of as many equal words, three in four of the aligned ones,
  // that chance does not explain (information()).
  //
  // A passage of the story ends where furniture of both pages begins, and the other way round,
  // unless only both together make a run.
  //
  // links    of one pair of articles, sorted, each once
  // returns  passages by b_begin, valid until the next call; each has words on at least one side
  //          that no longer passage of the pair has on both
  // cost     linear in the words around the links
  [[nodiscard]] const std::vector<Alignment>& find(std::span<const WordCode> a,
                                                   std::span<const WordCode> b,
                                                   std::span<const Link> links);

 private:
  struct Candidate {
    Alignment alignment;
    std::int64_t low = 0;  // diagonals it goes over: a's word less b's
    std::int64_t high = 0;
    bool met_border = false;
    [[nodiscard]] bool holds(const Link& link) const;
  };

  [[nodiscard]] static Candidate extend(std::span<const WordCode> a, std::span<const WordCode> b,
                                        const Link& link, WordCode border);
  void choose(std::span<const WordCode> a, std::span<const WordCode> b);
  void mark_told(const Alignment& passage);
  void tell(const Alignment& passage);
  [[nodiscard]] bool is_new(const Alignment& passage) const;
  [[nodiscard]] static std::uint32_t n_new(const std::vector<char>& told, std::uint32_t begin,
                                           std::uint32_t end);
  [[nodiscard]] Alignment cut_ends(Alignment passage, std::span<const WordCode> a,
                                   std::span<const WordCode> b) const;
  [[nodiscard]] bool is_worth_telling(const Alignment& passage, std::span<const WordCode> b) const;

  const PileWords& pile_;
  SeedShape shape_;
  std::vector<Candidate> extended_;
  std::vector<Alignment> candidates_;  // those worth telling
  std::vector<Alignment> passages_;
  std::vector<Alignment> second_choice_;
  std::vector<char> a_told_;  // words of a in candidates_, then in passages_
  std::vector<char> b_told_;
};

}  // namespace fabula::reuse
