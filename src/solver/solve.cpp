#include "solver/solve.hpp"

#include <algorithm>

#include "solver/components.hpp"
#include "solver/repair.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {
Solution solve(const Problem& problem) {
  Solution out;
  for (const Problem::Given given : problem.given()) out.days.emplace_back(given.lo, given.hi);
  for (const Component& component : find_components(problem)) {
    const Subproblem sub(problem, component.days);
    auto domains = sub.solve(component.pieces);
    if (!domains) {
      Repair repaired = repair(problem, sub, component.pieces);
      domains = sub.solve(repaired.kept);
      out.left_aside.insert(out.left_aside.end(), repaired.left_aside.begin(),
                            repaired.left_aside.end());
      out.conflicts.insert(out.conflicts.end(), repaired.conflicts.begin(),
                           repaired.conflicts.end());
    }
    if (!domains) continue;
    for (std::size_t i = 0; i < component.days.size(); ++i) {
      const Problem::Given given = problem.given()[component.days[i]];
      if (given.lo != given.hi) out.days[component.days[i]] = std::move((*domains)[i]);
    }
  }
  std::sort(out.left_aside.begin(), out.left_aside.end());
  std::ranges::sort(out.conflicts, {}, &Conflict::pieces);
  return out;
}

}  // namespace fabula::solver
