// What speaks for one source against the next likeliest: words that only the first of them shares.
//
//   copy       the old harbour wall had cracks after the flood of may
//   source     the old harbour wall had cracks by the flood of april
//   runner-up  the sea wall had cracks after the flood of may
//                  ~~~~~~~~~~~ witness: "old harbour"
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/lineage.hpp"
#include "reconcile/prices.hpp"

namespace fabula::reconcile {

struct Sources {
  std::uint32_t copy = 0;  // texts
  std::uint32_t source = 0;
  std::int32_t runner_up = -1;  // -1: none, and then no witnesses
};

struct WitnessReport {
  std::vector<Witness> witnesses;  // bytes of the texts' first members; at most 4, in text order
  std::uint32_t n_shared = 0;      // words of all witnesses there are
  std::uint32_t n_own_words = 0;   // of the copy, against its source
  std::uint32_t n_left_out = 0;    // of the source, against its copy
  Sign sign = Sign::kNone;         // why the words cannot have gone the other way
};

// Of many witnesses, those with the rarest words are kept. Cost: two alignments.
[[nodiscard]] WitnessReport find_witnesses(const FamilyWords& words, Pricer& pricer,
                                           const Sources& sources);

}  // namespace fabula::reconcile
