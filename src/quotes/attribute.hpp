// Which cue a quotation belongs to, within its own paragraph.
#pragma once

#include <optional>
#include <vector>

#include "model/quote.hpp"
#include "quotes/cues.hpp"

namespace fabula::quotes {

struct Attribution {
  Source source;
  bool has_cue = false;
  std::size_t cue_first = 0;  // items, when has_cue
  std::size_t cue_last = 0;
  std::size_t unit_last = 0;  // one past the items of cue and source
  bool is_after = false;      // cue and source follow the quotation
  Grade grade = Grade::kA;
  const char* rule = "";
};

// The attribution of the quotation at item `at`. The first of these that holds:
//
//   cue-after     “...,” Bright said / said Bright      the words end in a comma, or nothing leads
//   in cue-before    Bright said: “...”   Bright said the ruling was “...”   According to Bright,
//   “...” cue-final     The ruling was “...” for them, Bright said. signature     “...” —Bright
//   turn, colon   Bright: “...”   In her last letter Bright was firm: “...”
//   verb-after    “...,” Bright deadpanned.             an unknown verb
[[nodiscard]] std::optional<Attribution> attribute(const Layers& layers, const Outline& outline,
                                                   const std::vector<Cue>& cues, std::size_t at);

// The attribution of a quotation that begins the paragraph after `outline`, when that ends with a
// colon: "And from Dr. Bright:".
[[nodiscard]] std::optional<Attribution> attribute_from_colon(const Outline& outline,
                                                              const std::vector<Cue>& cues);

// The attribution of a quotation that ends the paragraph before `outline`, when that is nothing but
// a signature: "— Ana Bright, designer".
[[nodiscard]] std::optional<Attribution> attribute_from_signature(const Outline& outline);

}  // namespace fabula::quotes
