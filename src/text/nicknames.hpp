// Short forms of given names.
#pragma once

#include <string_view>
#include <vector>

namespace fabula::text {

// The given names that a lower-case short form stands for, most usual first: "toby" → "tobias";
// empty when it is none. Cost: one look through a short table.
[[nodiscard]] std::vector<std::string_view> names_of_short_form(std::string_view lower);

}  // namespace fabula::text
