// Guards against false dates: what looks like a time but is a name, a count or a verb.
//
//   "May said the guard may march on"     no month
//   "the house on Sunday Street"          no weekday
//   "the 2012 employees", "flight 2019"   no year
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "times/rules.hpp"
#include "times/tokens.hpp"

namespace fabula::times {

// Takes classes away from tokens that cannot have them where they stand: sums of money, "may" the
// verb, "Sun" the star, "10%". Linear.
void drop_impossible_classes(std::string_view text, std::vector<Token>& tokens);

// May tokens [begin, end) count as the match of a rule with this licence?
[[nodiscard]] bool is_licensed(Licence licence, std::string_view text,
                               std::span<const Token> tokens, std::size_t begin, std::size_t end);

}  // namespace fabula::times
