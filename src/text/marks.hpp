// Punctuation of many kinds as the plain ASCII mark it stands for.
#pragma once

#include <string_view>

namespace fabula::text {

// The first character of `words` (not empty): '"' for any double quotation mark, '\'' for any
// single one, '-' for any dash, '.' for an ellipsis, itself when it is ASCII, else '?'.
[[nodiscard]] char plain_mark(std::string_view words);

}  // namespace fabula::text
