#include "story/linkage.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <type_traits>
#include <utility>

namespace fabula::story {

Linkage::Linkage(std::span<const TermVector> terms, std::size_t n_terms, IsAlike is_alike)
    : is_alike_(std::move(is_alike)),
      n_terms_(n_terms),
      tables_{TermTable(n_terms), TermTable(n_terms)},
      group_of_(terms.size()) {
  // The terms stay where they are when groups move.
  static_assert(std::is_nothrow_move_constructible_v<Group>);
  groups_.resize(terms.size());
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    groups_[i].articles = {i};
    groups_[i].sum = terms[i];
  }
  std::iota(group_of_.begin(), group_of_.end(), 0U);
}

void Linkage::keep_apart(std::uint32_t a, std::uint32_t b) {
  groups_[group_of_[a]].apart.insert(group_of_[b]);
  groups_[group_of_[b]].apart.insert(group_of_[a]);
}

void Linkage::join_articles(std::uint32_t a, std::uint32_t b) {
  if (group_of_[a] != group_of_[b]) join(group_of_[a], group_of_[b]);
}

// What is near one of them alone: its overlap with the other one is needed.
void Linkage::join_near(Group& made, std::uint32_t a, std::uint32_t b) {
  bool are_set[] = {false, false};
  const auto overlap_with = [&](std::size_t which, std::uint32_t other) {
    if (!std::exchange(are_set[which], true)) tables_[which].set(groups_[which == 0 ? a : b].sum);
    return tables_[which].overlap_with(groups_[other].sum);
  };
  const std::vector<Near>& of_a = groups_[a].near;
  const std::vector<Near>& of_b = groups_[b].near;
  auto x = of_a.begin();
  auto y = of_b.begin();
  while (x != of_a.end() || y != of_b.end()) {
    const bool is_of_a = y == of_b.end() || (x != of_a.end() && x->group <= y->group);
    const bool is_of_b = x == of_a.end() || (y != of_b.end() && y->group <= x->group);
    const std::uint32_t other = is_of_a ? x->group : y->group;
    if (groups_[other].is_there && other != a && other != b)
      made.near.push_back({other, (is_of_a ? x->overlap : overlap_with(0, other)) +
                                      (is_of_b ? y->overlap : overlap_with(1, other))});
    if (is_of_a) ++x;
    if (is_of_b) ++y;
  }
}

void Linkage::join_apart(Group& made, std::uint32_t number, std::uint32_t a, std::uint32_t b) {
  made.apart = groups_[a].apart;
  made.apart.insert(groups_[b].apart.begin(), groups_[b].apart.end());
  made.apart.erase(a);
  made.apart.erase(b);
  for (const std::uint32_t other : made.apart) {
    auto& theirs = groups_[other].apart;
    theirs.erase(a);
    theirs.erase(b);
    theirs.insert(number);
  }
}

std::uint32_t Linkage::join(std::uint32_t a, std::uint32_t b) {
  const auto number = static_cast<std::uint32_t>(groups_.size());
  Group made;
  join_near(made, a, b);
  join_apart(made, number, a, b);
  made.articles = std::move(groups_[a].articles);
  std::ranges::copy(groups_[b].articles, std::back_inserter(made.articles));
  for (const std::uint32_t article : made.articles) group_of_[article] = number;
  made.added = sum_of(groups_[a].sum, groups_[b].sum);
  made.sum = made.added;
  for (const std::uint32_t old : {a, b}) {
    groups_[old] = {};
    groups_[old].is_there = false;
  }
  for (const auto& [other, overlap] : made.near) tell_near(other, number, overlap);
  groups_.push_back(std::move(made));
  return number;
}

// In the place of one or both of the groups it was made of.
void Linkage::tell_near(std::uint32_t group, std::uint32_t made, double overlap) {
  Group& of = groups_[group];
  constexpr std::size_t kGone = 2;
  of.n_gone += kGone;
  if (of.n_gone > of.near.size() / 2) {
    std::erase_if(of.near, [&](const Near& near) { return !groups_[near.group].is_there; });
    of.n_gone = 0;
  }
  of.near.push_back({made, overlap});
}

