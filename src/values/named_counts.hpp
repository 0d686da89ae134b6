// Amounts that are bound by the name of what is counted, not by what people did.
//
//   the death toll has risen to 14 · the number of dead is 14 · a crowd of 300 · put the crowd at
//   300 · sold for £3m
#pragma once

#include <optional>

#include "values/bindings.hpp"
#include "values/roles.hpp"

namespace fabula::values {

// noun  behind the amount. O(1).
[[nodiscard]] std::optional<Binding> toll_of(Words words, const Amount& amount,
                                             const NounBehind& noun);
[[nodiscard]] std::optional<Binding> crowd_of(Words words, const Amount& amount,
                                              const NounBehind& noun);
[[nodiscard]] std::optional<Binding> sum_of(Words words, const Amount& amount);

}  // namespace fabula::values
