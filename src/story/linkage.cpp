#include "story/linkage.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace fabula::story {

Linkage::Linkage(std::span<const TermVector> terms, std::size_t n_terms, IsAlike is_alike)
    : is_alike_(std::move(is_alike)), table_(n_terms), group_of_(terms.size()) {
  for (std::uint32_t i = 0; i < terms.size(); ++i) groups_.push_back({{i}, terms[i], {}, {}, true});
  std::iota(group_of_.begin(), group_of_.end(), 0U);
}

void Linkage::add_pair(std::uint32_t a, std::uint32_t b) {
  if (group_of_[a] == group_of_[b]) return;
  groups_[group_of_[a]].near.try_emplace(group_of_[b]);
  groups_[group_of_[b]].near.try_emplace(group_of_[a]);
}

void Linkage::keep_apart(std::uint32_t a, std::uint32_t b) {
  groups_[group_of_[a]].apart.insert(group_of_[b]);
  groups_[group_of_[b]].apart.insert(group_of_[a]);
}

void Linkage::join_articles(std::uint32_t a, std::uint32_t b) {
  if (group_of_[a] != group_of_[b]) join(group_of_[a], group_of_[b]);
}

void Linkage::join_near(Group& made, std::uint32_t number, std::uint32_t a, std::uint32_t b) {
  // What is near one of them alone: while run() goes on, its overlap with the other one is needed.
  const auto take = [&](std::uint32_t one, std::uint32_t two) {
    bool is_set = false;
    for (const auto& [other, overlap] : groups_[one].near) {
      if (other == two) continue;
      const auto both = groups_[two].near.find(other);
      std::optional<double> sum = overlap;
      if (sum && both != groups_[two].near.end()) {
        *sum += *both->second;
      } else if (sum) {
        if (!std::exchange(is_set, true)) table_.set(groups_[two].sum);
        *sum += table_.overlap_with(groups_[other].sum);
      }
      made.near.try_emplace(other, sum);
    }
  };
  take(a, b);
  take(b, a);
  for (const auto& [other, overlap] : made.near) {
    auto& theirs = groups_[other].near;
    theirs.erase(a);
    theirs.erase(b);
    theirs.emplace(number, overlap);
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
  join_near(made, number, a, b);
  join_apart(made, number, a, b);
  made.articles = std::move(groups_[a].articles);
  std::ranges::copy(groups_[b].articles, std::back_inserter(made.articles));
  for (const std::uint32_t article : made.articles) group_of_[article] = number;
  made.sum = sum_of(groups_[a].sum, groups_[b].sum);
  for (const std::uint32_t old : {a, b}) {
    groups_[old] = {};
    groups_[old].is_there = false;
  }
  groups_.push_back(std::move(made));
  return number;
}

void Linkage::offer(std::uint32_t a, std::uint32_t b) {
  if (groups_[a].apart.contains(b)) return;
  const std::size_t n_a = groups_[a].articles.size();
  const std::size_t n_b = groups_[b].articles.size();
  Overlap overlap{*groups_[a].near.at(b), 0};
  if (!is_alike_(overlap, n_a, n_b)) return;
  overlap.greatest = overlap_of(groups_[a].sum, groups_[b].sum).greatest;
  if (is_alike_(overlap, n_a, n_b))
    pairs_.push({overlap.all / (static_cast<double>(n_a) * static_cast<double>(n_b)), a, b});
}

void Linkage::run() {
  for (std::uint32_t a = 0; a < groups_.size(); ++a) {
    table_.set(groups_[a].sum);
    for (auto& [b, overlap] : groups_[a].near)
      overlap = a < b ? table_.overlap_with(groups_[b].sum) : groups_[b].near.at(a);
  }
  for (std::uint32_t a = 0; a < groups_.size(); ++a)
    for (const auto& [b, overlap] : groups_[a].near)
      if (a < b) offer(a, b);
  while (!pairs_.empty()) {
    const Pair best = pairs_.top();
    pairs_.pop();
    if (!groups_[best.a].is_there || !groups_[best.b].is_there) continue;
    const std::uint32_t made = join(best.a, best.b);
    for (const auto& [other, overlap] : groups_[made].near) offer(other, made);
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
