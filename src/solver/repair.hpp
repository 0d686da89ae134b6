// What to leave aside when evidence contradicts itself.
//
// A conflict is a smallest set of pieces that cannot all hold. A repair leaves out at least one
// piece of every conflict; the best repairs lose the least weight. What no best repair leaves out
// stays; what any of them leaves out is left aside: where both sides weigh the same, neither
// counts.
//
//   "Lena Voss, 35" (2015) · "Lena Voss, 40" (2018)                      both are left aside
//   "Lena Voss, 35" (2015) · "Voss, 36" (2015) · "Lena Voss, 40" (2018)  the last is left aside
//
// Source: Reiter 1987 (hitting sets of minimal conflicts); Junker 2004 (QuickXplain).
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "solver/solve.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

struct Repair {
  std::vector<std::uint32_t> kept;        // sorted
  std::vector<std::uint32_t> left_aside;  // sorted
  std::vector<Conflict> conflicts;        // in the order they were found
  bool is_sure = true;                    // else something took too long, see below
};

// sub     has taken `pieces`
// pieces  of `problem`, sorted, that contradict each other
// cost    some hundred solutions of the subproblem. With more than kMostConflicts conflicts, or
// when
//         kMostTests solutions do not do, every piece of the smallest weight in each conflict found
//         is left aside instead, and if that is not enough, all pieces of some weights: that
//         is not sure, nor is what hangs on a propagation that was given up.
inline constexpr std::size_t kMostConflicts = 12;
inline constexpr std::size_t kMostTests = 2000;
[[nodiscard]] Repair repair(const Problem& problem, Subproblem& sub,
                            const std::vector<std::uint32_t>& pieces);

// The sets of pieces of the least weight that share a piece with every conflict; each sorted. None
// when there are too many to look at. What repair() leaves aside is all of theirs, unless it took
// too long.
[[nodiscard]] std::set<std::vector<std::uint32_t>> best_repairs(
    const Problem& problem, const std::vector<Conflict>& conflicts);

}  // namespace fabula::solver
