// The plain words of a text, hashed 64 bytes of text at a time: letters and digits of ASCII, up to
// 16 of them, with nothing behind them that might belong to the word.
//
//   text     the bridge, it’s shut           plain    the · bridge       stops at it’s
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/span.hpp"

namespace fabula::reuse {

struct HashedWord {
  std::uint64_t hash = 0;  // hash_word() of the folded word
  Range range;             // bytes of the source
  bool is_alone = true;    // what stands before it in the text does not change it, if it is space
};

struct PlainWords {
  std::size_t n = 0;     // words read
  std::size_t next = 0;  // byte to go on from
  bool is_full = false;  // there was no room for more, should there be more; else `next` is the
                         // text's end, or begins what is no plain word
};

// Reads plain words from byte `at` on, which lies inside no word, until another word or a character
// beyond ASCII begins, the text ends, or `words`, which is not empty, is full. Uses the widest
// vectors the processor has, found out when the program runs; every kind gives the same words.
// Cost: linear, about 2 GB/s.
[[nodiscard]] PlainWords read_plain_words(std::string_view text, std::size_t at,
                                          std::span<HashedWord> words);

// Up to 16 bytes of a folded word in two numbers, the rest of which is 0, to 64 well mixed bits.
[[nodiscard]] std::uint64_t hash_block(std::uint64_t low, std::uint64_t high, std::uint64_t size);

}  // namespace fabula::reuse
