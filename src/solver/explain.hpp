// Why a day is not earlier, or not later, than the solver says: the evidence it takes, and no more.
#pragma once

#include <cstdint>
#include <vector>

#include "solver/solve.hpp"
#include "solver/subproblem.hpp"

namespace fabula::solver {

struct Explanation {
  std::vector<std::uint32_t> pieces;  // sorted
  DayNumber bound = 0;                // what they prove by themselves
};

// Not for use by several threads at once.
class Explainer {
 public:
  // Both must outlive it. Cost: linear in the evidence.
  Explainer(const Problem& problem, const Solution& solution);

  // A smallest set of pieces that proves the end by itself: without any one of them the bound is
  // weaker. When that takes more than `most_pieces`, the strongest bound found that takes no more.
  // No piece, and the day as it was given, when there is nothing to explain.
  //
  // cost  some ten solutions of the part of the problem around the day
  [[nodiscard]] Explanation explain(Var day, End end, std::size_t most_pieces) const;

  // What these pieces alone say of the day.
  [[nodiscard]] DayDomain replay(Var day, const std::vector<std::uint32_t>& pieces) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> pieces_around(Var day, int n_steps) const;

  const Problem& problem_;
  const Solution& solution_;
  mutable Subproblem sub_;
  std::vector<std::vector<std::uint32_t>> pieces_of_day_;  // that count; sorted
};

}  // namespace fabula::solver
