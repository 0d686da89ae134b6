// Which way the words went between two members of a family, for the pair's link.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/reason.hpp"
#include "reconcile/lineage.hpp"

namespace fabula::reconcile {

struct Direction {
  std::string_view way = "unknown";  // "a->b", "b->a" or "unknown"
  Reason because;
};

// "a->b" where b has the words from a, through others or not, and no link of that chain is open;
// of members with the very same words only the first goes to the others. "First article" in the
// sentence is `a`, "second" is `b`.
//
// lineage  that of `members`
// a, b     two different members
// cost     the length of the chain
[[nodiscard]] Direction tell_direction(std::span<const Member> members, const Lineage& lineage,
                                       std::uint32_t a, std::uint32_t b);

}  // namespace fabula::reconcile
