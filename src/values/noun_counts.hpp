// Numbers of anything, by the noun behind them, whatever happened to it.
//
//   two undersea cables      cables          62 per cent    %
//   17 votes                 votes
//
// not: lengths of time and space, "others", one of anything; people, of whom a sentence must say
// what became of them, and a headline's list
#pragma once

#include <optional>
#include <string_view>

#include "values/bindings.hpp"

namespace fabula::values {

// Role "number", unit the noun in the plural, small letters. O(1)
[[nodiscard]] std::optional<Binding> number_of(Words words, const Amount& amount);

[[nodiscard]] bool is_of_any_noun(std::string_view role);

// Role "sum", unit the currency.
[[nodiscard]] Binding any_sum_of(const Amount& amount);

// "Bo Marlow won with 62 per cent of the vote": of the count of an election, which the sentence
// tells of one alone; not of polls, nor of a count that goes on. Linear.
[[nodiscard]] std::optional<Binding> vote_share_of(Words words, const Amount& amount);

// Role "share", unit "%".
[[nodiscard]] Binding share_of(const Amount& amount);

}  // namespace fabula::values
