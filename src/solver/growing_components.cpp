#include "solver/growing_components.hpp"

#include <algorithm>

#include "solver/components.hpp"

namespace fabula::solver {

void GrowingComponents::take_in_days() {
  for (auto x = static_cast<Var>(root_.size()); x < problem_.n_days(); ++x) root_.push_back(x);
  head_.resize(problem_.n_days(), kNone);
  is_day_seen_.resize(problem_.n_days());
  is_piece_seen_.resize(problem_.n_evidence());
}

void GrowingComponents::take_in_next() {
  take_in_days();
  const std::uint32_t piece = n_taken_in_++;
  std::optional<Var> open;
  for_each_day(problem_, piece, [&](Var x) {
    if (head_[x] != kNone && links_[head_[x]].piece == piece) return;
    links_.push_back({piece, head_[x]});
    head_[x] = static_cast<std::uint32_t>(links_.size() - 1);
    if (!is_open(x)) return;
    if (open) root_[root_of(x)] = root_of(*open);
    open = x;
  });
}

Var GrowingComponents::root_of(Var day) {
  while (root_[day] != day) day = root_[day] = root_[root_[day]];
  return day;
}

std::optional<Var> GrowingComponents::root_of_piece(std::uint32_t piece) {
  std::optional<Var> root;
  for_each_day(problem_, piece, [&](Var x) {
    if (!root && is_open(x)) root = root_of(x);
  });
  return root;
}

std::vector<Var> GrowingComponents::touched_by_next() {
  take_in_days();
  std::vector<Var> roots;
  for_each_day(problem_, n_taken_in_, [&](Var x) {
    if (is_open(x)) roots.push_back(root_of(x));
  });
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

std::optional<std::vector<std::uint32_t>> GrowingComponents::component_of(std::uint32_t piece,
                                                                          std::size_t most_days) {
  std::vector<Var> days;
  for_each_day(problem_, piece, [&](Var x) { days.push_back(x); });
  return all_around({piece}, days, most_days);
}

std::optional<std::vector<std::uint32_t>> GrowingComponents::component_before(
    std::uint32_t piece, Var day, std::size_t most_days) {
  auto found = all_around({piece}, {day}, most_days);
  if (found) std::erase(*found, piece);
  return found;
}

std::optional<std::vector<std::uint32_t>> GrowingComponents::all_around(
    std::vector<std::uint32_t> pieces, const std::vector<Var>& start, std::size_t most_days) {
  std::vector<Var> days;
  const auto take = [&](Var x) {
    if (!is_day_seen_[x]) days.push_back(x);
    is_day_seen_[x] = true;
  };
  for (const std::uint32_t p : pieces) is_piece_seen_[p] = true;
  for (const Var x : start) take(x);
  for (std::size_t i = 0; i < days.size() && days.size() <= most_days; ++i) {
    if (!is_open(days[i])) continue;
    for (std::uint32_t at = head_[days[i]]; at != kNone && days.size() <= most_days;
         at = links_[at].next) {
      const std::uint32_t p = links_[at].piece;
      if (is_piece_seen_[p]) continue;
      is_piece_seen_[p] = true;
      pieces.push_back(p);
      for_each_day(problem_, p, take);
    }
  }
  for (const std::uint32_t p : pieces) is_piece_seen_[p] = false;
  for (const Var x : days) is_day_seen_[x] = false;
  if (days.size() > most_days) return std::nullopt;
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

}  // namespace fabula::solver
