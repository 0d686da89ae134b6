// A smallest part of a list for which something holds that also holds for all longer parts.
//
//   minimise({a, b, c, d, e}, [](parts) { return contradicts(parts); })     {b, d}
//
// Source: Junker 2004, QuickXplain. Of several such parts the one that has its items early in the
// list. Cost: O(k log(n / k)) calls of `test` for k items of n.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fabula::solver {

// test  gets parts of `items` in the order of `items`; must be true of the whole list
[[nodiscard]] std::vector<std::uint32_t> minimise(
    std::span<const std::uint32_t> items,
    const std::function<bool(std::span<const std::uint32_t>)>& test);

}  // namespace fabula::solver
