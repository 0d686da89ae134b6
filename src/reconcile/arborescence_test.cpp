#include "reconcile/arborescence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <utility>

namespace fabula::reconcile {
namespace {

using Parents = std::vector<std::int32_t>;

std::optional<std::int64_t> cost_between(std::span<const Edge> edges, std::int32_t from,
                                         std::uint32_t to) {
  std::optional<std::int64_t> cheapest;
  for (const Edge& edge : edges)
    if (static_cast<std::int32_t>(edge.from) == from && edge.to == to &&
        (!cheapest || edge.cost < *cheapest))
      cheapest = edge.cost;
  return cheapest;
}

bool has_circle(const Parents& parents) {
  for (std::size_t v = 0; v < parents.size(); ++v) {
    std::size_t n_steps = 0;
    for (auto at = static_cast<std::int32_t>(v); at != kNoParent;
         at = parents[static_cast<std::size_t>(at)])
      if (++n_steps > parents.size()) return true;
  }
  return false;
}

// (cost, sum of parent numbers), if these parents are a tree.
std::optional<std::pair<std::int64_t, std::int64_t>> price(std::span<const std::int64_t> roots,
                                                           std::span<const Edge> edges,
                                                           const Parents& parents) {
  if (has_circle(parents)) return {};
  std::pair<std::int64_t, std::int64_t> sum{0, 0};
  for (std::uint32_t v = 0; v < parents.size(); ++v) {
    const auto cost =
        parents[v] == kNoParent ? std::optional(roots[v]) : cost_between(edges, parents[v], v);
    if (!cost) return {};
    sum.first += *cost;
    sum.second += parents[v] == kNoParent ? static_cast<std::int64_t>(roots.size()) : parents[v];
  }
  return sum;
}

// Tries every choice of parents.
std::pair<std::int64_t, std::int64_t> cheapest_of_all(std::span<const std::int64_t> roots,
                                                      std::span<const Edge> edges) {
  const auto n = static_cast<std::int32_t>(roots.size());
  Parents parents(roots.size(), kNoParent);
  std::optional<std::pair<std::int64_t, std::int64_t>> best;
  for (;;) {
    const auto sum = price(roots, edges, parents);
    if (sum && (!best || *sum < *best)) best = sum;
    std::size_t v = 0;
    while (v < parents.size() && ++parents[v] == n) parents[v++] = kNoParent;
    if (v == parents.size()) return *best;
  }
}

struct Problem {
  std::vector<std::int64_t> roots;
  std::vector<Edge> edges;
};

Problem random_problem(std::mt19937& random, std::size_t n, unsigned n_costs) {
  Problem made;
  for (std::size_t v = 0; v < n; ++v)
    made.roots.push_back(static_cast<std::int64_t>(random() % (3 * n_costs)));
  for (std::uint32_t to = 0; to < n; ++to)
    for (std::uint32_t from = 0; from < n; ++from)
      if (from != to && random() % 4 != 0)
        made.edges.push_back({from, to, static_cast<std::int64_t>(random() % n_costs) - 2});
  return made;
}

TEST(Arborescence, NothingAndOne) {
  EXPECT_TRUE(find_arborescence({}, {}).parent.empty());
  const std::vector<std::int64_t> one{7};
  EXPECT_EQ(find_arborescence(one, {}).parent, Parents{kNoParent});
  EXPECT_EQ(find_arborescence(one, {}).cost, 7);
}

TEST(Arborescence, TheDrawingOfTheHeader) {
  const std::vector<std::int64_t> roots{10, 50, 50, 50};
  const std::vector<Edge> edges{{0, 1, 5}, {2, 1, 3}, {1, 2, 4}, {0, 2, 8}, {0, 3, 9}, {2, 3, 1}};
  const Arborescence tree = find_arborescence(roots, edges);
  EXPECT_EQ(tree.parent, (Parents{kNoParent, 0, 1, 2}));
  EXPECT_EQ(tree.cost, 20);
}

TEST(Arborescence, SeveralRootsWhereThatIsCheaper) {
  const std::vector<std::int64_t> roots{10, 1, 10};
  const std::vector<Edge> edges{{0, 1, 5}, {1, 2, 3}};
  EXPECT_EQ(find_arborescence(roots, edges).parent, (Parents{kNoParent, kNoParent, 1}));
}

TEST(Arborescence, TiesFallToTheSmallerNumber) {
  const std::vector<std::int64_t> roots{0, 9, 9, 9};
  const std::vector<Edge> edges{{2, 3, 4}, {1, 3, 4}, {0, 2, 4}, {1, 2, 4}, {0, 1, 4}};
  EXPECT_EQ(find_arborescence(roots, edges).parent, (Parents{kNoParent, 0, 0, 1}));
}

TEST(Arborescence, AsCheapAsTheCheapestOfAll) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::size_t n = 1 + random() % 5;
    const Problem problem = random_problem(random, n, 2 + static_cast<unsigned>(random() % 12));
    const Arborescence tree = find_arborescence(problem.roots, problem.edges);
    const auto sum = price(problem.roots, problem.edges, tree.parent);
    ASSERT_TRUE(sum) << "round " << round;
    EXPECT_EQ(sum->first, tree.cost);
    EXPECT_EQ(*sum, cheapest_of_all(problem.roots, problem.edges)) << "round " << round;
  }
}

