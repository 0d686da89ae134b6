// Which end of a tree of copies is the beginning.
//
// Words alone often say who is next to whom, but not which way the words went: exchanging a word
// costs the same in both directions. Two things speak for a beginning: the price of all edges when
// they lead away from it, and the number of orders in which the copies can have been made one after
// the other, which is greatest where the tree has its middle.
//
//   x ─ y ─ z    from y: 2 orders (y x z, y z x); from x: 1; from z: 1. So y, two times in four.
//
// All sums are whole numbers; a weight of 16 sixteenth bits is one doubling.
//
// Source: Shah and Zaman 2011, "Rumors in a network: who's the culprit?", for the counting.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fabula::reconcile {

struct RootedNode {
  std::int32_t parent = -1;    // -1: the root of its tree, as first guessed
  std::int64_t root_cost = 0;  // tenths, as below
  std::int64_t down_cost = 0;  // of the edge from the parent to this node
  std::int64_t up_cost = 0;    // of that edge the other way round
  std::uint32_t n_copies = 1;  // copies made that have this very text; at least 1
};

struct Rooting {
  std::vector<std::int32_t> parent;  // of the best root's tree, by node
  // How many tenths speak for the edge's direction: 30 for each bit of "the beginning is on the
  // parent's side" against "on the child's". Roots: for "it is this node" against "another".
  // Negative where another end is likelier after all.
  std::vector<std::int64_t> certainty;
};

// Several trees are rooted each by itself. Cost: linear.
[[nodiscard]] Rooting find_roots(std::span<const RootedNode> nodes);

// 16 · log2(n), for n > 0: exact at powers of two, in straight lines between.
[[nodiscard]] std::int64_t log2_sixteenths(std::uint64_t n);

}  // namespace fabula::reconcile
