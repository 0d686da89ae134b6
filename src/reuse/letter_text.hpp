// The letters of a folded text, without spaces and marks: what the letter tier compares.
//
//   folded    the o1d  bridge          a misread letter spoils its word, but not the letters
//   letters   t h e o 1 d b r i d g e  around it; a lost or added space spoils nothing
//   begins    ^     ^     ^            the highest bit of a letter that begins a word
//
// One byte a letter: a-z and 0-9 have numbers of their own, every other letter (and each Han or
// kana character) one of 91 shared numbers, always the same one. Words are those of text/words.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::reuse {

using Letter = std::uint8_t;
inline constexpr Letter kWordBegins = 0x80;
inline constexpr Letter kLetterMask = 0x7F;  // the letter itself, 1..127

[[nodiscard]] constexpr bool same_letter(Letter a, Letter b) {
  return ((a ^ b) & kLetterMask) == 0;
}

// Appends the letters of `text`, frozen text of an article. Cost: linear.
void append_letters(std::string_view text, std::vector<Letter>& letters);

// Where whole words stand in `text`: for each range of letters its bytes. Every range begins where
// a word begins, ends where one ends, and is not empty. Cost: linear in the text, whose letters are
// worked out again, for only few texts share anything.
[[nodiscard]] std::vector<Range> letters_to_bytes(std::string_view text,
                                                  std::span<const Range> letters);

}  // namespace fabula::reuse
