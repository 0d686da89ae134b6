// Cues: the words that say that somebody spoke, each with who that was.
#pragma once

#include <optional>
#include <vector>

#include "quotes/outline.hpp"
#include "quotes/phrases.hpp"

namespace fabula::quotes {

struct Cue {
  std::size_t first = 0;  // items [first, last): "said", "according to", "claim"
  std::size_t last = 0;
  Source source;
  bool is_noun = false;      // "Bright's claim that"
  bool is_relative = false;  // in a clause of its own: "Bright, who wrote"
  bool is_inverted = false;  // the source follows: "said Bright", "according to Bright"
  std::uint32_t flags = 0;   // kSay, kJudge, kAct, kCueNoun, kWeakCue of its word

  [[nodiscard]] bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
  // Where the cue and its source together begin and end.
  [[nodiscard]] std::size_t unit_first() const {
    return source.first < first ? source.first : first;
  }
  [[nodiscard]] std::size_t unit_last() const { return source.last > last ? source.last : last; }
};

// All cues outside of quotations that have a source, by position.
//
//   fires on   Bright has also said · “No,” said Bright · Voss smiled and added · according to
//   Bright
//              Bright's claim that · her tweets read
//   not on     the claim was · Voss was told · the book was called
[[nodiscard]] std::vector<Cue> find_cues(const Outline& outline);

// The cue at item `at`; null when there is none. O(log n).
[[nodiscard]] const Cue* cue_at(const std::vector<Cue>& cues, std::size_t at);

}  // namespace fabula::quotes
