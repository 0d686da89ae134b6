// Days that hang together by evidence, and the evidence that holds them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/problem.hpp"

namespace fabula::solver {

struct Component {
  std::vector<Var> days;              // sorted; given days that its evidence speaks of among them
  std::vector<std::uint32_t> pieces;  // sorted
};

// Every piece is in one component. A day that is given (a single one) does not tie what it touches
// together. By their first pieces. Days without evidence are in none.
// Cost: near linear.
[[nodiscard]] std::vector<Component> find_components(const Problem& problem);

// The days that these pieces speak of, sorted.
[[nodiscard]] std::vector<Var> days_of(const Problem& problem,
                                       std::span<const std::uint32_t> pieces);

}  // namespace fabula::solver
