// Two small forms of text that several readers of a page compare by.
#pragma once

#include <string>
#include <string_view>

namespace fabula::extract {

// White space (also no-break and zero-width) at the ends removed, elsewhere one space.
[[nodiscard]] std::string collapsed(std::string_view text);

// `text` with character references decoded, also those that were escaped twice: "&amp;#8217;" ->
// "’". Only the common names.
[[nodiscard]] std::string unescaped(std::string_view text);

// Only letters and digits, ASCII in lower case: "Dam holds!" and "DAM HOLDS" are the same headline.
[[nodiscard]] std::string comparable(std::string_view text);

}  // namespace fabula::extract
