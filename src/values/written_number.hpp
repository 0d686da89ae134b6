// A number as it is written: figures with groups and scale, or words.
//
//   12 · 2,400 · 3.5m · £3.5m · twelve · two hundred and six · a dozen · three million pounds
//   490-page · eight-page
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/amounts.hpp"

namespace fabula::values {

struct Number {
  std::size_t last = 0;     // behind its last word
  std::int64_t amount = 0;  // thousandths, more than 0
  std::string currency;
  bool is_vague = false;  // "a dozen"
  bool is_year_like = false;
  bool is_share = false;  // "12%", "12 per cent": last is behind these words
  std::string noun;       // "page": of "490-page", what is counted; empty: none
};

// The number that begins at word `at`; nothing when none does. O(1).
[[nodiscard]] std::optional<Number> number_at(std::string_view text, Words words, std::size_t at);

}  // namespace fabula::values
