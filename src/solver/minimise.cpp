#include "solver/minimise.hpp"

namespace fabula::solver {
namespace {

using Items = std::vector<std::uint32_t>;
using Test = std::function<bool(std::span<const std::uint32_t>)>;

Items joined(const Items& a, const Items& b) {
  Items both = a;
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

// What of `items` is needed beside `base`; `base_grew` when base has changed since the last test.
Items needed(const Items& base, bool base_grew, const Items& items, const Test& test) {
  if (base_grew && test(base)) return {};
  if (items.size() == 1) return items;
  const auto middle = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
  const Items early(items.begin(), middle);
  const Items late(middle, items.end());
  const Items of_late = needed(joined(base, early), true, late, test);
  const Items of_early = needed(joined(base, of_late), !of_late.empty(), early, test);
  return joined(of_early, of_late);
}

}  // namespace

std::vector<std::uint32_t> minimise(std::span<const std::uint32_t> items, const Test& test) {
  const Items all(items.begin(), items.end());
  if (all.empty() || test({})) return {};
  return needed({}, false, all, test);
}

}  // namespace fabula::solver
