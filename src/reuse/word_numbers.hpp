// A number for each distinct word: 0, 1, 2, ... in the order of the first asking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::reuse {

// A hash table with open addressing. A hash only finds the place; the letters are compared.
// Not for several threads at once.
class WordNumbers {
 public:
  // `hash` is any good hash of `word`, always the same one. Cost: O(1) on average.
  std::uint32_t number_of(std::string_view word, std::uint64_t hash);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  [[nodiscard]] std::string_view word(std::uint32_t number) const;
  [[nodiscard]] std::uint64_t hash(std::uint32_t number) const { return entries_[number].hash; }

 private:
  struct Entry {
    std::uint64_t hash;
    std::size_t begin;  // in letters_; ends where the next begins
  };

  void grow();

  std::vector<std::uint32_t> slots_;  // number + 1, or 0 for an empty slot
  std::vector<Entry> entries_;
  std::string letters_;
};

}  // namespace fabula::reuse
