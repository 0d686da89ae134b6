#include "reconcile/text_tree.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "reconcile/arborescence.hpp"
#include "reconcile/candidates.hpp"
#include "reconcile/rooting.hpp"
#include "reconcile/shared_changes.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::int64_t kTenthsPerBit = 30;
// A doubling of a text's copies is worth half a bit as the source of one more.
constexpr std::int64_t kPopularity = 15;
// Before anything is seen: dates put 1 source in 33 behind its copy.
constexpr std::uint64_t kFirstGuessRight = 64;
constexpr std::uint64_t kFirstGuessWrong = 2;
constexpr std::uint64_t kSeenEdge = 32;  // an edge that the words are sure of counts as much
constexpr std::int64_t kSureEdge = 60;
constexpr std::int64_t kMostForDates = 300;
constexpr std::int64_t kDoubtedDates = 120;   // at first it is 150, and right dates only raise it
constexpr std::int64_t kCredited = 300;       // the copy names its source
constexpr std::int64_t kMostForLonger = 600;  // what a longer passage says of the source

struct PricedPair {
  TextPair texts;
  PairPrice price;
};

class TreeFinder {
 public:
  TreeFinder(const FamilyWords& family, std::span<const TextFacts> facts, Pricer& pricer)
      : family_(family), facts_(facts), pricer_(pricer), n_(family.n_texts()) {}

  TextTree find() {
    candidates_ = find_candidates(family_);
    price_pairs();
    auto [tree, certainty] = solve(edges({}), {});
    SharedChanges shared;
    shared.from_lost_source.assign(n_, false);
    if (n_ > 3) shared = find_shared_changes(family_, pricer_, tree.parent);
    if (!shared.free.empty()) {
      pricer_.make_free(std::move(shared.free));
      price_pairs();
      std::tie(tree, certainty) = solve(edges({}), {});
    }
    const DatePrices dates = trust_dates(tree, certainty);
    const auto final_edges = edges(dates);
    std::tie(tree, certainty) = solve(final_edges, count_copies(tree));
    if (std::ranges::find(shared.from_lost_source, true) != shared.from_lost_source.end())
      shared.from_lost_source = find_shared_changes(family_, pricer_, tree.parent).from_lost_source;
    const RunnerUps ups = find_runner_ups(tree, final_edges);
    TextTree made;
    made.parent = std::move(tree.parent);
    made.runner_up = ups.parent;
    made.doubts_dates = dates.later < kDoubtedDates;
    made.from_lost_source = std::move(shared.from_lost_source);
    for (std::uint32_t t = 0; t < n_; ++t)
      made.margin.push_back(std::max<std::int64_t>(0, std::min(ups.margin[t], certainty[t])));
    made.direction = std::move(certainty);
    return made;
  }

 private:
  void price_pairs() {
    pairs_.clear();
    std::int64_t longest = 0;
    for (const TextPair pair : candidates_) pairs_.push_back({pair, pricer_.price(pair.a, pair.b)});
    for (std::uint32_t t = 0; t < n_; ++t) longest = std::max(longest, n_words(t));
    // A root pays for its words; and so much besides that any parent is cheaper than none.
    root_costs_.clear();
    for (std::uint32_t t = 0; t < n_; ++t)
      root_costs_.push_back(price::kOwnWord * (n_words(t) + 4 * longest + 100));
  }

  [[nodiscard]] std::int64_t n_words(std::uint32_t text) const {
    return static_cast<std::int64_t>(family_.words(text).size());
  }

  // Two a pair: from its first text to its second, and back.
  [[nodiscard]] std::vector<Edge> edges(const DatePrices& dates) const {
    std::vector<Edge> made;
    made.reserve(2 * pairs_.size());
    for (const auto& [texts, price] : pairs_) {
      const auto [a, b] = texts;
      made.push_back({a, b, price.a_to_b + beside_words(a, b, dates)});
      made.push_back({b, a, price.b_to_a + beside_words(b, a, dates)});
    }
    return made;
  }

