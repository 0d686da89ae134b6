// Seeds: hashes of a few words in a row, at places chosen by the words alone.
//
//   words        w0 w1 w2 w3 w4 w5 w6 w7        one hash for each `words` (5) in a row
//   hashes       h0 h1 h2 h3                    of every `window` (4) of them the smallest is a
//   seed
//
// Words between quotation marks are what articles share in the shortest pieces: four of them in a
// row are a seed wherever they stand.
//
// Two texts that share words + window - 1 (8) words in a row share a whole window, choose the same
// seed in it, and so meet. About 4 in 10 words begin a seed.
//
// Source: Schleimer, Wilkerson and Aiken 2003 (winnowing); Roberts et al. 2004 (minimizers).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/pile_words.hpp"

namespace fabula::reuse {

struct SeedShape {
  std::uint32_t words = 5;      // of one seed
  std::uint32_t window = 4;     // one seed is chosen in each so many places
  std::uint32_t run_words = 8;  // every shared run of so many words is found; >= words + window - 1
};

// The shape that finds every run of `min_words` words; fewer than 3 count as 3. Longer seeds than 5
// would lose edited copies, shorter ones meet by chance.
[[nodiscard]] SeedShape seed_shape_for(std::uint32_t min_words);

struct Seed {
  std::uint64_t hash = 0;
  std::uint32_t word = 0;  // index of its first word in the article
  friend constexpr auto operator<=>(const Seed&, const Seed&) = default;
};

// Fills `seeds` with those of one article, by rising `word`, then
// those of quoted words. Of equal hashes in a window the last
// is taken. Cost: linear in the words.
void find_seeds(std::span<const WordCode> words, const SeedShape& shape, std::vector<Seed>& seeds);

}  // namespace fabula::reuse
