#include "reconcile/shared_changes.hpp"

#include <algorithm>
#include <compare>

namespace fabula::reconcile {
namespace {

constexpr std::size_t kManyHands = 3;
constexpr std::uint32_t kSmallChange = 2;  // words on either side

struct Made {
  std::uint64_t key = 0;
  std::int32_t parent = 0;
  std::uint32_t child = 0;
  std::uint32_t n_words = 0;  // of the longer side
  friend constexpr auto operator<=>(const Made&, const Made&) = default;
};

std::vector<Made> list_changes(const FamilyWords& family, Pricer& pricer,
                               std::span<const std::int32_t> parent) {
  std::vector<Made> made;
  for (std::uint32_t t = 0; t < parent.size(); ++t) {
    if (parent[t] < 0) continue;
    const auto p = static_cast<std::uint32_t>(parent[t]);
    (void)pricer.price(p, t);
    for (const Change& c : pricer.changes()) {
      const std::uint32_t n_a = c.a_end - c.a_begin, n_b = c.b_end - c.b_begin;
      if (n_b == 0) continue;  // many leave out the same words; that is no sign of anything
      const std::uint64_t key = change_key(family.words(p).subspan(c.a_begin, n_a),
                                           family.words(t).subspan(c.b_begin, n_b));
      if (key != 0) made.push_back({key, parent[t], t, std::max(n_a, n_b)});
    }
  }
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

// Calls `visit` for each stretch of equal elements by `same`.
template <class Same, class Visit>
void for_each_group(std::span<const Made> made, const Same& same, const Visit& visit) {
  for (std::size_t begin = 0; begin < made.size();) {
    std::size_t end = begin + 1;
    while (end < made.size() && same(made[begin], made[end])) ++end;
    visit(made.subspan(begin, end - begin));
    begin = end;
  }
}

// Texts that share two changes or more, or a long one, with two siblings or more.
std::vector<bool> find_orphans(std::span<const Made> made, std::span<const std::int32_t> parent) {
  std::vector<std::uint32_t> n_shared(parent.size(), 0);
  const auto same = [](const Made& x, const Made& y) {
    return x.key == y.key && x.parent == y.parent;
  };
  for_each_group(made, same, [&](std::span<const Made> group) {
    if (group.size() < kManyHands) return;
    for (const Made& m : group) n_shared[m.child] += m.n_words > kSmallChange ? 2 : 1;
  });
  std::vector<std::uint32_t> n_orphans(parent.size(), 0);  // by parent
  for (std::size_t t = 0; t < parent.size(); ++t)
    if (n_shared[t] >= 2) ++n_orphans[static_cast<std::size_t>(parent[t])];
  std::vector<bool> orphans(parent.size(), false);
  for (std::size_t t = 0; t < parent.size(); ++t)
    orphans[t] = n_shared[t] >= 2 && n_orphans[static_cast<std::size_t>(parent[t])] >= kManyHands;
  return orphans;
}

}  // namespace

SharedChanges find_shared_changes(const FamilyWords& family, Pricer& pricer,
                                  std::span<const std::int32_t> parent) {
  const std::vector<Made> made = list_changes(family, pricer, parent);
  SharedChanges found;
  found.from_lost_source = find_orphans(made, parent);
  const auto same = [](const Made& x, const Made& y) { return x.key == y.key; };
  for_each_group(made, same, [&](std::span<const Made> group) {
    const auto n_hands = std::ranges::count_if(
        group, [&](const Made& m) { return !found.from_lost_source[m.child]; });
    const bool small =
        std::ranges::all_of(group, [](const Made& m) { return m.n_words <= kSmallChange; });
    if (small && n_hands >= static_cast<std::ptrdiff_t>(kManyHands))
      found.free.push_back(group.front().key);
  });
  return found;
}

}  // namespace fabula::reconcile
