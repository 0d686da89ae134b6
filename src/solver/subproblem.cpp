#include "solver/subproblem.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "solver/search.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

constexpr std::size_t kMostSearched = 32;  // days; larger problems are propagated only
constexpr int kMostTries = 2000;           // for each end

}  // namespace

Subproblem::Subproblem(const Problem& problem, std::vector<Var> days)
    : problem_(problem), days_(std::move(days)) {}

Constraint Subproblem::renumbered(Constraint c) const {
  const auto place_of = [&](Var x) {
    return static_cast<Var>(std::ranges::lower_bound(days_, x) - days_.begin());
  };
  c.x = place_of(c.x);
  c.y = is_of_two_days(c) ? place_of(c.y) : c.x;
  return c;
}

Network Subproblem::network_of(std::span<const std::uint32_t> pieces) const {
  Network network;
  for (const Var x : days_) {
    const Problem::Given given = problem_.given()[x];
    network.add_day(given.lo, given.hi);
  }
  const auto constraints = problem_.constraints();
  for (const std::uint32_t p : pieces) {
    const Problem::Piece& piece = problem_.pieces()[p];
    for (std::uint32_t c = piece.begin; c < piece.end; ++c) network.add(renumbered(constraints[c]));
    if (piece.first_alternative == piece.end_alternative) continue;
    std::vector<std::vector<Constraint>> lists;
    for (std::uint32_t a = piece.first_alternative; a < piece.end_alternative; ++a) {
      const Problem::Alternative alternative = problem_.alternatives()[a];
      std::vector<Constraint>& list = lists.emplace_back();
      for (std::uint32_t c = alternative.begin; c < alternative.end; ++c)
        list.push_back(renumbered(constraints[c]));
    }
    const std::vector<std::span<const Constraint>> spans(lists.begin(), lists.end());
    network.add_either(spans);
  }
  return network;
}

bool Subproblem::is_possible(std::span<const std::uint32_t> pieces) const {
  return solve(pieces).has_value();
}

std::optional<std::vector<DayDomain>> Subproblem::solve(
    std::span<const std::uint32_t> pieces) const {
  Network network = network_of(pieces);
  if (!network.propagate()) return std::nullopt;
  if (days_.size() <= kMostSearched && !is_exact_by_propagation(pieces, network) &&
      !make_ends_exact(network, kMostTries))
    return std::nullopt;
  return network.domains();
}

// Differences of days alone are exact; so is everything where no two ways lead from one day to
// another.
bool Subproblem::is_exact_by_propagation(std::span<const std::uint32_t> pieces,
                                         const Network& network) const {
  std::vector<Var> root(days_.size());
  std::iota(root.begin(), root.end(), Var{0});
  const auto root_of = [&](Var x) {
    while (root[x] != x) x = root[x] = root[root[x]];
    return x;
  };
  bool has_other_kinds = false;
  bool has_ring = false;
  for (const std::uint32_t p : pieces) {
    const Problem::Piece& piece = problem_.pieces()[p];
    if (piece.first_alternative != piece.end_alternative) return false;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const Constraint c = renumbered(problem_.constraints()[i]);
      has_other_kinds =
          has_other_kinds || (c.kind != ConstraintKind::kDays && c.kind != ConstraintKind::kWithin);
      if (!is_of_two_days(c)) continue;
      if (network.domain(c.x).is_single() || network.domain(c.y).is_single()) continue;
      const Var a = root_of(c.x);
      const Var b = root_of(c.y);
      has_ring = has_ring || a == b;
      root[a] = b;
    }
  }
  return !has_ring || !has_other_kinds;
}

}  // namespace fabula::solver
