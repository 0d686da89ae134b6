// Names in the order people count in: "pile.csv:3" before "pile.csv:10".
#pragma once

#include <string_view>

namespace fabula {

// Is `a` before `b`? Digits in a row count as one number, of any length; everything else byte by
// byte. Names that differ only in zeros before a number are ordered as bytes, so that the order is
// total. Cost: linear.
[[nodiscard]] bool is_naturally_before(std::string_view a, std::string_view b);

}  // namespace fabula
