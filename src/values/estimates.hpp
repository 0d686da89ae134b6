// Numbers that somebody puts on a crowd, or on what a number before counts.
//
//   Organisers put the number at 2,400. · Police counted 800 people, while organisers spoke of
//   2,400. Police put the crowd at 800, organisers at 2,400.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/value.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

// The word behind the source of an estimate, as a rule its verb; words.size() when the amount is
// none. `before`: the value before it in the same sentence, which may have said the verb; nullptr:
// there is none. O(1).
[[nodiscard]] std::size_t estimate_verb(Words words, const Amount& amount, const Value* before);

// The part of the sentence that an amount stands in: between "while", "but", semicolons and
// brackets. Linear.
[[nodiscard]] Words clause_around(Words words, const Amount& amount);

// May the amount be how many came, where a march is told of: does its clause speak of counting, or
// of somebody who says so, and tell nothing else of those counted? "On the count of the police, 300
// people had come"; not: 300 people were hurt. Linear.
[[nodiscard]] bool may_be_turnout(Words words, Words clause, const Amount& amount);

[[nodiscard]] bool is_of_crowd(std::string_view role);
[[nodiscard]] bool is_crowd_noun(std::string_view unit);
// Does a sentence of these words tell of a march? Linear.
[[nodiscard]] bool tells_of_march(Words words);

}  // namespace fabula::values