bool Linkage::is_alike(const Near& near, std::uint32_t to, TermTable& table, bool& is_set) const {
  if (groups_[to].apart.contains(near.group)) return false;
  const std::size_t n_a = groups_[std::min(to, near.group)].articles.size();
  const std::size_t n_b = groups_[std::max(to, near.group)].articles.size();
  if (!is_alike_({near.overlap, 0}, n_a, n_b)) return false;
  if (!std::exchange(is_set, true)) table.set(groups_[to].sum);
  return is_alike_({near.overlap, table.greatest_with(groups_[near.group].sum)}, n_a, n_b);
}

Linkage::Pair Linkage::pair_of(std::uint32_t a, const Near& near) const {
  const auto n_a = static_cast<double>(groups_[a].articles.size());
  const auto n_b = static_cast<double>(groups_[near.group].articles.size());
  return {near.overlap / (n_a * n_b), std::min(a, near.group), std::max(a, near.group)};
}

// Who is near whom, without the overlap.
void Linkage::find_near() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(asked_.size());
  for (const auto& [x, y] : asked_) {
    const auto [a, b] = std::minmax(group_of_[x], group_of_[y]);
    if (a != b) pairs.emplace_back(a, b);
  }
  asked_ = {};
  std::ranges::sort(pairs);
  const auto twice = std::ranges::unique(pairs);
  pairs.erase(twice.begin(), twice.end());
  // The lower ones first: each list is sorted.
  for (const auto& [a, b] : pairs) groups_[b].near.push_back({a, 0});
  for (const auto& [a, b] : pairs) groups_[a].near.push_back({b, 0});
}

// Fills in the overlaps; returns the pairs that are alike.
std::vector<Linkage::Pair> Linkage::compare_near(const Context& context) {
  constexpr std::size_t kTogether = 256;  // groups that share a table
  const std::size_t n_parts = (groups_.size() + kTogether - 1) / kTogether;
  std::vector<std::vector<Pair>> alike(n_parts);
  parallel_for({context.threads, {}, nullptr}, n_parts, [&](std::size_t part) {
    TermTable table(n_terms_);
    const std::size_t end = std::min(groups_.size(), (part + 1) * kTogether);
    for (auto a = static_cast<std::uint32_t>(part * kTogether); a < end; ++a) {
      bool is_set = false;
      for (Near& near : groups_[a].near) {
        if (near.group < a) continue;
        if (!std::exchange(is_set, true)) table.set(groups_[a].sum);
        near.overlap = table.overlap_with(groups_[near.group].sum);
        if (is_alike(near, a, table, is_set)) alike[part].push_back(pair_of(a, near));
      }
    }
  });
  std::vector<std::size_t> n_told(groups_.size());
  for (std::uint32_t a = 0; a < groups_.size(); ++a)
    for (const auto& [b, overlap] : groups_[a].near)
      if (a < b) groups_[b].near[n_told[b]++].overlap = overlap;
  std::vector<Pair> all;
  for (const auto& some : alike) all.insert(all.end(), some.begin(), some.end());
  return all;
}

void Linkage::run(const Context& context) {
  find_near();
  std::priority_queue<Pair> pairs({}, compare_near(context));
  TermTable table(n_terms_);  // of the group made last
  while (!pairs.empty()) {
    const Pair best = pairs.top();
    pairs.pop();
    if (!groups_[best.a].is_there || !groups_[best.b].is_there) continue;
    const std::uint32_t made = join(best.a, best.b);
    bool is_set = false;
    for (const Near& near : groups_[made].near)
      if (is_alike(near, made, table, is_set)) pairs.push(pair_of(made, near));
  }
}

std::vector<std::vector<std::uint32_t>> Linkage::groups() const {
  std::vector<std::vector<std::uint32_t>> out;
  for (const Group& group : groups_) {
    if (!group.is_there) continue;
    out.push_back(group.articles);
    std::ranges::sort(out.back());
  }
  return out;
}

}  // namespace fabula::story
