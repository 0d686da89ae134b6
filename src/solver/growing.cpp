#include "solver/growing.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "solver/components.hpp"
#include "solver/repair.hpp"

namespace fabula::solver {
namespace {

using Pieces = std::vector<std::uint32_t>;

constexpr std::size_t kMostRepairs = 16;  // that are looked at one by one

}  // namespace

GrowingSolution::GrowingSolution(const Problem& problem)
    : problem_(problem),
      sub_(problem),
      solution_(solve(problem)),
      components_(problem),
      narrowing_(problem, components_) {
  while (components_.n_taken_in() < problem_.n_evidence()) components_.take_in_next();
}

std::size_t GrowingSolution::update() {
  for (std::size_t x = solution_.days.size(); x < problem_.n_days(); ++x)
    solution_.days.emplace_back(problem_.given()[x].lo, problem_.given()[x].hi);
  const std::uint32_t first_new = components_.n_taken_in();
  Pieces to_search;
  Pieces to_propagate;
  while (components_.n_taken_in() < problem_.n_evidence()) {
    const std::uint32_t p = components_.n_taken_in();
    const std::vector<Var> touched = components_.touched_by_next();
    components_.take_in_next();
    if (components_.component_of(p, kMostSearched)) {
      to_search.push_back(p);
    } else if (std::ranges::any_of(to_propagate, [&](auto q) { return hang_together(p, q); }) ||
               !narrow_by(p, touched)) {
      to_propagate.push_back(p);
    }
  }
  std::size_t n_anew = 0;
  Pieces done;
  const auto solve_around = [&](std::uint32_t p, std::size_t most_days) {
    if (std::ranges::find(done, p) != done.end()) return;
    const auto pieces = components_.component_of(p, most_days);
    if (!pieces) return;
    solve_anew(*pieces);
    n_anew += pieces->size();
    done.insert(done.end(), std::ranges::lower_bound(*pieces, first_new), pieces->end());
  };
  for (const std::uint32_t p : to_propagate) solve_around(p, SIZE_MAX);
  for (const std::uint32_t p : to_search) solve_around(p, kMostSearched);
  return n_anew;
}

bool GrowingSolution::hang_together(std::uint32_t a, std::uint32_t b) {
  const auto root = components_.root_of_piece(a);
  return root && root == components_.root_of_piece(b);
}

// Nothing is searched in the component now: what was found by searching in those that have become
// part of it does not count.
bool GrowingSolution::narrow_by(std::uint32_t piece, std::span<const Var> touched) {
  const auto is_of_it = [&](std::uint32_t p) { return hang_together(p, piece); };
  if (std::ranges::any_of(solution_.unsure, is_of_it)) return false;
  Pieces aside;
  std::ranges::copy_if(solution_.left_aside, std::back_inserter(aside), is_of_it);
  Pieces more = {piece};
  std::size_t n_large = 0;
  bool is_possible = true;
  for (const Var root : touched) {
    const auto small = components_.component_before(piece, root, kMostSearched);
    if (!small) {
      is_possible = is_possible && (++n_large < 2 || aside.empty());
      continue;
    }
    for (const Var x : days_of(problem_, *small)) narrowing_.widen(x, solution_.days);
    more.insert(more.end(), small->begin(), small->end());
    is_possible = is_possible && std::ranges::none_of(*small, [&](std::uint32_t p) {
                    return std::ranges::binary_search(aside, p);
                  });
  }
  if (is_possible && !aside.empty()) {
    std::vector<Conflict> conflicts;
    std::ranges::copy_if(solution_.conflicts, std::back_inserter(conflicts),
                         [&](const Conflict& conflict) { return is_of_it(conflict.pieces[0]); });
    is_possible = leaves_repairs(more, conflicts, aside);
  }
  is_possible = is_possible && narrowing_.add(more, aside, solution_.days);
  if (!is_possible) narrowing_.undo(0, solution_.days);
  narrowing_.keep();
  return is_possible;
}

// Then repair() finds the same conflicts again: a smallest part of what contradicts itself that
// prefers earlier pieces has no use for new ones, and no repair fails that did not.
bool GrowingSolution::leaves_repairs(std::span<const std::uint32_t> pieces,
                                     const std::vector<Conflict>& conflicts, const Pieces& aside) {
  const std::set<Pieces> best = best_repairs(problem_, conflicts);
  if (best.empty() || best.size() > kMostRepairs) return false;
  std::set<std::uint32_t> of_any;
  for (const Pieces& one : best) of_any.insert(one.begin(), one.end());
  if (!std::ranges::equal(of_any, aside)) return false;
  if (best.size() == 1) return true;
  const std::size_t n_changes = narrowing_.n_changes();
  return std::ranges::all_of(best, [&](const Pieces& out) {
    Pieces kept;
    std::ranges::set_difference(aside, out, std::back_inserter(kept));
    const bool is_possible =
        narrowing_.add(kept, out, solution_.days) && narrowing_.add(pieces, out, solution_.days);
    narrowing_.undo(n_changes, solution_.days);
    return is_possible;
  });
}

void GrowingSolution::solve_anew(std::span<const std::uint32_t> pieces) {
  const auto is_of_it = [&](std::uint32_t p) { return std::ranges::binary_search(pieces, p); };
  Pieces& aside = solution_.left_aside;
  std::vector<Conflict>& conflicts = solution_.conflicts;
  const bool was_aside = std::ranges::any_of(
      pieces, [&](std::uint32_t p) { return std::ranges::binary_search(aside, p); });
  std::erase_if(solution_.unsure, is_of_it);
  if (was_aside) {
    std::erase_if(aside, is_of_it);
    std::erase_if(conflicts,
                  [&](const Conflict& conflict) { return is_of_it(conflict.pieces[0]); });
  }
  const auto n_aside = static_cast<std::ptrdiff_t>(aside.size());
  const auto n_conflicts = static_cast<std::ptrdiff_t>(conflicts.size());
  solve_component(problem_, pieces, sub_, solution_);
  std::sort(aside.begin() + n_aside, aside.end());
  std::inplace_merge(aside.begin(), aside.begin() + n_aside, aside.end());
  const auto earlier = [](const Conflict& a, const Conflict& b) { return a.pieces < b.pieces; };
  std::sort(solution_.unsure.begin(), solution_.unsure.end());
  std::sort(conflicts.begin() + n_conflicts, conflicts.end(), earlier);
  std::inplace_merge(conflicts.begin(), conflicts.begin() + n_conflicts, conflicts.end(), earlier);
}

}  // namespace fabula::solver
