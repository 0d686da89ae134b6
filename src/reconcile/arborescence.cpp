#include "reconcile/arborescence.hpp"

#include <algorithm>
#include <compare>
#include <numeric>
#include <utility>

namespace fabula::reconcile {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// Prices and the numbers of the parents, summed side by side and compared in this order: an ordered
// group, which is all the algorithm asks for.
struct Weight {
  std::int64_t cost = 0;
  std::int64_t tie = 0;
  friend constexpr auto operator<=>(const Weight&, const Weight&) = default;
  friend constexpr Weight operator+(Weight x, Weight y) { return {x.cost + y.cost, x.tie + y.tie}; }
  friend constexpr Weight operator-(Weight x, Weight y) { return {x.cost - y.cost, x.tie - y.tie}; }
};

// Each node takes its cheapest in-edge; a circle that comes about becomes a node of its own, whose
// in-edges pay what they cost more than the edge they would replace; until all lead to the root.
// Node n is the root of roots; circles are n + 1, n + 2, ...
class Contraction {
 public:
  Contraction(std::span<const std::int64_t> root_costs, std::span<const Edge> edges)
      : n_(static_cast<std::uint32_t>(root_costs.size())) {
    const std::size_t n_all = 2 * std::size_t{n_} + 1;
    heap_.assign(n_all, kNone);
    entering_.assign(n_all, kNone);
    circle_of_.assign(n_all, kNone);
    leader_.resize(n_all);
    std::iota(leader_.begin(), leader_.end(), 0U);
    items_.reserve(edges.size() + n_);
    for (const Edge& edge : edges) add(edge.from, edge.to, {edge.cost, edge.from});
    for (std::uint32_t v = 0; v < n_; ++v) add(n_, v, {root_costs[v], n_});
  }

  // The item that enters each node of the cheapest tree.
  std::vector<std::uint32_t> solve() {
    contract_all();
    std::vector<std::uint32_t> chosen(n_, kNone);
    std::vector<bool> settled(n_all_nodes_, false);
    for (std::uint32_t top = n_all_nodes_; top-- > 0;) {
      if (top == n_ || settled[top]) continue;
      const std::uint32_t item = entering_[top];
      chosen[items_[item].to] = item;
      for (std::uint32_t v = items_[item].to; v != top; v = circle_of_[v]) settled[v] = true;
    }
    return chosen;
  }

  [[nodiscard]] std::uint32_t from(std::uint32_t item) const { return items_[item].from; }
  [[nodiscard]] std::int64_t cost(std::uint32_t item) const { return items_[item].cost; }

 private:
  // A leftist heap's node; `owed` is still to be added to everything below it and to itself.
  struct Item {
    std::uint32_t from;
    std::uint32_t to;
    std::int64_t cost;  // as given
    Weight weight;      // as it is now, without what is owed above
    Weight owed;
    std::uint32_t left = kNone;
    std::uint32_t right = kNone;
    std::uint32_t rank = 1;
  };

  void add(std::uint32_t from, std::uint32_t to, Weight weight) {
    const auto item = static_cast<std::uint32_t>(items_.size());
    items_.push_back({from, to, weight.cost, weight, {}, kNone, kNone, 1});
    heap_[to] = merge(heap_[to], item);
  }

  void settle_debt(std::uint32_t item) {
    Item& at = items_[item];
    if (at.owed == Weight{}) return;
    at.weight = at.weight + at.owed;
    for (const std::uint32_t below : {at.left, at.right})
      if (below != kNone) items_[below].owed = items_[below].owed + at.owed;
    at.owed = {};
  }

  [[nodiscard]] std::uint32_t rank(std::uint32_t item) const {
    return item == kNone ? 0 : items_[item].rank;
  }

  // Goes down the right spines with a stack of its own; they are at most log2(items) long.
  std::uint32_t merge(std::uint32_t x, std::uint32_t y) {
    spine_.clear();
    while (x != kNone && y != kNone) {
      settle_debt(x);
      settle_debt(y);
      if (std::pair(items_[y].weight, y) < std::pair(items_[x].weight, x)) std::swap(x, y);
      spine_.push_back(x);
      x = items_[x].right;
    }
    std::uint32_t merged = x != kNone ? x : y;
    for (std::size_t i = spine_.size(); i-- > 0;) {
      Item& at = items_[spine_[i]];
      at.right = merged;
      if (rank(at.left) < rank(at.right)) std::swap(at.left, at.right);
      at.rank = rank(at.right) + 1;
      merged = spine_[i];
    }
    return merged;
  }

  std::uint32_t find(std::uint32_t v) {
    while (leader_[v] != v) v = leader_[v] = leader_[leader_[v]];
    return v;
  }

  // The cheapest in-edge of `v` that comes from outside of it; taken off the heap.
  std::uint32_t take_entering(std::uint32_t v) {
    for (;;) {
      const std::uint32_t item = heap_[v];
      settle_debt(item);
      heap_[v] = merge(items_[item].left, items_[item].right);
      if (find(items_[item].from) != v) return item;
    }
  }

