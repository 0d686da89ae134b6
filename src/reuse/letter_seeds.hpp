// Seeds of the letter tier: a few letters in a row, chosen by themselves alone.
//
//   letters   t h e c o u n c i l c l o s e d
//             [ 12 letters: a candidate     ]       7 runs of 6 letters lie in it
//             [6 letters]     ...   [6 letters]     chosen when the first or the last of the 7 has
//                                                   the smallest hash: 2 of 7 candidates are
//
// (closed syncmers). No letter outside a seed decides whether it is one, so a misread letter
// destroys only the seeds it stands in, and 18 equal letters in a row always hold one.
//
// Source: Edgar 2021, "Syncmers are more sensitive than minimizers".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/letter_text.hpp"

namespace fabula::reuse {

struct LetterSeedShape {
  std::uint32_t letters = 12;  // of one seed; 9..16
  std::uint32_t inner = 6;     // of the runs whose hashes choose; 4..8
};

// For a whole pile: short enough to survive 12 % differing letters, long enough to be rare in it.
// Of copied passages of 20 to 40 words with 6 % wrong letters in both, in 37 MB of news, seeds of
// 10, 11 and 12 letters find 95, 94 and 92 %; at 110 MB one letter more costs what it did there.
[[nodiscard]] constexpr LetterSeedShape pile_seed_shape(std::uint64_t n_letters) {
  if (n_letters <= std::uint64_t{1} << 27) return {11, 5};
  return n_letters <= std::uint64_t{1} << 30 ? LetterSeedShape{12, 6} : LetterSeedShape{14, 7};
}

// For two articles that are known to belong together.
inline constexpr LetterSeedShape kPairSeeds{9, 5};

struct LetterSeed {
  std::uint64_t hash = 0;
  std::uint32_t letter = 0;  // index of its first letter
  friend constexpr auto operator<=>(const LetterSeed&, const LetterSeed&) = default;
};

// Puts the seeds of one article into `seeds`, by rising `letter`, replacing what was in it. Left
// out are those that repeat one to four letters ("aaaaaaaaaaaa", "hahahahahaha"). Cost: linear.
void choose_letter_seeds(std::span<const Letter> letters, const LetterSeedShape& shape,
                         std::vector<LetterSeed>& seeds);

}  // namespace fabula::reuse
