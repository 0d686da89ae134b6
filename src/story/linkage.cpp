#include "story/linkage.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace fabula::story {

Linkage::Linkage(std::span<const TermVector> terms, IsAlike is_alike)
    : is_alike_(std::move(is_alike)), group_of_(terms.size()) {
  for (std::uint32_t i = 0; i < terms.size(); ++i) groups_.push_back({{i}, terms[i], {}, {}, true});
  std::iota(group_of_.begin(), group_of_.end(), 0U);
}

void Linkage::add_pair(std::uint32_t a, std::uint32_t b) {
  groups_[group_of_[a]].near.insert(group_of_[b]);
  groups_[group_of_[b]].near.insert(group_of_[a]);
}

void Linkage::keep_apart(std::uint32_t a, std::uint32_t b) {
  groups_[group_of_[a]].apart.insert(group_of_[b]);
  groups_[group_of_[b]].apart.insert(group_of_[a]);
}

void Linkage::join_articles(std::uint32_t a, std::uint32_t b) {
  if (group_of_[a] != group_of_[b]) join(group_of_[a], group_of_[b]);
}

std::uint32_t Linkage::join(std::uint32_t a, std::uint32_t b) {
  const auto made = static_cast<std::uint32_t>(groups_.size());
  Group group;
  // The larger set takes in the smaller one.
  const auto take = [&](std::set<std::uint32_t> Group::* which) {
    auto& larger = groups_[a].*which;
    auto& smaller = groups_[b].*which;
    if (larger.size() < smaller.size()) larger.swap(smaller);
    larger.merge(smaller);
    larger.erase(a);
    larger.erase(b);
    for (const std::uint32_t other : larger) {
      auto& theirs = groups_[other].*which;
      theirs.erase(a);
      theirs.erase(b);
      theirs.insert(made);
    }
    group.*which = std::move(larger);
  };
  take(&Group::near);
  take(&Group::apart);
  group.articles = std::move(groups_[a].articles);
  std::ranges::copy(groups_[b].articles, std::back_inserter(group.articles));
  for (const std::uint32_t article : group.articles) group_of_[article] = made;
  group.sum = sum_of(groups_[a].sum, groups_[b].sum);
  for (const std::uint32_t old : {a, b}) {
    groups_[old] = {};
    groups_[old].is_there = false;
  }
  groups_.push_back(std::move(group));
  return made;
}

void Linkage::offer(std::uint32_t a, std::uint32_t b) {
  if (groups_[a].apart.contains(b)) return;
  const std::size_t n_a = groups_[a].articles.size();
  const std::size_t n_b = groups_[b].articles.size();
  const Overlap overlap = overlap_of(groups_[a].sum, groups_[b].sum);
  if (is_alike_(overlap, n_a, n_b))
    pairs_.push({overlap.all / (static_cast<double>(n_a) * static_cast<double>(n_b)), a, b});
}

void Linkage::run() {
  for (std::uint32_t a = 0; a < groups_.size(); ++a)
    for (const std::uint32_t b : groups_[a].near)
      if (a < b) offer(a, b);
  while (!pairs_.empty()) {
    const Pair best = pairs_.top();
    pairs_.pop();
    if (!groups_[best.a].is_there || !groups_[best.b].is_there) continue;
    const std::uint32_t made = join(best.a, best.b);
    for (const std::uint32_t other : groups_[made].near) offer(other, made);
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
