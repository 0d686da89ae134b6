// Counts in set phrases: what is counted stands in the words around the number.
//
//   12 fatalities · 12 people sustained injuries · no trace of 12 people · the march drew 300
//   13 votes to nine · nine of them in favour · locked up for eight years · a turnout of 300
//
// The phrases: count_phrases_table.inc.
#pragma once

#include <optional>

#include "values/bindings.hpp"
#include "values/roles.hpp"

namespace fabula::values {

// The first phrase of the table that the words around the amount are.
// noun     behind the amount
// is_free  a number without a noun may be a count here
// Linear in the phrases: some hundred compared words.
[[nodiscard]] std::optional<Binding> phrase_of(Words words, const Amount& amount,
                                               const NounBehind& noun, bool is_free);

}  // namespace fabula::values
