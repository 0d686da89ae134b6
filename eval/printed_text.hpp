// Words as a parser leaves them → words as they are printed.
#pragma once

#include <string>
#include <string_view>

namespace fabula::eval {

// Without the spaces around marks and with printed quotation marks:
//   `` It fell , '' she said . → “It fell,” she said.
[[nodiscard]] std::string printed(std::string text);

// Numbers, times and compounds that were taken apart at their marks, put together again:
//   26, 000   5. 9   7 : 21   p. m.   hit - and - run → 26,000   5.9   7:21   p.m.   hit-and-run
// "June 3, 200 boats" stays: a day of a month takes no thousands.
[[nodiscard]] std::string rejoined(std::string_view text);

}  // namespace fabula::eval
