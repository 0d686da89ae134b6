// Which bytes of a text are letters, 64 at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fabula::reuse {

// Bit i % 64 of element i / 64 tells of byte i. Bits behind the text are 0.
struct ByteMasks {
  std::vector<std::uint64_t> word;  // 0-9 A-Z a-z
  std::vector<std::uint64_t> high;  // not ASCII
};

// Fills `masks` for `text`, replacing what was in it. Uses the widest vectors the processor has,
// found out when the program runs; every kind gives the same bits. Any number of threads, each with
// `masks` of its own. Cost: linear, several GB/s.
void find_byte_masks(std::string_view text, ByteMasks& masks);

}  // namespace fabula::reuse
