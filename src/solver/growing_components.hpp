// Components of a problem that grows (components.hpp): any of them can be asked for, and those that
// a new piece joins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "solver/problem.hpp"

namespace fabula::solver {

// The problem must outlive it. Memory: some 16 bytes for each day that a piece speaks of, and four
// for each day.
class GrowingComponents {
 public:
  explicit GrowingComponents(const Problem& problem) : problem_(problem) {}

  [[nodiscard]] std::uint32_t n_taken_in() const { return n_taken_in_; }
  // Takes in the next piece, and all days. Cost: near O(1).
  void take_in_next();

  // What names the component of an open day, until that is joined to others: one of its days.
  [[nodiscard]] Var root_of(Var day);
  // The same for a piece; none when it speaks of given days only, and is a component by itself.
  [[nodiscard]] std::optional<Var> root_of_piece(std::uint32_t piece);
  // The components that the next piece speaks of, by their roots, each once.
  [[nodiscard]] std::vector<Var> touched_by_next();

  // The pieces of a component, sorted; none when they speak of more than `most_days`, given ones
  // counted. Cost: linear in the pieces, up to where that is clear.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> component_of(
      std::uint32_t piece, std::size_t most_days = SIZE_MAX);
  // Of the pieces taken in before `piece`: what a day of theirs hangs together with.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> component_before(std::uint32_t piece,
                                                                           Var day,
                                                                           std::size_t most_days);

  // Every piece that speaks of the day, once.
  template <class Visit>
  void for_each_piece_of(Var day, const Visit& visit) const {
    for (std::uint32_t at = head_[day]; at != kNone; at = links_[at].next) visit(links_[at].piece);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  // The pieces that speak of a day, as a list: the last one taken in first.
  struct Link {
    std::uint32_t piece;
    std::uint32_t next;
  };

  [[nodiscard]] bool is_open(Var x) const {
    return problem_.given()[x].lo != problem_.given()[x].hi;
  }
  void take_in_days();
  // What hangs together with the days, and `pieces`, which lead to no others.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> all_around(
      std::vector<std::uint32_t> pieces, const std::vector<Var>& start, std::size_t most_days);

  const Problem& problem_;
  std::vector<Var> root_;            // by day: the next one on the way to the root
  std::vector<std::uint32_t> head_;  // by day: index into links_
  std::vector<Link> links_;
  std::vector<bool> is_day_seen_;    // all false between calls
  std::vector<bool> is_piece_seen_;  // all false between calls
  std::uint32_t n_taken_in_ = 0;     // pieces
};

}  // namespace fabula::solver
