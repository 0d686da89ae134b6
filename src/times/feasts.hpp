// Days that have a name: Christmas Eve, Thanksgiving, Orthodox Easter, National Son Day.
//
// The table is `feasts_table.inc`. A name may mean different days in different countries; a name
// whose day is contested has several rules of which none is the default everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/when.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

// A feast's name at the head of `tokens`: the longest one; n_tokens 0 when there is none.
struct FeastMatch {
  std::size_t n_tokens = 0;
  std::int32_t feast = 0;  // which name
};
[[nodiscard]] FeastMatch longest_feast(std::span<const Token> tokens);

// One stretch of days that the name may mean in one year.
struct FeastDays {
  Day first;
  Day last;
  std::string_view country;  // "US", "GB" ...; empty: everywhere
};

// All readings of the feast in `year`, in table order; empty when its rule has no day that year.
[[nodiscard]] std::vector<FeastDays> feast_days(std::int32_t feast, int year);

// What every day of a feast has in common, as far as month, day of the month and weekday can say
// it; 0 where they cannot.
//
//   Christmas Day   month 12, day 25
//   Thanksgiving    month 11, weekday 4
//   Good Friday     weekday 5
struct FeastPattern {
  int month = 0;    // 1..12
  int day = 0;      // 1..31
  int weekday = 0;  // 1..7
};
// One for each line of the name, in table order; empty when one of them has none (Ramadan).
[[nodiscard]] std::vector<FeastPattern> feast_patterns(std::int32_t feast);
[[nodiscard]] std::size_t n_feasts();
[[nodiscard]] std::string_view feast_name(std::int32_t feast);

// Every word that a name of the table holds.
[[nodiscard]] std::vector<std::string> words_of_feasts();

}  // namespace fabula::times
