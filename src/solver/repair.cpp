#include "solver/repair.hpp"

#include <algorithm>
#include <set>

#include "solver/minimise.hpp"

namespace fabula::solver {
namespace {

using Pieces = std::vector<std::uint32_t>;

Pieces without(const Pieces& pieces, const Pieces& out) {
  Pieces left;
  std::ranges::set_difference(pieces, out, std::back_inserter(left));
  return left;
}

// All sets of pieces of the least weight that share a piece with every conflict.
class HittingSets {
 public:
  HittingSets(const Problem& problem, const std::vector<Conflict>& conflicts)
      : problem_(problem), conflicts_(conflicts) {}

  std::set<Pieces> find() {
    extend({}, 0);
    return best_;
  }

 private:
  void extend(const Pieces& chosen, std::uint64_t weight) {
    if (weight > best_weight_) return;
    const auto missed = std::ranges::find_if(conflicts_, [&](const Conflict& conflict) {
      return std::ranges::none_of(conflict.pieces,
                                  [&](auto p) { return std::ranges::binary_search(chosen, p); });
    });
    if (missed == conflicts_.end()) {
      if (weight < best_weight_) best_.clear();
      best_weight_ = weight;
      best_.insert(chosen);
      return;
    }
    for (const std::uint32_t p : missed->pieces) {
      Pieces more = chosen;
      more.insert(std::ranges::lower_bound(more, p), p);
      extend(more, weight + problem_.pieces()[p].weight);
    }
  }

  const Problem& problem_;
  const std::vector<Conflict>& conflicts_;
  std::set<Pieces> best_;
  std::uint64_t best_weight_ = UINT64_MAX;
};

// Leaves aside the lightest pieces of each conflict, until there is none.
void repair_roughly(const Problem& problem, Subproblem& sub, Repair& out) {
  for (const Conflict& conflict : out.conflicts) {
    std::uint32_t least = UINT32_MAX;
    for (const auto p : conflict.pieces) least = std::min(least, problem.pieces()[p].weight);
    for (const auto p : conflict.pieces)
      if (problem.pieces()[p].weight == least) out.left_aside.push_back(p);
  }
  std::sort(out.left_aside.begin(), out.left_aside.end());
  out.left_aside.erase(std::unique(out.left_aside.begin(), out.left_aside.end()),
                       out.left_aside.end());
  out.kept = without(out.kept, out.left_aside);
  // What still contradicts is cut at the weight from which on it does.
  Pieces by_weight = out.kept;
  std::ranges::stable_sort(by_weight, std::ranges::greater{},
                           [&](auto p) { return problem.pieces()[p].weight; });
  if (sub.is_possible(out.kept)) return;
  Pieces kept;
  for (std::size_t i = 0; i < by_weight.size();) {
    std::size_t end = i;
    Pieces more = kept;
    const std::uint32_t weight = problem.pieces()[by_weight[i]].weight;
    while (end < by_weight.size() && problem.pieces()[by_weight[end]].weight == weight)
      more.push_back(by_weight[end++]);
    std::sort(more.begin(), more.end());
    if (sub.is_possible(more)) kept = more;
    i = end;
  }
  const Pieces more_left = without(out.kept, kept);
  out.left_aside.insert(out.left_aside.end(), more_left.begin(), more_left.end());
  std::sort(out.left_aside.begin(), out.left_aside.end());
  out.kept = kept;
}

}  // namespace

std::vector<std::uint32_t> find_conflict(Subproblem& sub,
                                         const std::vector<std::uint32_t>& pieces) {
  Pieces found = minimise(pieces, [&](std::span<const std::uint32_t> part) {
    Pieces sorted(part.begin(), part.end());
    std::sort(sorted.begin(), sorted.end());
    return !sub.is_possible(sorted);
  });
  std::sort(found.begin(), found.end());
  return found;
}

Repair repair(const Problem& problem, Subproblem& sub, const std::vector<std::uint32_t>& pieces) {
  Repair out;
  out.kept = pieces;
  out.conflicts.push_back({find_conflict(sub, pieces)});
  while (true) {
    const std::set<Pieces> best = HittingSets(problem, out.conflicts).find();
    const auto failing = std::ranges::find_if(best, [&](const Pieces& out_of_it) {
      return !sub.is_possible(without(pieces, out_of_it));
    });
    if (failing != best.end()) {
      if (out.conflicts.size() == kMostConflicts) {
        repair_roughly(problem, sub, out);
        return out;
      }
      out.conflicts.push_back({find_conflict(sub, without(pieces, *failing))});
      continue;
    }
    for (const Pieces& one : best)
      out.left_aside.insert(out.left_aside.end(), one.begin(), one.end());
    std::sort(out.left_aside.begin(), out.left_aside.end());
    out.left_aside.erase(std::unique(out.left_aside.begin(), out.left_aside.end()),
                         out.left_aside.end());
    out.kept = without(pieces, out.left_aside);
    return out;
  }
}

}  // namespace fabula::solver
