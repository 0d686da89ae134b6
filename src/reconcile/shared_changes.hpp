// The same change on several edges of a tree of copies: made by many hands, or by one that is
// missing.
//
//   p ──┬── x   theatre→theater                           three hands made one small change alike:
//       ├── y   theatre→theater, shut→closed              it says nothing about who copied whom
//       └── z   theatre→theater
//
//   p ──┬── x   shut→closed, night→evening, old→worn      three share two changes or more: they
//       ├── y   shut→closed, night→evening                have them from a text that is not here
//       └── z   shut→closed, night→evening
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/prices.hpp"

namespace fabula::reconcile {

struct SharedChanges {
  std::vector<std::uint64_t> free;     // keys of small changes that 3 edges or more have; sorted
  std::vector<bool> from_lost_source;  // by text
};

// parent  by text; -1: none
// cost    one alignment an edge
[[nodiscard]] SharedChanges find_shared_changes(const FamilyWords& family, Pricer& pricer,
                                                std::span<const std::int32_t> parent);

}  // namespace fabula::reconcile
