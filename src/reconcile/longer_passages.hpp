// Passages that lie inside longer ones, and what the longer ones say of their sources.
//
//   passage   a ├────────────────────────┤   40 words of a and b: b has them from a
//             b ├────────────────────────┤
//   inside    a       ├───────┤              12 of them, in c as well
//             b       ├───────┤
//             c       ├───────┤
//
// b has the twelve words as part of the forty, so from a, too. Passages are therefore traced from
// the longest down, and where a holder's place lies, by half at least, in a longer passage whose
// source is known, that is told to the shorter one's lineage. A source that does not hold the
// shorter passage has other words there: then the holder may have these from elsewhere, but from
// no article that the longer passage found to be less likely.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// From whom a holder has its words as part of a longer passage.
struct LongerSource {
  std::int32_t holder = -1;   // index into Passage::holders; -1: no holder of this passage
  std::uint32_t margin = 0;   // PassageHolder::margin there
  std::int32_t passage = -1;  // the longer passage; -1: none says anything
};

class LongerPassages {
 public:
  // Keeps a reference to `passages`. Cost: linear in the holders but for sorting; in an article
  // where more than 64 passages begin between two nested ones they are not seen to be so.
  explicit LongerPassages(const Pile& pile);

  // Passages whose longer ones are all in earlier steps, by index; step by step.
  [[nodiscard]] std::span<const std::vector<std::uint32_t>> steps() const { return steps_; }

  // One for each holder of the passage, by the longest passage that says something. Reads
  // `standing`, `from` and `margin` of passages of earlier steps.
  void read_sources(std::uint32_t passage, std::vector<LongerSource>& sources) const;

  // Index of the article's holder in the passage; -1: it has none. O(log n).
  [[nodiscard]] std::int32_t holder_in(std::uint32_t passage, std::uint32_t article) const;

 private:
  struct Place {
    std::uint32_t passage = 0;
    std::uint32_t holder = 0;
  };
  // The place of the one lies, by half at least, in that of the longer other.
  struct Nesting {
    Place inner;
    Place outer;
  };

  [[nodiscard]] const PassageHolder& at(Place place) const {
    return passages_[place.passage].holders[place.holder];
  }
  void find_nestings(std::span<const Place> of_article);
  [[nodiscard]] bool lies_in(Place inner, Place outer) const;
  [[nodiscard]] bool is_longer(std::uint32_t x, std::uint32_t y) const;
  void put_in_steps();
  [[nodiscard]] LongerSource source_in(const Nesting& nesting) const;

  std::span<const Passage> passages_;
  std::vector<std::uint32_t> length_;  // by passage: bytes of its longest place
  std::vector<Nesting> nestings_;      // by inner passage, holder; then the longest outer first
  std::vector<std::vector<std::uint32_t>> steps_;
};

}  // namespace fabula::reconcile