  [[nodiscard]] std::int64_t beside_words(std::uint32_t source, std::uint32_t copy,
                                          const DatePrices& dates) const {
    const bool named = facts_[copy].credits == static_cast<std::int32_t>(source);
    const bool told = facts_[copy].longer == static_cast<std::int32_t>(source);
    return date_price(facts_[source].published, facts_[copy].published, dates) -
           (named ? kCredited : 0) -
           (told ? std::min(facts_[copy].longer_margin, kMostForLonger) : 0);
  }

  [[nodiscard]] std::int64_t cost_of(std::span<const Edge> edges, std::uint32_t from,
                                     std::uint32_t to) const {
    const TextPair asked{std::min(from, to), std::max(from, to)};
    const auto found = std::ranges::lower_bound(pairs_, asked, {}, &PricedPair::texts);
    return edges[2 * static_cast<std::size_t>(found - pairs_.begin()) + (from < to ? 0 : 1)].cost;
  }

  // The cheapest tree, turned to its likeliest beginning; n_copies may be empty.
  [[nodiscard]] std::pair<Arborescence, std::vector<std::int64_t>> solve(
      std::vector<Edge> edges, std::span<const std::uint64_t> n_copies) const {
    const std::vector<Edge> plain = edges;
    if (!n_copies.empty())
      for (Edge& edge : edges) edge.cost -= kPopularity * log2_sixteenths(n_copies[edge.from]) / 16;
    Arborescence tree = find_arborescence(root_costs_, edges);
    std::vector<RootedNode> nodes(n_);
    for (std::uint32_t t = 0; t < n_; ++t) {
      nodes[t] = {tree.parent[t], root_costs_[t], 0, 0, family_.n_members(t)};
      if (tree.parent[t] == kNoParent) continue;
      const auto p = static_cast<std::uint32_t>(tree.parent[t]);
      nodes[t].down_cost = cost_of(plain, p, t);
      nodes[t].up_cost = cost_of(plain, t, p);
    }
    Rooting rooting = find_roots(nodes);
    tree.parent = std::move(rooting.parent);
    return {std::move(tree), std::move(rooting.certainty)};
  }

  // The price of a source that appeared after its copy: how rare that is among the edges of which
  // the words are sure.
  [[nodiscard]] DatePrices trust_dates(const Arborescence& tree,
                                       std::span<const std::int64_t> certainty) const {
    std::uint64_t n_right = kFirstGuessRight, n_wrong = kFirstGuessWrong;
    for (std::uint32_t t = 0; t < n_; ++t) {
      if (tree.parent[t] == kNoParent || certainty[t] < kSureEdge) continue;
      const Published& source = facts_[static_cast<std::size_t>(tree.parent[t])].published;
      if (is_before(source, facts_[t].published)) n_right += kSeenEdge;
      if (is_before(facts_[t].published, source)) n_wrong += kSeenEdge;
    }
    const std::int64_t later =
        std::clamp((log2_sixteenths(n_right) - log2_sixteenths(n_wrong)) * kTenthsPerBit / 16,
                   std::int64_t{0}, kMostForDates);
    return {later, later * 3 / 100, 4 * later};
  }

  // Copies made of each text, and itself.
  [[nodiscard]] std::vector<std::uint64_t> count_copies(const Arborescence& tree) const {
    std::vector<std::uint64_t> n_copies(n_, 1);
    for (std::uint32_t t = 0; t < n_; ++t)
      if (tree.parent[t] != kNoParent)
        n_copies[static_cast<std::size_t>(tree.parent[t])] += family_.n_members(t);
    return n_copies;
  }

  const FamilyWords& family_;
  std::span<const TextFacts> facts_;
  Pricer& pricer_;
  std::uint32_t n_;
  std::vector<TextPair> candidates_;
  std::vector<PricedPair> pairs_;
  std::vector<std::int64_t> root_costs_;
};

}  // namespace

TextTree find_tree(const FamilyWords& family, std::span<const TextFacts> facts, Pricer& pricer) {
  if (family.n_texts() == 1) return {{-1}, {-1}, {kNoMargin}, {kNoMargin}, false, {false}};
  return TreeFinder(family, facts, pricer).find();
}

}  // namespace fabula::reconcile
