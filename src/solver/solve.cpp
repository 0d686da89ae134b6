#include "solver/solve.hpp"

#include <algorithm>
#include <utility>

#include "solver/components.hpp"
#include "solver/repair.hpp"

namespace fabula::solver {

void solve_component(const Problem& problem, std::span<const std::uint32_t> pieces, Subproblem& sub,
                     Solution& out) {
  sub.take(pieces);
  bool is_solved = sub.solve(pieces);
  if (!is_solved) {
    const bool gave_up = sub.gave_up();
    Repair repaired = repair(problem, sub, {pieces.begin(), pieces.end()});
    is_solved = sub.solve(repaired.kept);
    if (gave_up || !repaired.is_sure || !is_solved) out.unsure.push_back(pieces.front());
    std::ranges::move(repaired.left_aside, std::back_inserter(out.left_aside));
    std::ranges::move(repaired.conflicts, std::back_inserter(out.conflicts));
  }
  for (std::size_t i = 0; i < sub.days().size(); ++i) {
    const Var x = sub.days()[i];
    const Problem::Given given = problem.given()[x];
    if (given.lo == given.hi) continue;
    out.days[x] = is_solved ? std::move(sub.domains()[i]) : DayDomain(given.lo, given.hi);
  }
}

Solution solve(const Problem& problem) {
  Solution out;
  out.days.reserve(problem.n_days());
  for (const Problem::Given given : problem.given()) out.days.emplace_back(given.lo, given.hi);
  const Components components(problem);
  Subproblem sub(problem);
  for (std::size_t i = 0; i < components.size(); ++i)
    solve_component(problem, components[i], sub, out);
  std::sort(out.left_aside.begin(), out.left_aside.end());
  std::ranges::sort(out.conflicts, {}, &Conflict::pieces);
  std::sort(out.unsure.begin(), out.unsure.end());
  return out;
}

}  // namespace fabula::solver
