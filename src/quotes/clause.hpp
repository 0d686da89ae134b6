// The clause that a cue says was said: where it begins and where it ends.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quotes/cues.hpp"

namespace fabula::quotes {

// Items [first, last) of an outline.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Is there a verb in [first, last), near its begin?
[[nodiscard]] bool holds_verb(const Outline& outline, std::size_t first, std::size_t last);

// "told": the next phrase is whom.
[[nodiscard]] bool takes_addressee(std::string_view verb);

[[nodiscard]] bool holds_quoted(const Outline& outline, const Stretch& stretch);

// `clause` of `cue` without what belongs to a cue behind item `from`: "said it was late and called
// it “a mess”"; with `only_shared` to a cue of the same source.
[[nodiscard]] Stretch before_next_cue(const Outline& outline, const std::vector<Cue>& cues,
                                      const Cue& cue, Stretch clause, std::size_t from,
                                      bool only_shared = false);

// Does the verb say something by itself, with what it says it of for its object: "accused",
// "denied"?
[[nodiscard]] bool is_speech_act(std::string_view verb);

// What `cue` says was said, when no quoted words are its: one clause, two around the cue, none when
// no rule fits.
[[nodiscard]] std::vector<Stretch> said_by_rule(const Outline& outline, const Cue& cue);

// The whole of what is said of which the quotation at `at` is a part, by the cue at item
// `cue_first`, with "that"; of the sentence of `at` only. None when there is no telling.
[[nodiscard]] std::optional<Stretch> quoted_clause(const Outline& outline,
                                                   const std::vector<Cue>& cues,
                                                   std::size_t cue_first, std::size_t at);

}  // namespace fabula::quotes
