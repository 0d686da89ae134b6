#include "reconcile/telling_origins.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

namespace fabula::reconcile {
namespace {

// One value of one article.
struct Node {
  std::uint32_t record = 0;
  std::uint32_t value = 0;
  std::uint32_t article = 0;
  friend constexpr auto operator<=>(const Node&, const Node&) = default;
};

struct Place {
  Span words;
  Node node;
  friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

class Counter {
 public:
  Counter(const Pile& pile, std::vector<Disagreement>& records) : pile_(pile), records_(records) {
    for (std::uint32_t r = 0; r < records.size(); ++r)
      for (std::uint32_t v = 0; v < records[r].values.size(); ++v)
        for (const ValueTelling& telling : records[r].values[v].tellings)
          places_.push_back({telling.words, {r, v, telling.words.article}});
    std::ranges::sort(places_);
    for (const Place& place : places_) nodes_.try_emplace(place.node, nodes_.size());
    parent_.resize(nodes_.size());
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  void count() {
    if (places_.empty()) return;
    join_copies();
    for (const ReuseLink& link : pile_.reuse) join_passage(link);
    for (Disagreement& record : records_)
      for (DisagreeingValue& value : record.values) value.n_origins = 0;
    for (const auto& [node, i] : nodes_)
      if (root_of(i) == i) ++records_[node.record].values[node.value].n_origins;
  }

 private:
  std::size_t root_of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root_of(a);
    b = root_of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  void join_copies() {
    std::vector<std::uint32_t> group_of(pile_.articles.size(), 0);  // 0: none
    for (std::uint32_t g = 0; g < pile_.copies.size(); ++g)
      for (const std::uint32_t article : pile_.copies[g].articles) group_of[article] = g + 1;
    std::map<Node, std::size_t> firsts;  // the group in the article's place
    for (const auto& [node, i] : nodes_) {
      const std::uint32_t group = group_of[node.article];
      if (group == 0) continue;
      const auto [first, is_new] = firsts.try_emplace({node.record, node.value, group}, i);
      if (!is_new) join(first->second, i);
    }
  }

  // Values whose words stand in the passage.
  [[nodiscard]] std::vector<Node> nodes_in(const Span& passage) const {
    std::vector<Node> found;
    auto place = std::ranges::lower_bound(places_, passage, {}, &Place::words);
    for (; place != places_.end() && place->words.article == passage.article &&
           place->words.range.begin < passage.range.end;
         ++place)
      if (passage.range.contains(place->words.range)) found.push_back(place->node);
    return found;
  }

  void join_passage(const ReuseLink& link) {
    const std::vector<Node> in_a = nodes_in(link.a);
    if (in_a.empty()) return;
    for (const Node& b : nodes_in(link.b))
      for (const Node& a : in_a)
        if (a.record == b.record && a.value == b.value) join(nodes_.at(a), nodes_.at(b));
  }

  const Pile& pile_;
  std::vector<Disagreement>& records_;
  std::vector<Place> places_;          // sorted
  std::map<Node, std::size_t> nodes_;  // each with its index
  std::vector<std::size_t> parent_;
};

}  // namespace

void count_origins(const Pile& pile, std::vector<Disagreement>& records) {
  Counter(pile, records).count();
}

}  // namespace fabula::reconcile
