#include "solver/growing.hpp"

#include <algorithm>

#include "solver/components.hpp"

namespace fabula::solver {

GrowingSolution::GrowingSolution(const Problem& problem)
    : problem_(problem), sub_(problem), solution_(solve(problem)) {
  take_in();
}

void GrowingSolution::take_in() {
  head_.resize(problem_.n_days(), kNone);
  is_day_seen_.resize(problem_.n_days());
  is_piece_seen_.resize(problem_.n_evidence());
  for (; n_taken_in_ < problem_.n_evidence(); ++n_taken_in_) {
    for_each_day(problem_, n_taken_in_, [&](Var x) {
      if (head_[x] != kNone && links_[head_[x]].piece == n_taken_in_) return;
      links_.push_back({n_taken_in_, head_[x]});
      head_[x] = static_cast<std::uint32_t>(links_.size() - 1);
    });
  }
}

std::vector<std::uint32_t> GrowingSolution::component_of(std::uint32_t piece) {
  std::vector<std::uint32_t> found = {piece};
  std::vector<Var> days;
  is_piece_seen_[piece] = true;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for_each_day(problem_, found[i], [&](Var x) {
      if (is_day_seen_[x] || problem_.given()[x].lo == problem_.given()[x].hi) return;
      is_day_seen_[x] = true;
      days.push_back(x);
      for (std::uint32_t at = head_[x]; at != kNone; at = links_[at].next) {
        const std::uint32_t other = links_[at].piece;
        if (!is_piece_seen_[other]) found.push_back(other);
        is_piece_seen_[other] = true;
      }
    });
  }
  for (const std::uint32_t p : found) is_piece_seen_[p] = false;
  for (const Var x : days) is_day_seen_[x] = false;
  std::sort(found.begin(), found.end());
  return found;
}

void GrowingSolution::forget(const std::vector<std::uint32_t>& pieces) {
  const auto is_of_it = [&](std::uint32_t p) { return std::ranges::binary_search(pieces, p); };
  std::erase_if(solution_.left_aside, is_of_it);
  std::erase_if(solution_.conflicts,
                [&](const Conflict& conflict) { return is_of_it(conflict.pieces.front()); });
}

void GrowingSolution::update() {
  for (std::size_t x = solution_.days.size(); x < problem_.n_days(); ++x)
    solution_.days.emplace_back(problem_.given()[x].lo, problem_.given()[x].hi);
  const std::uint32_t first_new = n_taken_in_;
  take_in();
  std::vector<std::uint32_t> done;
  for (std::uint32_t p = first_new; p < n_taken_in_; ++p) {
    if (std::ranges::find(done, p) != done.end()) continue;
    const std::vector<std::uint32_t> pieces = component_of(p);
    done.insert(done.end(), std::ranges::lower_bound(pieces, first_new), pieces.end());
    forget(pieces);
    solve_component(problem_, pieces, sub_, solution_);
  }
  std::sort(solution_.left_aside.begin(), solution_.left_aside.end());
  std::ranges::sort(solution_.conflicts, {}, &Conflict::pieces);
}

}  // namespace fabula::solver