TEST(Arborescence, OrderOfEdgesDoesNotMatterWhereTheTreeIsTheOnlyOne) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    Problem problem = random_problem(random, 40, 1U << 30);
    const Arborescence tree = find_arborescence(problem.roots, problem.edges);
    std::shuffle(problem.edges.begin(), problem.edges.end(), random);
    EXPECT_EQ(find_arborescence(problem.roots, problem.edges).parent, tree.parent);
  }
}

TEST(Arborescence, ALongChainOfCircles) {
  const std::uint32_t n = 20000;
  std::vector<std::int64_t> roots(n, 1000000);
  roots[n - 1] = 0;
  std::vector<Edge> edges;
  for (std::uint32_t v = 0; v + 1 < n; ++v) {
    edges.push_back({v, v + 1, 1});
    edges.push_back({v + 1, v, 2});
  }
  const Arborescence tree = find_arborescence(roots, edges);
  EXPECT_EQ(tree.cost, 2 * (std::int64_t{n} - 1));
  EXPECT_EQ(tree.parent[0], 1);
}

// What the tree costs more when the edge of `v` must not be used.
std::optional<std::int64_t> true_margin(const Problem& problem, const Arborescence& tree,
                                        std::uint32_t v) {
  Problem without = problem;
  std::erase_if(without.edges, [&](const Edge& edge) {
    return edge.to == v && static_cast<std::int32_t>(edge.from) == tree.parent[v];
  });
  const std::int64_t never = std::int64_t{1} << 39;
  without.roots[v] = never;
  const std::int64_t cost = find_arborescence(without.roots, without.edges).cost;
  if (cost >= never) return {};
  return cost - tree.cost;
}

TEST(RunnerUps, MarginIsNeverBelowTheTrueOneAndMostlyIsIt) {
  std::mt19937 random(3);
  int n_equal = 0, n_all = 0;
  for (int round = 0; round < 1000; ++round) {
    Problem problem = random_problem(random, 2 + random() % 7, 50);
    for (std::int64_t& root : problem.roots) root += 1000;
    const Arborescence tree = find_arborescence(problem.roots, problem.edges);
    const RunnerUps ups = find_runner_ups(tree, problem.edges);
    for (std::uint32_t v = 0; v < tree.parent.size(); ++v) {
      if (tree.parent[v] == kNoParent || ups.parent[v] == kNoParent) continue;
      const auto margin = true_margin(problem, tree, v);
      ASSERT_TRUE(margin);
      EXPECT_GE(ups.margin[v], *margin);
      EXPECT_GE(ups.margin[v], 0);
      n_equal += ups.margin[v] == *margin;
      ++n_all;
    }
  }
  EXPECT_GT(n_equal, n_all / 2);
}

TEST(RunnerUps, NobodyBelowTheNodeCanBeItsParent) {
  const std::vector<std::int64_t> roots{0, 900, 900};
  const std::vector<Edge> edges{{0, 1, 5}, {1, 2, 5}, {2, 1, 1}, {0, 2, 30}};
  const Arborescence tree = find_arborescence(roots, edges);
  ASSERT_EQ(tree.parent, (Parents{kNoParent, 0, 1}));
  const RunnerUps ups = find_runner_ups(tree, edges);
  EXPECT_EQ(ups.parent, (Parents{kNoParent, kNoParent, 0}));
  EXPECT_EQ(ups.margin[2], 25);
}

TEST(TopDown, ParentsFirst) {
  const Parents parents{2, 0, kNoParent, 0, kNoParent};
  EXPECT_EQ(top_down(parents), (std::vector<std::uint32_t>{2, 4, 0, 1, 3}));
}

}  // namespace
}  // namespace fabula::reconcile
