// Days that have been propagated, narrowed by more evidence: what propagating all of it leaves, at
// the cost of what changes.
//
// Propagation only takes days away, and what is left does not depend on the order (network.hpp): so
// it may go on from where it ended.
//
//   if (!narrowing.add(pieces, aside, days)) narrowing.undo(0, days);
//   narrowing.keep();
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "solver/day_domain.hpp"
#include "solver/growing_components.hpp"
#include "solver/problem.hpp"

namespace fabula::solver {

// The problem and the components must outlive it. Memory: a bit for each piece, and what can be
// undone.
class Narrowing {
 public:
  Narrowing(const Problem& problem, const GrowingComponents& components)
      : problem_(problem), components_(components) {}

  // Takes out of `days` (of the problem, by number) what the pieces exclude, and what follows by
  // way of others that have been taken in, but for those left aside. False when that contradicts
  // itself or takes more than kMostVisits; what is left of the days means nothing then.
  //
  // aside  sorted
  [[nodiscard]] bool add(std::span<const std::uint32_t> pieces,
                         std::span<const std::uint32_t> aside, std::vector<DayDomain>& days);
  static constexpr std::uint64_t kMostVisits = 8192;

  // Puts in again all that was given of a day.
  void widen(Var day, std::vector<DayDomain>& days);

  // What can be undone, as a number: undo() goes back to where that was so.
  [[nodiscard]] std::size_t n_changes() const { return changes_.size(); }
  void undo(std::size_t n_changes, std::vector<DayDomain>& days);
  void keep() { changes_.clear(); }

 private:
  void enqueue(std::uint32_t piece);
  [[nodiscard]] bool propagate(std::span<const std::uint32_t> aside, std::vector<DayDomain>& days);
  // Applies a piece; tells which days it changed in `changes_`. False when one has nothing left.
  [[nodiscard]] bool visit(std::uint32_t piece, std::vector<DayDomain>& days);
  [[nodiscard]] bool visit_either(std::uint32_t piece, std::vector<DayDomain>& days);
  // Is there a day of the calendar for each that a piece speaks of?
  [[nodiscard]] bool is_in_calendar(std::uint32_t piece, std::span<const std::uint32_t> aside,
                                    const std::vector<DayDomain>& days) const;

  struct Change {
    Var day;
    DayDomain before;
  };

  const Problem& problem_;
  const GrowingComponents& components_;
  std::vector<Change> changes_;
  std::vector<std::uint32_t> queue_;  // of pieces; empty between calls
  std::vector<bool> is_queued_;       // by piece
};

}  // namespace fabula::solver
