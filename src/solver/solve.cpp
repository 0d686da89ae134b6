#include "solver/solve.hpp"

#include <algorithm>
#include <utility>

#include "solver/components.hpp"
#include "solver/repair.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

Solution solve(const Problem& problem) {
  Solution out;
  out.days.reserve(problem.n_days());
  for (const Problem::Given given : problem.given()) out.days.emplace_back(given.lo, given.hi);
  const Components components(problem);
  Subproblem sub(problem);
  for (std::size_t i = 0; i < components.size(); ++i) {
    const std::span<const std::uint32_t> pieces = components[i];
    sub.take(pieces);
    bool is_solved = sub.solve(pieces);
    if (!is_solved) {
      Repair repaired = repair(problem, sub, {pieces.begin(), pieces.end()});
      is_solved = sub.solve(repaired.kept);
      std::ranges::move(repaired.left_aside, std::back_inserter(out.left_aside));
      std::ranges::move(repaired.conflicts, std::back_inserter(out.conflicts));
    }
    if (!is_solved) continue;
    for (std::size_t k = 0; k < sub.days().size(); ++k) {
      const Var x = sub.days()[k];
      const Problem::Given given = problem.given()[x];
      if (given.lo != given.hi) out.days[x] = std::move(sub.domains()[k]);
    }
  }
  std::sort(out.left_aside.begin(), out.left_aside.end());
  std::ranges::sort(out.conflicts, {}, &Conflict::pieces);
  return out;
}

}  // namespace fabula::solver
