// Some of the evidence of a problem, with the days it speaks of, numbered anew.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "solver/network.hpp"
#include "solver/problem.hpp"

namespace fabula::solver {

class Subproblem {
 public:
  // days  sorted; all that the pieces given below speak of
  Subproblem(const Problem& problem, std::vector<Var> days);

  [[nodiscard]] std::span<const Var> days() const { return days_; }

  // What the pieces leave of each of days(), as exactly as it can be told; nothing when they
  // contradict each other.
  //
  // The ends of each domain are days that some choice of all other days goes with; in problems of
  // many days, and where the search for such a choice takes too long, they may be too wide, never
  // too narrow.
  //
  // cost  of propagation; and a search for each end where that is not exact by itself
  [[nodiscard]] std::optional<std::vector<DayDomain>> solve(
      std::span<const std::uint32_t> pieces) const;

  // Can all the pieces hold? Cost: as solve.
  [[nodiscard]] bool is_possible(std::span<const std::uint32_t> pieces) const;

 private:
  [[nodiscard]] Network network_of(std::span<const std::uint32_t> pieces) const;
  [[nodiscard]] Constraint renumbered(Constraint c) const;
  [[nodiscard]] bool is_exact_by_propagation(std::span<const std::uint32_t> pieces,
                                             const Network& network) const;

  const Problem& problem_;
  std::vector<Var> days_;
};

}  // namespace fabula::solver
