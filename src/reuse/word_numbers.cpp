#include "reuse/word_numbers.hpp"

namespace fabula::reuse {

std::uint32_t WordNumbers::number_of(std::string_view asked, std::uint64_t hash) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t number = slots_[at] - 1;
    if (entries_[number].hash == hash && word(number) == asked) return number;
  }
  const std::uint32_t number = size();
  entries_.push_back({hash, letters_.size()});
  letters_ += asked;
  slots_[at] = number + 1;
  return number;
}

std::string_view WordNumbers::word(std::uint32_t number) const {
  const std::size_t begin = entries_[number].begin;
  const std::size_t end =
      number + 1 < entries_.size() ? entries_[number + 1].begin : letters_.size();
  return std::string_view(letters_).substr(begin, end - begin);
}

void WordNumbers::grow() {
  slots_.assign(slots_.empty() ? 1024 : 2 * slots_.size(), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = entries_[number].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = number + 1;
  }
}

}  // namespace fabula::reuse
