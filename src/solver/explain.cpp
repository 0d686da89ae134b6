#include "solver/explain.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "solver/components.hpp"
#include "solver/minimise.hpp"

namespace fabula::solver {
namespace {

using Pieces = std::vector<std::uint32_t>;

// Is `a` at least as strong a bound as `b`?
bool is_as_strong(DayNumber a, DayNumber b, End end) {
  return end == End::kEarliest ? a >= b : a <= b;
}

Pieces without(const Pieces& pieces, std::uint32_t piece) {
  Pieces left;
  std::ranges::copy_if(pieces, std::back_inserter(left), [&](auto p) { return p != piece; });
  return left;
}

}  // namespace

Explainer::Explainer(const Problem& problem, const Solution& solution)
    : problem_(problem), solution_(solution), sub_(problem), pieces_of_day_(problem.n_days()) {
  for (std::uint32_t p = 0; p < problem.n_evidence(); ++p) {
    if (std::ranges::binary_search(solution.left_aside, p)) continue;
    for_each_day(problem, p, [&](Var x) {
      Pieces& of_day = pieces_of_day_[x];
      if (of_day.empty() || of_day.back() != p) of_day.push_back(p);
    });
  }
}

// Those that `n_steps` pieces in a row lead to; not by way of a day that is given. Near ones first,
// among them those that weigh more.
std::vector<std::uint32_t> Explainer::pieces_around(Var day, int n_steps) const {
  Pieces out;
  std::set<std::uint32_t> seen;
  std::set<Var> seen_days = {day};
  std::vector<Var> front = {day};
  for (int step = 0; step < n_steps && !front.empty(); ++step) {
    Pieces fresh;
    for (const Var x : front)
      for (const auto p : pieces_of_day_[x])
        if (seen.insert(p).second) fresh.push_back(p);
    std::sort(fresh.begin(), fresh.end());
    std::ranges::stable_sort(fresh, std::ranges::greater{},
                             [&](auto p) { return problem_.pieces()[p].weight; });
    out.insert(out.end(), fresh.begin(), fresh.end());
    front.clear();
    for (const Var x : days_of(problem_, fresh)) {
      const Problem::Given given = problem_.given()[x];
      if (given.lo != given.hi && seen_days.insert(x).second) front.push_back(x);
    }
  }
  return out;
}

DayDomain Explainer::replay(Var day, const std::vector<std::uint32_t>& pieces) const {
  Pieces sorted = pieces;
  std::sort(sorted.begin(), sorted.end());
  sub_.take(sorted);
  const Problem::Given given = problem_.given()[day];
  return sub_.solve(sorted) ? sub_.domain_of(day) : DayDomain(given.lo, given.hi);
}

Explanation Explainer::explain(Var day, End end, std::size_t most_pieces) const {
  const DayNumber bound = solution_.days[day].end(end);
  const Problem::Given given = problem_.given()[day];
  if (bound == (end == End::kEarliest ? given.lo : given.hi)) return {{}, bound};
  const auto proves = [&](std::span<const std::uint32_t> part) {
    return is_as_strong(replay(day, Pieces(part.begin(), part.end())).end(end), bound, end);
  };
  Pieces around;
  std::size_t n_before = 0;
  for (int n_steps = 1;; n_steps *= 2) {
    around = pieces_around(day, n_steps);
    if (around.size() == n_before || proves(around)) break;
    n_before = around.size();
  }
  Explanation out{around, bound};
  if (proves(around)) {
    out.pieces = minimise(around, proves);
  } else {
    out.bound = replay(day, around).end(end);
  }
  while (out.pieces.size() > most_pieces) {
    Pieces best;
    std::optional<DayNumber> best_bound;
    for (const auto p : out.pieces) {
      Pieces fewer = without(out.pieces, p);
      const DayNumber weaker = replay(day, fewer).end(end);
      if (best_bound && is_as_strong(*best_bound, weaker, end)) continue;
      best_bound = weaker;
      best = std::move(fewer);
    }
    out.bound = *best_bound;
    const auto still_proves = [&](std::span<const std::uint32_t> part) {
      return is_as_strong(replay(day, Pieces(part.begin(), part.end())).end(end), out.bound, end);
    };
    out.pieces = minimise(best, still_proves);
  }
  std::sort(out.pieces.begin(), out.pieces.end());
  return out;
}

}  // namespace fabula::solver
