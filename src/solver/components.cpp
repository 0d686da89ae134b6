#include "solver/components.hpp"

#include <algorithm>
#include <numeric>

#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

// Every day that a piece speaks of, some several times.
template <class Visit>
void for_each_day(const Problem& problem, const Problem::Piece& piece, const Visit& visit) {
  const auto constraints = problem.constraints();
  const auto take = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      visit(constraints[i].x);
      if (is_of_two_days(constraints[i])) visit(constraints[i].y);
    }
  };
  take(piece.begin, piece.end);
  for (std::uint32_t a = piece.first_alternative; a < piece.end_alternative; ++a)
    take(problem.alternatives()[a].begin, problem.alternatives()[a].end);
}

}  // namespace

std::vector<Var> days_of(const Problem& problem, std::span<const std::uint32_t> pieces) {
  std::vector<Var> days;
  for (const std::uint32_t p : pieces)
    for_each_day(problem, problem.pieces()[p], [&](Var x) { days.push_back(x); });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<Component> find_components(const Problem& problem) {
  constexpr Var kNoDay = UINT32_MAX;
  std::vector<Var> root(problem.n_days());
  std::iota(root.begin(), root.end(), Var{0});
  const auto root_of = [&](Var x) {
    while (root[x] != x) x = root[x] = root[root[x]];
    return x;
  };
  const auto is_open = [&](Var x) { return problem.given()[x].lo != problem.given()[x].hi; };
  const auto pieces = problem.pieces();
  std::vector<Var> day_of_piece(pieces.size(), kNoDay);  // an open one, else any
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    Var& own = day_of_piece[p];
    for_each_day(problem, pieces[p], [&](Var x) {
      if (own == kNoDay || (!is_open(own) && is_open(x))) own = x;
      if (is_open(own) && is_open(x)) root[root_of(x)] = root_of(own);
    });
  }
  std::vector<std::uint32_t> component_of(problem.n_days(), UINT32_MAX);
  std::vector<Component> out;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    if (day_of_piece[p] == kNoDay) continue;
    std::uint32_t& c = component_of[root_of(day_of_piece[p])];
    if (c == UINT32_MAX) {
      c = static_cast<std::uint32_t>(out.size());
      out.emplace_back();
    }
    out[c].pieces.push_back(static_cast<std::uint32_t>(p));
  }
  for (Component& component : out) component.days = days_of(problem, component.pieces);
  return out;
}

}  // namespace fabula::solver
