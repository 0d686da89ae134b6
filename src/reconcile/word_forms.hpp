// How two words that stand in the same place may be forms of one word.
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::reconcile {

enum class FormChange : std::uint8_t {
  kNone,         // two different words
  kSpelling,     // colour / color, organise / organize, two / 2, percent / per cent
  kAccentsLost,  // the first has accents, the second none: café / cafe
  kAccentsFound,
  kTypo,  // one letter off: parliment / parliament
};

// `a`, `b`: letters of folded words, not equal.
//
// kSpelling fires on   colour color, analyse analyze, theatre theater, travelled traveled, two 2
// and must not on      form from, county country, hour hor
[[nodiscard]] FormChange compare_forms(std::string_view a, std::string_view b);

// A word that says a day: "monday", "june", "3rd", "2031", "on", "last".
[[nodiscard]] bool is_date_word(std::string_view word);

}  // namespace fabula::reconcile
