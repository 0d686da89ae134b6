// Average linkage: the two most alike groups are joined, again and again, as long as two are alike
// enough.
//
// Source: Sokal and Michener, A statistical method for evaluating systematic relationships, 1958
// (UPGMA). The cosine of sums is the sum of cosines (Cutting and others, Scatter/Gather, 1992):
// what two groups had in common with a third they have together (Lance and Williams, 1967).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "story/terms.hpp"

namespace fabula::story {

class Linkage {
 public:
  // Are two groups alike enough? overlap: the sum over all pairs of articles, one of each group;
  // `greatest`: what the one term with the greatest part has in it. Asked with 0 for that first:
  // who is not alike then is not alike at all. Called from any thread.
  using IsAlike = std::function<bool(const Overlap& overlap, std::size_t n_a, std::size_t n_b)>;

  // Every article is a group. n_terms: more than every id of a term. `terms` must outlive this.
  Linkage(std::span<const TermVector> terms, std::size_t n_terms, IsAlike is_alike);

  // Only groups with such a pair of articles can be joined by run(). Two articles of one group are
  // no pair.
  void add_pair(std::uint32_t a, std::uint32_t b) { asked_.emplace_back(a, b); }
  // Groups with such a pair are not joined by run().
  void keep_apart(std::uint32_t a, std::uint32_t b);
  // Joins the groups of two articles, alike or not.
  void join_articles(std::uint32_t a, std::uint32_t b);

  // Joins what can be joined, the most alike first, of equals those that began earliest. Called
  // once, after all others.
  // cost  near linear in the pairs
  void run(const Context& context);

  // The articles of each, sorted.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const;

 private:
  struct Near {
    std::uint32_t group = 0;
    double overlap = 0;
  };
  struct Group {
    std::vector<std::uint32_t> articles;
    std::span<const Term> sum;  // the article's own terms, or `added`
    TermVector added;           // of joined ones
    // Groups that share heavy terms, sorted. Some are there no more.
    std::vector<Near> near;
    std::size_t n_gone = 0;         // of them
    std::set<std::uint32_t> apart;  // groups it must not be joined with
    bool is_there = true;
  };
  struct Pair {
    double likeness = 0;
    std::uint32_t a = 0;  // a < b
    std::uint32_t b = 0;
    // The most alike one on top, of equals the one of lowest numbers.
    friend bool operator<(const Pair& x, const Pair& y) {
      if (x.likeness != y.likeness) return x.likeness < y.likeness;
      return std::pair(x.a, x.b) > std::pair(y.a, y.b);
    }
  };

  std::uint32_t join(std::uint32_t a, std::uint32_t b);
  void join_near(Group& made, std::uint32_t a, std::uint32_t b);
  void join_apart(Group& made, std::uint32_t number, std::uint32_t a, std::uint32_t b);
  void tell_near(std::uint32_t group, std::uint32_t made, double overlap);
  // table, is_set: room for the terms of `to`, and whether they are in it
  [[nodiscard]] bool is_alike(const Near& near, std::uint32_t to, TermTable& table,
                              bool& is_set) const;
  [[nodiscard]] Pair pair_of(std::uint32_t a, const Near& near) const;
  void find_near();
  [[nodiscard]] std::vector<Pair> compare_near(const Context& context);

  IsAlike is_alike_;
  std::size_t n_terms_;
  std::array<TermTable, 2> tables_;                             // of two groups that are joined
  std::vector<std::pair<std::uint32_t, std::uint32_t>> asked_;  // articles
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;  // [article]
};

}  // namespace fabula::story
