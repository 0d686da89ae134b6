// The cheapest way to explain every text by one other: a minimum-cost arborescence.
//
//   nodes 0 1 2 3        in-edges, each with its price       cheapest tree
//                        0→1 5   2→1 3   1→2 4   0→3 9       0 ─ 1 ─ 2 ─ 3
//   a root pays its      0→2 8   2→3 1
//   own price            root prices 10 50 50 50             10 + 5 + 4 + 1 = 20
//
// Every node has one parent or is a root; whoever is cheaper as a root than with any parent is one.
// Prices are whole numbers. Of equally cheap trees, the one with the smaller sum of parent numbers
// is taken, so number the nodes in the order in which ties shall fall. The same edges in the same
// order always give the same tree.
//
// Source: Edmonds 1967; Tarjan 1977 and Camerini, Fratta, Maffioli 1979 for contraction with heaps
// and for opening the contracted nodes again.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace fabula::reconcile {

struct Edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int64_t cost = 0;  // may be negative; |cost| < 2^40
};

inline constexpr std::int32_t kNoParent = -1;
inline constexpr std::int64_t kNoMargin = std::numeric_limits<std::int64_t>::max();

// One entry a node.
struct Arborescence {
  std::vector<std::int32_t> parent;  // kNoParent: a root
  std::int64_t cost = 0;             // of the edges and of the roots
};

// root_costs  one a node, |cost| < 2^40: what the node costs without a parent
// edges       from != to; of several between the same two the cheapest counts
// cost        O(E log V) time, O(E + V) memory; no recursion
[[nodiscard]] Arborescence find_arborescence(std::span<const std::int64_t> root_costs,
                                             std::span<const Edge> edges);

// Who else could be the parent of each node.
struct RunnerUps {
  std::vector<std::int32_t> parent;  // kNoParent: nobody
  std::vector<std::int64_t> margin;  // how much dearer the tree gets; kNoMargin: nobody
};

// The best single exchange: another in-edge of the node that does not come from below it, all else
// kept. `margin` is never below what the cheapest tree without the node's edge costs more, and
// equal to it unless several exchanges together are cheaper. Ties: the smaller parent number.
//
// cost  O(E + V)
[[nodiscard]] RunnerUps find_runner_ups(const Arborescence& tree, std::span<const Edge> edges);

// Nodes of the tree, each after its parent; roots and siblings by number.
[[nodiscard]] std::vector<std::uint32_t> top_down(std::span<const std::int32_t> parent);

}  // namespace fabula::reconcile
