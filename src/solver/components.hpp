// Evidence that hangs together by the unknown days it speaks of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/problem.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {

// Every piece of a problem that speaks of a day is in one component. A day that is given (a single
// one) does not tie together what it touches: a piece that speaks of such days only is a component
// by itself.
//
// order  components by their first pieces; the pieces of each sorted
// cost   near linear in the evidence
class Components {
 public:
  explicit Components(const Problem& problem);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  // The pieces of a component.
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span(pieces_).subspan(begin, ends_[i] - begin);
  }

 private:
  std::vector<std::uint32_t> pieces_;  // of all components, one after the other
  std::vector<std::uint32_t> ends_;    // of each, in pieces_
};

// Every day that a piece speaks of, some several times.
template <class Visit>
void for_each_day(const Problem& problem, std::uint32_t piece, const Visit& visit) {
  const auto take = [&](std::uint32_t begin, std::uint32_t end) {
    for (const Constraint& c : problem.constraints().subspan(begin, end - begin)) {
      visit(c.x);
      if (is_of_two_days(c)) visit(c.y);
    }
  };
  const Problem::Piece& p = problem.pieces()[piece];
  take(p.begin, p.end);
  for (std::uint32_t a = p.first_alternative; a < p.end_alternative; ++a)
    take(problem.alternatives()[a].begin, problem.alternatives()[a].end);
}

// The days that these pieces speak of, sorted.
[[nodiscard]] std::vector<Var> days_of(const Problem& problem,
                                       std::span<const std::uint32_t> pieces);

}  // namespace fabula::solver
