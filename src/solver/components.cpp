#include "solver/components.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fabula::solver {

std::vector<Var> days_of(const Problem& problem, std::span<const std::uint32_t> pieces) {
  std::vector<Var> days;
  for (const std::uint32_t p : pieces) for_each_day(problem, p, [&](Var x) { days.push_back(x); });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

Components::Components(const Problem& problem) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<Var> root(problem.n_days());
  std::iota(root.begin(), root.end(), Var{0});
  const auto root_of = [&](Var x) {
    while (root[x] != x) x = root[x] = root[root[x]];
    return x;
  };
  const auto is_open = [&](Var x) { return problem.given()[x].lo != problem.given()[x].hi; };
  const auto n_pieces = static_cast<std::uint32_t>(problem.n_evidence());
  std::vector<std::uint32_t> place(n_pieces, kNone);  // one of its days, open when any is; then
                                                      // its component
  for (std::uint32_t p = 0; p < n_pieces; ++p) {
    Var& own = place[p];
    for_each_day(problem, p, [&](Var x) {
      if (own == kNone || (!is_open(own) && is_open(x))) own = x;
      if (is_open(own) && is_open(x)) root[root_of(x)] = root_of(own);
    });
  }
  std::vector<std::uint32_t> component_of(problem.n_days(), kNone);  // of a root
  for (std::uint32_t& of_piece : place) {
    if (of_piece == kNone) continue;
    std::uint32_t by_itself = kNone;
    std::uint32_t& component = is_open(of_piece) ? component_of[root_of(of_piece)] : by_itself;
    if (component == kNone) {
      component = static_cast<std::uint32_t>(ends_.size());
      ends_.push_back(0);
    }
    of_piece = component;
    ++ends_[component];
  }
  // From sizes to where each begins; filling moves that on to where it ends.
  std::uint32_t n = 0;
  for (std::uint32_t& end : ends_) n += std::exchange(end, n);
  pieces_.resize(n);
  for (std::uint32_t p = 0; p < n_pieces; ++p)
    if (place[p] != kNone) pieces_[ends_[place[p]]++] = p;
}

}  // namespace fabula::solver
