// How much of the copying in a labelled pile the engine found, and how much of what it reports is
// copying.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "engine.hpp"
#include "labelled_pile.hpp"

namespace fabula::eval {

struct Share {
  std::size_t part = 0;
  std::size_t whole = 0;
  [[nodiscard]] double value() const {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

// By the words taken over: 8-12, 13-20, 21-50, more.
inline constexpr std::size_t kLengthClasses = 4;

struct CopyingScores {
  // Words whose origin is another article and was printed in the pile before; found when they lie
  // in a passage together with a word of the same origin on the other side: at the very place the
  // edit script says, when there are edit scripts; else anywhere in it.
  Share copied_words;
  std::array<Share, kLengthClasses> by_length;
  // Words in a run of 8 equal words that another article holds; found when in any passage.
  Share exact_runs;
  // Words of reported passages, both sides, that are copied from each other or stand in an equal
  // run of 8; words changed on the way, up to 8 in a row, belong to what is around them.
  Share precision;
  // Adjusted Rand index of the groups of copies, of originals and their near copies, which belong
  // to their parent.
  double copy_groups_ari = 0;
  bool has_edits = false;  // whether the engine gives edit scripts
};
[[nodiscard]] CopyingScores score_copying(const LabelledPile& pile, const EngineResult& found);

// Planted edits of near copies whose parent is in the pile.
struct PlantedScore {
  std::size_t n = 0;
  std::size_t in_passage = 0;              // with the parent
  std::size_t reported = 0;                // an edit of that passage touches the place
  std::map<std::string, std::size_t> ops;  // of those edits
};
[[nodiscard]] std::array<PlantedScore, news::kPlantedKinds> score_planted(
    const LabelledPile& pile, const EngineResult& found);

}  // namespace fabula::eval
