// Sorts many numbers, by the widest vectors that the machine has: several times as fast as
// std::sort.
#pragma once

#include <hwy/base.h>

#include <cstdint>
#include <vector>

namespace fabula {

// 128 bits, as a number of two halves: a key `hi`, with what it is of as `lo`.
using WideNumber = hwy::uint128_t;

// Ascending; wide numbers by `hi`, of equals by `lo`.
void sort_numbers(std::vector<std::uint64_t>& numbers);
void sort_numbers(std::vector<WideNumber>& numbers);

}  // namespace fabula
