// Anchors of two texts → the passages they share, letter by letter.
//
//   b  ----[seed]------[seed]---[seed]------     two seeds on nearly the same diagonal, not of the
//   a  ----[seed]------[seed]---[seed]------     same few letters: followed to both sides
//          <========= passage ==========>        as far as the letters agree, cut at whole words
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "reuse/letter_align.hpp"
#include "reuse/letter_links.hpp"
#include "reuse/letters.hpp"

namespace fabula::reuse {

// `a` and `b` are ranges of letters, of whole words.
struct SharedLetters {
  Range a;
  Range b;
  LetterCounts counts;
  friend constexpr auto operator<=>(const SharedLetters&, const SharedLetters&) = default;
};

// Are the letters next to one seed mostly equal, on one side at least? A quick look that tells a
// passage from a chance, when no second seed does. Cost: a look at 64 letters of each text.
[[nodiscard]] bool looks_shared(std::span<const Letter> a, std::span<const Letter> b,
                                const LetterAnchor& anchor, const LetterSeedShape& shape);

// Keeps what finding the passages of one pair needs; one for each thread.
class LetterPairer {
 public:
  explicit LetterPairer(const LetterOptions& options) : options_(options) {}

  // Appends the passages of two texts to `found`, by b.begin; no letter of `b` is in two of them.
  //
  // anchors   of this pair, sorted by (b_letter, a_letter); `a` of an anchor is not looked at
  // shape     of the seeds the anchors came from
  // cost      linear in anchors and passages; a false pair of seeds about 1 us
  void find(std::span<const Letter> a, std::span<const Letter> b,
            std::span<const LetterAnchor> anchors, const LetterSeedShape& shape,
            std::vector<SharedLetters>& found);

 private:
  [[nodiscard]] bool good_enough(const LetterCounts& counts, std::uint32_t holders) const;
  [[nodiscard]] SharedLetters measured(std::span<const Letter> a, std::span<const Letter> b,
                                       Range a_range, Range b_range) const;
  Range follow_both(std::span<const Letter> a, std::span<const Letter> b,
                    const LetterAnchor& anchor, std::uint32_t b_from, Range& a_range);

  LetterOptions options_;
  LetterAligner aligner_;
  std::vector<LetterStep> path_;   // of the whole passage, forward
  std::vector<LetterStep> ahead_;  // the part after the anchor
};

}  // namespace fabula::reuse
