// Follows a shared passage letter by letter, past misread, lost and added letters, to its end.
//
//   a   t h e c o u n c i l c l o - s e d t h e ...
//   b   t h e e o u n c - l c l o o s e d t h e ...
//       = = = x = = = = a = = = = b = = =                steps: equal, exchanged, only in a, in b
//
// A step costs or earns half points: equal +2, exchanged -4, only in one text -5. The path is cut
// where its sum is largest; it is given up when the sum falls kDrop below that. So a passage may
// have up to a third of its letters wrong, and a stretch of about 20 wrong ones in its middle.
//
// The distances of 64 neighbouring cells are computed at once in one machine word that moves down
// the diagonal, in blocks of 256 letters of b; each block is centred on where the last one led, so
// texts may drift apart without limit, only not by 32 letters in one place.
//
// Source: Myers 1999 and Hyyrö 2003 (bit-parallel edit distance, the band along the diagonal);
// Zhang et al. 2000 (score from distance, giving up by drop).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reuse/letter_text.hpp"

namespace fabula::reuse {

enum class LetterStep : std::uint8_t { kEqual, kExchanged, kOnlyA, kOnlyB };

[[nodiscard]] constexpr std::int32_t half_points(LetterStep step) {
  constexpr std::array<std::int32_t, 4> kPoints{2, -4, -5, -5};
  return kPoints[static_cast<std::size_t>(step)];
}

inline constexpr std::int32_t kDrop = 80;  // half points

enum class Reading : std::uint8_t { kForward, kBackward };

// Holds the tables of one block; about 13 KB. One for each thread.
class LetterAligner {
 public:
  // Replaces `path` by the steps from the beginnings of `a` and `b` on (kForward), or from their
  // ends back (kBackward: the step next to the ends comes first). Empty when nothing there is
  // alike. The last step is an equal one. Cost: about 10 ns a letter, whatever the errors.
  void follow(std::span<const Letter> a, std::span<const Letter> b, Reading reading,
              std::vector<LetterStep>& path);

 private:
  static constexpr std::uint32_t kColumns = 256;      // letters of b in one block
  static constexpr std::uint32_t kFirstColumns = 64;  // of the first block, mostly a try in vain
  static constexpr std::uint32_t kAgain = 32;   // last ones of a block, computed again in the next
  static constexpr std::uint32_t kCheck = 32;   // columns between two looks at the score
  static constexpr std::uint32_t kCentre = 32;  // bit of the cell on the block's own diagonal
  static constexpr std::uint32_t kRows = kColumns + kCentre;

  struct Column {
    std::uint64_t same_as_before = 0;  // the cell costs what the one before it on its diagonal does
    std::uint64_t one_more = 0;        // it costs one more than the one in the column before
  };
  struct Cell {
    std::uint32_t a = 0;  // letters of a and of b before it, in this block
    std::uint32_t b = 0;
    std::int32_t points = 0;  // half points since the block's beginning
  };
  struct BlockEnd {
    Cell cell;          // where to trace back from
    bool over = false;  // given up, or no letter is left
  };

  void load(std::span<const Letter> a, std::span<const Letter> b, Reading reading,
            std::uint32_t n_columns);
  void unload();
  [[nodiscard]] BlockEnd compute(std::int32_t best_so_far, bool last);
  [[nodiscard]] Cell best_cell(std::uint32_t column, std::int32_t distance, std::uint64_t plus,
                               std::uint64_t minus) const;
  void trace_back(Cell from);

  std::array<Letter, kRows> a_{};  // letters of the block, in reading order
  std::array<Letter, kColumns> b_{};
  std::uint32_t n_a_ = 0;
  std::uint32_t n_b_ = 0;
  // Bit i + 31 of places_[letter]: a_[i - 1] is that letter.
  std::array<std::array<std::uint64_t, 6>, 128> places_{};
  std::array<Column, kColumns + 1> columns_{};
  std::vector<LetterStep> steps_;  // of the block, last one first
};

}  // namespace fabula::reuse
