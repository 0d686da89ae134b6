#include "reconcile/rooting.hpp"

#include <algorithm>
#include <bit>

#include "reconcile/arborescence.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::int64_t kTenthsPerBit = 30;
constexpr std::int64_t kMostTenths = 1'000'000;  // as certain as anything gets

// 2^40 · 2^(-sixteenths / 16), for sixteenths >= 0; 0 when it is too small to count.
std::uint64_t weight_of(std::int64_t sixteenths) {
  // 2^16 · 2^(-i / 16), rounded.
  constexpr std::uint64_t kRoots[16] = {65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393,
                                        46341, 44376, 42495, 40693, 38968, 37316, 35734, 34219};
  const std::int64_t whole = sixteenths / 16;
  return whole > 40 ? 0 : (kRoots[sixteenths % 16] << 24) >> whole;
}

std::int64_t tenths_for(std::uint64_t yes, std::uint64_t no) {
  if (no == 0) return kMostTenths;
  if (yes == 0) return -kMostTenths;
  return (log2_sixteenths(yes) - log2_sixteenths(no)) * kTenthsPerBit / 16;
}

}  // namespace

std::int64_t log2_sixteenths(std::uint64_t n) {
  const auto whole = static_cast<int>(std::bit_width(n)) - 1;
  const std::uint64_t below = whole >= 4 ? n >> (whole - 4) : n << (4 - whole);  // 16..31
  return 16 * std::int64_t{whole} + static_cast<std::int64_t>(below & 15);
}

Rooting find_roots(std::span<const RootedNode> nodes) {
  const std::size_t n = nodes.size();
  Rooting made;
  for (const RootedNode& node : nodes) made.parent.push_back(node.parent);
  made.certainty.assign(n, kMostTenths);
  const auto order = top_down(made.parent);
  const auto up = [&](std::uint32_t v) { return static_cast<std::size_t>(nodes[v].parent); };

  std::vector<std::uint64_t> n_below(n);  // copies at and below the node
  std::vector<std::uint32_t> top(n);      // the node's root
  for (std::uint32_t v = 0; v < n; ++v) n_below[v] = nodes[v].n_copies;
  for (std::size_t i = n; i-- > 0;)
    if (nodes[order[i]].parent >= 0) n_below[up(order[i])] += n_below[order[i]];

  // How much speaks for each node as the root, against the root that was guessed first.
  std::vector<std::int64_t> score(n, 0);
  std::vector<std::uint32_t> best(n);  // by guessed root
  for (const std::uint32_t v : order) {
    if (nodes[v].parent < 0) {
      top[v] = best[v] = v;
      continue;
    }
    const std::size_t p = up(v);
    top[v] = top[p];
    const std::int64_t dearer =
        nodes[v].up_cost - nodes[v].down_cost + nodes[v].root_cost - nodes[p].root_cost;
    score[v] = score[p] + log2_sixteenths(n_below[v]) -
               log2_sixteenths(n_below[top[v]] - n_below[v]) - dearer * 16 / kTenthsPerBit;
    std::uint32_t& leader = best[top[v]];
    if (score[v] > score[leader] || (score[v] == score[leader] && v < leader)) leader = v;
  }

  std::vector<std::uint64_t> weight(n), below(n);  // as roots: the node's, and with all below it
  for (std::uint32_t v = 0; v < n; ++v)
    below[v] = weight[v] = weight_of(score[best[top[v]]] - score[v]);
  for (std::size_t i = n; i-- > 0;)
    if (nodes[order[i]].parent >= 0) below[up(order[i])] += below[order[i]];
  for (std::uint32_t v = 0; v < n; ++v)
    if (nodes[v].parent >= 0) made.certainty[v] = tenths_for(below[top[v]] - below[v], below[v]);

  // Turn the edges between the guessed root and the best one.
  for (std::uint32_t root = 0; root < n; ++root) {
    if (nodes[root].parent >= 0) continue;
    const std::uint32_t chosen = best[root];
    std::uint32_t v = chosen;
    std::int32_t new_parent = kNoParent;
    std::int64_t certainty = tenths_for(weight[chosen], below[root] - weight[chosen]);
    while (true) {
      const std::int32_t old_parent = nodes[v].parent;
      const std::int64_t turned = -made.certainty[v];
      made.parent[v] = new_parent;
      made.certainty[v] = certainty;
      if (old_parent < 0) break;
      new_parent = static_cast<std::int32_t>(v);
      certainty = turned;
      v = static_cast<std::uint32_t>(old_parent);
    }
  }
  return made;
}

}  // namespace fabula::reconcile
