// A solution that follows its problem: one more article costs only the part that it touches.
//
//   GrowingSolution growing(problem);                as solve(problem)
//   const Var day = problem.add_day();
//   problem.add({.all = {age(born, day, 35)}});
//   growing.update();
//   growing.solution().days[day]                     as solve(problem) has it now
#pragma once

#include <cstdint>
#include <vector>

#include "solver/solve.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

// The problem must outlive it. Memory: some 40 bytes for each piece of evidence beside the
// solution.
class GrowingSolution {
 public:
  // Cost: of solve().
  explicit GrowingSolution(const Problem& problem);

  // Solves anew what hangs together with the days and the evidence added since the last time.
  // Cost: near linear in that part of the evidence, and in what the whole solution leaves aside: 15
  // microseconds for an article of a story by itself, 30 to 190 milliseconds for one that touches
  // 300,000 constraints which hang together (bench/solver_bench).
  void update();

  [[nodiscard]] const Solution& solution() const { return solution_; }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  // The pieces that speak of a day, as a list.
  struct Link {
    std::uint32_t piece;
    std::uint32_t next;
  };

  void take_in();
  // The component of a piece, sorted.
  [[nodiscard]] std::vector<std::uint32_t> component_of(std::uint32_t piece);
  // Takes out of the solution what was left aside of these pieces.
  void forget(const std::vector<std::uint32_t>& pieces);

  const Problem& problem_;
  Subproblem sub_;
  Solution solution_;
  std::vector<std::uint32_t> head_;  // by day: index into links_
  std::vector<Link> links_;
  std::vector<bool> is_day_seen_;    // all false between calls
  std::vector<bool> is_piece_seen_;  // all false between calls
  std::uint32_t n_taken_in_ = 0;     // pieces
};

}  // namespace fabula::solver
