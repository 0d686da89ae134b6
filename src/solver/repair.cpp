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

// Whether pieces can all hold, so often and no more; a test that takes far longer than others
// counts for several.
class Tests {
 public:
  Tests(Subproblem& sub, std::uint64_t n) : sub_(sub), n_left_(n) {}

  // False, too, when there was a test too many.
  [[nodiscard]] bool is_possible(const Pieces& pieces) {
    if (n_left_ == 0) return false;
    const bool is_possible = sub_.is_possible(pieces);
    gave_up_ = gave_up_ || sub_.gave_up();
    const std::uint64_t usual = 10'000 + 64 * pieces.size();
    n_left_ -= std::min<std::uint64_t>(n_left_, 1 + sub_.n_visits() / usual);
    return is_possible;
  }
  [[nodiscard]] bool are_used_up() const { return n_left_ == 0; }
  // Was any of them given up?
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  // A smallest part of `pieces` that cannot all hold. Earlier ones are kept out of it where they
  // can. Any part, when the tests are used up on the way.
  [[nodiscard]] Pieces find_conflict(const Pieces& pieces) {
    Pieces found = minimise(pieces, [&](std::span<const std::uint32_t> part) {
      Pieces sorted(part.begin(), part.end());
      std::sort(sorted.begin(), sorted.end());
      return !is_possible(sorted);
    });
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  Subproblem& sub_;
  std::uint64_t n_left_;
  bool gave_up_ = false;
};

// All sets of pieces of the least weight that share a piece with every conflict.
class HittingSets {
 public:
  HittingSets(const Problem& problem, const std::vector<Conflict>& conflicts)
      : problem_(problem), conflicts_(conflicts) {}

  // None when there are too many to look at.
  std::set<Pieces> find() {
    extend({}, 0);
    return n_steps_ > kMostSteps ? std::set<Pieces>{} : best_;
  }

 private:
  static constexpr int kMostSteps = 200'000;

  void extend(const Pieces& chosen, std::uint64_t weight) {
    if (weight > best_weight_ || ++n_steps_ > kMostSteps) return;
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
  int n_steps_ = 0;
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

std::set<std::vector<std::uint32_t>> best_repairs(const Problem& problem,
                                                  const std::vector<Conflict>& conflicts) {
  return HittingSets(problem, conflicts).find();
}

Repair repair(const Problem& problem, Subproblem& sub, const std::vector<std::uint32_t>& pieces) {
  Repair out;
  out.kept = pieces;
  Tests tests(sub, kMostTests);
  Pieces contradicting = pieces;
  while (out.conflicts.size() < kMostConflicts) {
    Pieces conflict = tests.find_conflict(contradicting);
    if (tests.are_used_up()) break;
    out.conflicts.push_back({std::move(conflict)});
    const std::set<Pieces> best = best_repairs(problem, out.conflicts);
    if (best.empty()) break;
    const auto failing = std::ranges::find_if(best, [&](const Pieces& out_of_it) {
      return !tests.is_possible(without(pieces, out_of_it));
    });
    if (tests.are_used_up()) break;
    if (failing != best.end()) {
      contradicting = without(pieces, *failing);
      continue;
    }
    for (const Pieces& one : best)
      out.left_aside.insert(out.left_aside.end(), one.begin(), one.end());
    std::sort(out.left_aside.begin(), out.left_aside.end());
    out.left_aside.erase(std::unique(out.left_aside.begin(), out.left_aside.end()),
                         out.left_aside.end());
    out.kept = without(pieces, out.left_aside);
    out.is_sure = !tests.gave_up();
    return out;
  }
  out.is_sure = false;
  repair_roughly(problem, sub, out);
  return out;
}

}  // namespace fabula::solver
