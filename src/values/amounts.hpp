// Amounts in running text: the number, what modifies it, and how exactly it is meant.
//
//   12 · 2,400 · 3.5m · twelve · two hundred and six · a dozen · 12 to 14 · between 12 and 14
//   at least 12 · more than 12 · up to 14 · as many as 14 · nearly 200 · about 2,400 · exactly 12
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/sentence_words.hpp"

namespace fabula::values {

using Words = std::span<const language::SentenceWord>;

struct Amount {
  std::size_t first = 0;  // words [first, last), modifiers with them
  std::size_t last = 0;
  std::int64_t low = 0;  // thousandths, both ends inclusive; see Value
  std::int64_t high = 0;
  std::string written;        // "at least 12"
  std::string currency;       // "£"; empty: none
  std::string noun;           // "page" of "490-page"; empty: none
  bool is_share = false;      // per cent
  bool is_vague = false;      // "two dozen"
  bool is_of_list = false;    // "5." before what it is the number of
  bool is_year_like = false;  // four digits that may be a year
};

// The amount whose number begins at word `at`; nothing when none does: ordinals, ages
// ("12-year-old"), clock times, "dozens". A plain number ending in zeros may be rounded: 2,400 is
// 2350..2450; below 20 numbers are exact, and per cents but for what follows the last figure.
// "about" is a tenth either way. O(1).
[[nodiscard]] std::optional<Amount> amount_at(std::string_view text, Words words, std::size_t at);

}  // namespace fabula::values
