// Articles that are, but for a little, the same.
//
// A group grows around its earliest member, its leader: an article joins when it shares so much of
// the shorter text with that one; five sixths of it when it shares as much of the longer text with
// a member. No chain of small changes, and no template, can join what has little in common. Where
// several leaders would do, it goes where the article is that it is most like: a short text may
// lie, as a passage, in long articles of many parts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/pairs.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// Given the passages of all pairs by rising later article. Furniture counts on neither side.
class CopyGrouper {
 public:
  // `percent` of the shorter text. Keeps a reference to `words`.
  CopyGrouper(const PileWords& words, std::uint32_t percent, const Context& context);

  // The passages of one or more later articles, whole, by (b, a).
  void add(std::span<const SharedPassage> passages);

  // Groups of at least two places of the working order, each sorted; by the earliest member.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const;

 private:
  struct Candidate {
    std::uint32_t leader = 0;
    std::uint32_t n_shared = 0;  // words shared with the leader itself; 0: not known
    std::uint64_t likeness = 0;  // of the member most like it: words shared, of a million of the
                                 // longer text
  };

  void place(std::uint32_t b, std::span<const SharedPassage> passages);
  void find_candidates(std::uint32_t b, std::span<const SharedPassage> passages);
  void merge_candidates();
  [[nodiscard]] std::uint64_t percent_of(std::uint32_t b, const Candidate& candidate) const;

  const PileWords& words_;
  std::uint32_t percent_;
  std::vector<std::uint32_t> leader_of_;  // itself, when it joined nobody
  std::vector<std::uint32_t> n_story_words_;
  std::vector<Candidate> candidates_;
};

}  // namespace fabula::reuse
