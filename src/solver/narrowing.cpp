#include "solver/narrowing.hpp"

#include <algorithm>

#include "solver/network.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {

void Narrowing::widen(Var day, std::vector<DayDomain>& days) {
  const Problem::Given given = problem_.given()[day];
  changes_.push_back({day, std::exchange(days[day], DayDomain(given.lo, given.hi))});
}

void Narrowing::undo(std::size_t n_changes, std::vector<DayDomain>& days) {
  for (; changes_.size() > n_changes; changes_.pop_back())
    days[changes_.back().day] = std::move(changes_.back().before);
}

bool Narrowing::add(std::span<const std::uint32_t> pieces, std::span<const std::uint32_t> aside,
                    std::vector<DayDomain>& days) {
  is_queued_.resize(problem_.n_evidence());
  for (const std::uint32_t p : pieces) enqueue(p);
  const bool is_possible = propagate(aside, days);
  for (const std::uint32_t p : queue_) is_queued_[p] = false;
  queue_.clear();
  return is_possible && std::ranges::all_of(pieces, [&](std::uint32_t p) {
           return is_in_calendar(p, aside, days);
         });
}

void Narrowing::enqueue(std::uint32_t piece) {
  if (is_queued_[piece]) return;
  is_queued_[piece] = true;
  queue_.push_back(piece);
}

bool Narrowing::propagate(std::span<const std::uint32_t> aside, std::vector<DayDomain>& days) {
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    if (i == kMostVisits) return false;
    const std::uint32_t piece = queue_[i];
    is_queued_[piece] = false;
    const std::size_t n_before = changes_.size();
    if (!visit(piece, days)) return false;
    for (std::size_t change = n_before; change < changes_.size(); ++change)
      components_.for_each_piece_of(changes_[change].day, [&](std::uint32_t p) {
        if (!std::ranges::binary_search(aside, p)) enqueue(p);
      });
  }
  return true;
}

bool Narrowing::visit(std::uint32_t piece, std::vector<DayDomain>& days) {
  const Problem::Piece& p = problem_.pieces()[piece];
  for (const Constraint& c : problem_.constraints().subspan(p.begin, p.end - p.begin)) {
    const Var of_y = is_of_two_days(c) ? c.y : c.x;
    DayDomain& x = days[c.x];
    DayDomain& y = days[of_y];
    DayDomain x_before = x;
    DayDomain y_before = y;
    const Lost lost = apply(c, x, y);
    if (lost.x) changes_.push_back({c.x, std::move(x_before)});
    if (lost.y) changes_.push_back({of_y, std::move(y_before)});
    if (x.is_empty() || y.is_empty()) return false;
  }
  return p.first_alternative == p.end_alternative || visit_either(piece, days);
}

bool Narrowing::visit_either(std::uint32_t piece, std::vector<DayDomain>& days) {
  const Either either(problem_.either_of(piece));
  std::vector<DayDomain> left;
  for (const Var x : either.days) left.push_back(days[x]);
  if (!apply_either(either, left)) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    DayDomain& now = days[either.days[i]];
    if (left[i] != now)
      changes_.push_back({either.days[i], std::exchange(now, std::move(left[i]))});
  }
  return true;
}

// Narrow days show it by themselves.
bool Narrowing::is_in_calendar(std::uint32_t piece, std::span<const std::uint32_t> aside,
                               const std::vector<DayDomain>& days) const {
  const auto constraints_of = [&](std::uint32_t p) {
    const Problem::Piece& of_it = problem_.pieces()[p];
    return problem_.constraints().subspan(of_it.begin, of_it.end - of_it.begin);
  };
  return std::ranges::all_of(constraints_of(piece), [&](const Constraint& c) {
    if (is_of_two_days(c) || days[c.x].is_narrow()) return true;
    CalendarDays calendar;
    bool is_possible = true;
    components_.for_each_piece_of(c.x, [&](std::uint32_t p) {
      if (std::ranges::binary_search(aside, p)) return;
      for (const Constraint& other : constraints_of(p))
        if (!is_of_two_days(other) && other.x == c.x)
          is_possible = calendar.narrow(other) && is_possible;
    });
    return is_possible;
  });
}

}  // namespace fabula::solver
