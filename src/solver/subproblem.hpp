// Some of the evidence of a problem, solved by itself.
//
//   Subproblem sub(problem);              once
//   sub.take(pieces);                     what it is about from now on
//   if (sub.solve(pieces)) ...            what they leave of each of its days
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "solver/network.hpp"
#include "solver/problem.hpp"

namespace fabula::solver {

// Problems of more days are propagated only, not searched.
inline constexpr std::size_t kMostSearched = 32;

// The problem must outlive it, and may grow. Memory: four bytes for each of its days, and of the
// largest part.
class Subproblem {
 public:
  explicit Subproblem(const Problem& problem) : problem_(problem) {}

  // pieces  all that are given to solve() and is_possible() until the next call
  // cost    linear in the pieces, whatever the size of the problem
  void take(std::span<const std::uint32_t> pieces);

  // The days that the pieces taken speak of.
  [[nodiscard]] std::span<const Var> days() const { return days_; }

  // What the pieces leave of each of days(), as exactly as it can be told: domains(). False when
  // they contradict each other.
  //
  // The ends of each domain are days that some choice of all other days goes with; in problems of
  // more than kMostSearched days, and where the search for such a choice takes too long, they may
  // be too wide, never too narrow.
  //
  // cost  of propagation; and a search for each end where that is not exact by itself
  [[nodiscard]] bool solve(std::span<const std::uint32_t> pieces);
  // In the order of days().
  [[nodiscard]] std::span<DayDomain> domains() { return network_.domains(); }
  // Of a day of the problem, which may be none of days(): then as it is given.
  [[nodiscard]] DayDomain domain_of(Var day) const;

  // Can all the pieces hold? Cost: of propagation, and where that is not exact by itself, mostly of
  // one search. domains() mean nothing then.
  [[nodiscard]] bool is_possible(std::span<const std::uint32_t> pieces);

  // What the last call cost, in visits of constraints.
  [[nodiscard]] std::uint64_t n_visits() const { return network_.n_visits(); }
  // Did it end a propagation that took too long, as if there was a contradiction?
  [[nodiscard]] bool gave_up() const { return network_.gave_up(); }

 private:
  [[nodiscard]] bool has(Var x) const {
    return x < place_.size() && place_[x] < days_.size() && days_[place_[x]] == x;
  }
  [[nodiscard]] Constraint renumbered(Constraint c) const;
  [[nodiscard]] bool propagate(std::span<const std::uint32_t> pieces);
  // The places of days() in the order of the problem.
  [[nodiscard]] std::vector<Var> in_order() const;

  const Problem& problem_;
  std::vector<Var> days_;
  std::vector<Var> place_;  // of a day of the problem in days_, where has() says so
  Network network_;
};

}  // namespace fabula::solver
