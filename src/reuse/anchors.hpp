// Anchors: places of two articles where a shared run is likely.
//
// The articles that hold one seed are linked without comparing all of them with each other. Up to
// 8 places: every pair. More: those that share a whole run of words around the seed; every pair of
// up to 32, else each with the first and with the previous one. So of every shared run each holder
// is tied to another, and a story printed 10,000 times costs 20,000 links, not 50 million.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// The same words begin at word a_word of article a and word b_word of article b; a < b in the
// working order.
struct Anchor {
  std::uint32_t b = 0;
  std::uint32_t a = 0;
  std::uint32_t b_word = 0;
  std::uint32_t a_word = 0;
  friend constexpr auto operator<=>(const Anchor&, const Anchor&) = default;
};

// What the source says of an article, as far as learning an outlet's furniture needs it.
struct Imprint {
  std::uint32_t outlet = 0;  // a number for each outlet; 0: not known
  std::int32_t day = 0;      // of publication, days since 1970-01-01; kNoDay: not stated
};
inline constexpr std::int32_t kNoDay = INT32_MIN;

struct Anchors {
  std::vector<std::vector<Anchor>> parts;  // unsorted, some twice; together they are the anchors
  std::vector<Seed> furniture;             // seeds of words one outlet prints day after day
};

// Consumes the seed runs of `pile`. Cost: O(n log n) in the seeds.
[[nodiscard]] Anchors link_seeds(ReadPile& pile, std::span<const Imprint> imprints,
                                 const SeedShape& shape, const Context& context);

}  // namespace fabula::reuse
