// Numbers that belong to a name: how many live in a place, how many children somebody has.
//
//   Karsk, home to 120,000 people, ...          residents of Karsk
//   Karsk has a population of 120,000           residents of Karsk
//   Ina Lowe, a mother of four, ...             children of Lowe
//   the mother of four, Ina Lowe, ...           nobody: the name stands behind
#pragma once

#include <optional>

#include "values/bindings.hpp"

namespace fabula::values {

// Role "residents" or "children", with Binding::of. O(1)
[[nodiscard]] std::optional<Binding> of_name(Words words, const Amount& amount);

}  // namespace fabula::values