  void contract_all() {
    n_all_nodes_ = n_ + 1;
    std::vector<std::uint32_t> path;
    std::vector<std::uint32_t> walk_of(heap_.size(), kNone);
    walk_of[n_] = kNone - 1;
    for (std::uint32_t start = 0; start < n_; ++start) {
      path.clear();
      std::uint32_t v = find(start);
      while (walk_of[v] == kNone) {
        walk_of[v] = start;
        path.push_back(v);
        entering_[v] = take_entering(v);
        v = find(items_[entering_[v]].from);
        if (walk_of[v] == start) v = close_circle(v, path);
      }
    }
  }

  // The end of the path from `v` on becomes one node, which is then walked on from.
  std::uint32_t close_circle(std::uint32_t v, std::vector<std::uint32_t>& path) {
    const std::uint32_t circle = n_all_nodes_++;
    std::uint32_t member = kNone;
    do {
      member = path.back();
      path.pop_back();
      if (const std::uint32_t top = heap_[member]; top != kNone) {
        items_[top].owed = items_[top].owed - paid(member);
        heap_[circle] = merge(heap_[circle], top);
      }
      circle_of_[member] = circle;
      leader_[member] = circle;
    } while (member != v);
    return circle;
  }

  // What the in-edge of a node of the circle cost when it was taken.
  [[nodiscard]] Weight paid(std::uint32_t v) const { return items_[entering_[v]].weight; }

  std::uint32_t n_;
  std::uint32_t n_all_nodes_ = 0;
  std::vector<Item> items_;
  std::vector<std::uint32_t> heap_;       // by node
  std::vector<std::uint32_t> entering_;   // by node: the item taken for it
  std::vector<std::uint32_t> circle_of_;  // by node: the circle it went into
  std::vector<std::uint32_t> leader_;     // union-find
  std::vector<std::uint32_t> spine_;
};

// By node: [first, last] of its place in a walk that visits everything below a node right after it.
struct Nesting {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  [[nodiscard]] bool is_below(std::uint32_t node, std::uint32_t top) const {
    return first[top] <= first[node] && first[node] <= last[top];
  }
};

Nesting nest(std::span<const std::int32_t> parent) {
  const auto order = top_down(parent);
  std::vector<std::uint32_t> size(parent.size(), 1);
  for (std::size_t i = order.size(); i-- > 0;)
    if (const std::int32_t up = parent[order[i]]; up != kNoParent)
      size[static_cast<std::size_t>(up)] += size[order[i]];
  Nesting made{std::vector<std::uint32_t>(parent.size()),
               std::vector<std::uint32_t>(parent.size())};
  std::vector<std::uint32_t> next(parent.size());  // by node: where its next child goes
  std::uint32_t next_root = 0;
  for (const std::uint32_t v : order) {
    const std::int32_t up = parent[v];
    std::uint32_t& at = up == kNoParent ? next_root : next[static_cast<std::size_t>(up)];
    made.first[v] = at;
    made.last[v] = at + size[v] - 1;
    next[v] = at + 1;
    at += size[v];
  }
  return made;
}

}  // namespace

Arborescence find_arborescence(std::span<const std::int64_t> root_costs,
                               std::span<const Edge> edges) {
  Contraction contraction(root_costs, edges);
  Arborescence tree;
  tree.parent.reserve(root_costs.size());
  for (const std::uint32_t item : contraction.solve()) {
    const std::uint32_t from = contraction.from(item);
    tree.parent.push_back(from == root_costs.size() ? kNoParent : static_cast<std::int32_t>(from));
    tree.cost += contraction.cost(item);
  }
  return tree;
}

std::vector<std::uint32_t> top_down(std::span<const std::int32_t> parent) {
  std::vector<std::uint32_t> begins(parent.size() + 1, 0);  // children, grouped by their parent
  for (const std::int32_t up : parent)
    if (up != kNoParent) ++begins[static_cast<std::size_t>(up) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> children(begins.back());
  std::vector<std::uint32_t> order;
  order.reserve(parent.size());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  for (std::uint32_t v = 0; v < parent.size(); ++v) {
    if (parent[v] == kNoParent) {
      order.push_back(v);
    } else {
      children[next[static_cast<std::size_t>(parent[v])]++] = v;
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::uint32_t c = begins[order[i]]; c < begins[order[i] + 1]; ++c)
      order.push_back(children[c]);
  return order;
}

RunnerUps find_runner_ups(const Arborescence& tree, std::span<const Edge> edges) {
  const std::size_t n = tree.parent.size();
  const Nesting nesting = nest(tree.parent);
  std::vector<std::int64_t> paid(n, kNoMargin);
  for (const Edge& edge : edges)
    if (tree.parent[edge.to] == static_cast<std::int32_t>(edge.from))
      paid[edge.to] = std::min(paid[edge.to], edge.cost);
  RunnerUps found{std::vector<std::int32_t>(n, kNoParent), std::vector<std::int64_t>(n, kNoMargin)};
  for (const Edge& edge : edges) {
    const auto from = static_cast<std::int32_t>(edge.from);
    if (tree.parent[edge.to] == kNoParent || tree.parent[edge.to] == from ||
        nesting.is_below(edge.from, edge.to))
      continue;
    const std::int64_t margin = edge.cost - paid[edge.to];
    if (std::pair(margin, from) >= std::pair(found.margin[edge.to], found.parent[edge.to]))
      continue;
    found.margin[edge.to] = margin;
    found.parent[edge.to] = from;
  }
  return found;
}

}  // namespace fabula::reconcile
