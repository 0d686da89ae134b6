// What each cue word of a paragraph says was said, and by whom: the model's answer where there is a
// model, else that of the rules.
#pragma once

#include <optional>
#include <vector>

#include "quotes/said_model.hpp"

namespace fabula::quotes {

struct SaidOfCue {
  std::size_t cue_first = 0;  // items [cue_first, cue_last)
  std::size_t cue_last = 0;
  std::vector<Stretch> content;  // in order; empty: nothing
  std::optional<Source> source;
  bool is_agreed = false;  // rules and model name one source
};

// `quoted_of` has the first quotation (an item) of each cue that has one, as (cue item, quotation),
// sorted. Sentences of more than 300 items are passed over: they are lists. Linear.
[[nodiscard]] std::vector<SaidOfCue> find_said(
    const Outline& outline, const std::vector<Cue>& cues,
    const std::vector<std::pair<std::size_t, std::size_t>>& quoted_of, const SaidModel* model);

// The contexts of all cue words; `find_said` asks about those that can be speech.
[[nodiscard]] std::vector<CueContext> cue_contexts(
    const Outline& outline, const std::vector<Cue>& cues,
    const std::vector<std::pair<std::size_t, std::size_t>>& quoted_of);

}  // namespace fabula::quotes
