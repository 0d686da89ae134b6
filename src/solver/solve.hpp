// What is known of each day, from all the evidence at once.
//
//   1  days that hang together (not by way of a day that is given) are one component; each is
//      propagated by itself
//   2  in one that contradicts itself evidence is left aside, as little as can be, see repair.hpp
//   3  small components are solved exactly, see search.hpp
//
// For one more article at a time: growing.hpp.
//
// The result does not depend on the order of days and evidence: they only number it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/day_domain.hpp"
#include "solver/problem.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

// Pieces of evidence that cannot all hold; without any one of them the others can.
struct Conflict {
  std::vector<std::uint32_t> pieces;  // sorted
};

struct Solution {
  std::vector<DayDomain> days;            // one a day of the problem; never empty
  std::vector<std::uint32_t> left_aside;  // pieces, sorted
  std::vector<Conflict> conflicts;        // that led to it, by their pieces
  // The first piece of each component in which it is not sure that it had to be these, sorted:
  // finding out took too long (repair.hpp).
  std::vector<std::uint32_t> unsure;
};

// cost  near linear in the evidence where nothing contradicts anything (a million articles with 6.2
//       million constraints: 1.5 s, 2.2 on a busy machine); in a component that contradicts itself,
//       up to some kMostTests times that of the component (repair.hpp)
[[nodiscard]] Solution solve(const Problem& problem);

// Puts into `out` what the pieces of one component say: replaces the days they speak of that are
// not given, adds to the lists, in no order.
void solve_component(const Problem& problem, std::span<const std::uint32_t> pieces, Subproblem& sub,
                     Solution& out);

}  // namespace fabula::solver
