#include "base/sort_numbers.hpp"

#include <hwy/contrib/sort/vqsort.h>

#include <algorithm>

namespace fabula {
namespace {

template <class Number>
void sort(std::vector<Number>& numbers) {
  constexpr std::size_t kWorthVectors = 64;
  if (numbers.size() < kWorthVectors)
    std::sort(numbers.begin(), numbers.end());
  else
    hwy::Sorter()(numbers.data(), numbers.size(), hwy::SortAscending());
}

}  // namespace

void sort_numbers(std::vector<std::uint64_t>& numbers) { sort(numbers); }
void sort_numbers(std::vector<WideNumber>& numbers) { sort(numbers); }

}  // namespace fabula
