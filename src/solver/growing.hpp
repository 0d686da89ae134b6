// A solution that follows its problem: one more article costs only what it changes.
//
//   GrowingSolution growing(problem);                as solve(problem)
//   const Var day = problem.add_day();
//   problem.add({.all = {age(born, day, 35)}});
//   growing.update();
//   growing.solution().days[day]                     as solve(problem) has it now
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "solver/growing_components.hpp"
#include "solver/narrowing.hpp"
#include "solver/solve.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

// The problem must outlive it. Memory: some 40 bytes for each piece of evidence and four
// for each day beside the solution.
class GrowingSolution {
 public:
  // Cost: of solve().
  explicit GrowingSolution(const Problem& problem);

  // Follows the days and the evidence added since the last time. Returns the number of pieces that
  // had to be solved anew.
  //
  //   a component that solve() searches      is solved anew
  //   a larger one, propagated only          new pieces narrow the days they reach; where they
  //                                          contradict what is there, or may bring back what was
  //                                          left aside, it is solved anew
  //
  // The same as solve() but where that gives up: days that push each other on for very long and
  // come to rest at last, which it may take for a contradiction (Network::kMostVisits), and a
  // repair for which kMostTests were just enough before the new pieces came.
  //
  // cost  an article in a pile of a million without contradictions (bench/solver_bench, busy
  //       machine): half within 20 microseconds, 99 % within 100; of those that touch the largest
  //       component (300,000 constraints) half within 45, 99 % within 185, the longest 8
  //       milliseconds. A component that is solved anew costs as much as in solve(), with its
  //       repair: that is so of every article in one in which more than kMostConflicts
  //       contradictions were found.
  std::size_t update();

  [[nodiscard]] const Solution& solution() const { return solution_; }

 private:
  // Takes in a piece of a component that is propagated only. False, and nothing changed, when that
  // has to be solved anew.
  //
  // touched  the components that the piece joins, by their roots
  [[nodiscard]] bool narrow_by(std::uint32_t piece, std::span<const Var> touched);
  // Do the pieces, too, contradict none of the best repairs, of which there are few?
  [[nodiscard]] bool leaves_repairs(std::span<const std::uint32_t> pieces,
                                    const std::vector<Conflict>& conflicts,
                                    const std::vector<std::uint32_t>& aside);
  [[nodiscard]] bool hang_together(std::uint32_t a, std::uint32_t b);
  void solve_anew(std::span<const std::uint32_t> pieces);

  const Problem& problem_;
  Subproblem sub_;
  Solution solution_;
  GrowingComponents components_;
  Narrowing narrowing_;
};

}  // namespace fabula::solver
