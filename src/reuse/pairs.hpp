// Every pair of articles that share passages.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "reuse/anchors.hpp"
#include "reuse/passages.hpp"

namespace fabula::reuse {

struct PairPassage {
  std::uint32_t a = 0;  // places in the working order, a < b
  std::uint32_t b = 0;
  Passage passage;
};

// The passages of all pairs, by (b, a, passage.b_begin). Consumes the anchors.
[[nodiscard]] std::vector<PairPassage> pair_articles(const PileWords& words,
                                                     std::vector<std::vector<Anchor>> anchors,
                                                     const SeedShape& shape,
                                                     const Context& context);

}  // namespace fabula::reuse
