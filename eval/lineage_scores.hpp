// Whether the engine names the true parent of near copies, and keeps quiet where nobody can know.
#pragma once

#include <cstddef>

#include "engine.hpp"
#include "labelled_pile.hpp"

namespace fabula::eval {

struct LineageScores {
  bool is_available = false;  // the engine gives passages with their lineage
  // Near copies whose parent is in the pile and told apart by its words.
  std::size_t n_decidable = 0;
  std::size_t n_right = 0;
  std::size_t n_wrong = 0;
  // Of them, those whose words fit no other article as well: one fits that has all the words the
  // copy took over, and up to the last of them no more others than the true parent.
  std::size_t n_clear = 0;
  std::size_t n_clear_right = 0;
  std::size_t n_said_origin = 0;  // the rest says "undecidable" or "unknown", or is in no passage
  // Near copies with the very words of their parent, or of whose parent's words there are several
  // articles that may be earlier.
  std::size_t n_undecidable = 0;
  std::size_t n_said_so = 0;
};

// `has_dates`: articles state their days (right or wrong), so that of two with the same words one
// is known to be later.
[[nodiscard]] LineageScores score_lineage(const LabelledPile& pile, const EngineResult& found,
                                          bool has_dates);

}  // namespace fabula::eval
