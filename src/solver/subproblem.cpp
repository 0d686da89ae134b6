#include "solver/subproblem.hpp"

#include <algorithm>
#include <numeric>

#include "solver/components.hpp"
#include "solver/search.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

constexpr int kMostTries = 2000;  // for each end

}  // namespace

// The pieces of a component lie far apart in a large problem: fetching them ahead took a quarter
// off the time of solve() for a million articles.
void Subproblem::take(std::span<const std::uint32_t> pieces) {
  constexpr std::size_t kAhead = 4;
  days_.clear();
  place_.resize(problem_.n_days());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i + 2 * kAhead < pieces.size())
      __builtin_prefetch(&problem_.pieces()[pieces[i + 2 * kAhead]]);
    if (i + kAhead < pieces.size())
      __builtin_prefetch(problem_.constraints().data() +
                         problem_.pieces()[pieces[i + kAhead]].begin);
    for_each_day(problem_, pieces[i], [&](Var x) {
      if (has(x)) return;
      place_[x] = static_cast<Var>(days_.size());
      days_.push_back(x);
    });
  }
}

Constraint Subproblem::renumbered(Constraint c) const {
  c.y = is_of_two_days(c) ? place_[c.y] : place_[c.x];
  c.x = place_[c.x];
  return c;
}

bool Subproblem::propagate(std::span<const std::uint32_t> pieces) {
  network_.clear();
  for (const Var x : days_) {
    const Problem::Given given = problem_.given()[x];
    network_.add_day(given.lo, given.hi);
  }
  const auto constraints = problem_.constraints();
  for (const std::uint32_t p : pieces) {
    const Problem::Piece& piece = problem_.pieces()[p];
    for (std::uint32_t c = piece.begin; c < piece.end; ++c)
      network_.add(renumbered(constraints[c]));
    if (piece.first_alternative == piece.end_alternative) continue;
    std::vector<std::vector<Constraint>> lists = problem_.either_of(p);
    for (std::vector<Constraint>& list : lists)
      for (Constraint& c : list) c = renumbered(c);
    network_.add_either(std::move(lists));
  }
  return network_.propagate();
}

std::vector<Var> Subproblem::in_order() const {
  std::vector<Var> places(days_.size());
  std::iota(places.begin(), places.end(), Var{0});
  std::ranges::sort(places, {}, [&](Var i) { return days_[i]; });
  return places;
}

bool Subproblem::solve(std::span<const std::uint32_t> pieces) {
  if (!propagate(pieces)) return false;
  if (days_.size() > kMostSearched) return true;
  if (network_.is_choice(End::kEarliest) && network_.is_choice(End::kLatest)) return true;
  return make_ends_exact(network_, in_order(), kMostTries);
}

bool Subproblem::is_possible(std::span<const std::uint32_t> pieces) {
  if (!propagate(pieces)) return false;
  if (days_.size() > kMostSearched) return true;
  if (network_.is_choice(End::kEarliest) || network_.is_choice(End::kLatest)) return true;
  return may_have_choice(network_, in_order(), kMostTries);
}

DayDomain Subproblem::domain_of(Var day) const {
  if (has(day)) return network_.domain(place_[day]);
  return {problem_.given()[day].lo, problem_.given()[day].hi};
}

}  // namespace fabula::solver
