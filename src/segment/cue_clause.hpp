// Clauses that say who speaks: ", she said", "? asked Maria Silva", ", the mayor told".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/span.hpp"
#include "model/segmentation.hpp"

namespace fabula::segment {

// Is `word` a form of a verb that reports speech ("said", "asks")? Any case.
[[nodiscard]] bool is_cue_verb(std::string_view word);

// Do `words`, the first few behind the end of a quotation, begin a clause that says who speaks? A
// verb, with somebody before it or behind it.
[[nodiscard]] bool begins_cue_clause(std::string_view text, std::span<const Word> words);

// Byte behind the comma, question or exclamation mark of `range` that such a clause follows first,
// and behind quotation marks that close there too.
[[nodiscard]] std::optional<std::uint32_t> find_cue_clause(std::string_view text, Range range);

}  // namespace fabula::segment
