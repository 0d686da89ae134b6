// The two steps of tokenise(), each linear in the size of its input. Private to tokens.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

// Appends the single tokens of `range` of `text` to `tokens` (scan.cpp).
void scan(std::string_view text, Range range, std::vector<Token>& tokens);

// Joins what takes several tokens but means one thing, in place; returns the classes of all of them
// (join.cpp).
Classes join(std::vector<Token>& tokens);

}  // namespace fabula::times
