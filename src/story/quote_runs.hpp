// Which runs of three words two quotations share, told by their hashes.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fabula::story {

// The runs of three words of one utterance, to be counted among those of many others.
class QuoteRuns {
 public:
  explicit QuoteRuns(std::span<const std::uint32_t> sorted) : sorted_(sorted) {
    for (const std::uint32_t run : sorted) bits_.set(bit_of(run));
  }

  // Of these runs, how many the others (sorted) have as well.
  [[nodiscard]] std::uint32_t count_among(std::span<const std::uint32_t> others) const {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
      if (!bits_.test(bit_of(others[i])) || (i > 0 && others[i - 1] == others[i])) continue;
      const auto same = std::ranges::equal_range(sorted_, others[i]);
      n += static_cast<std::uint32_t>(same.size());
    }
    return n;
  }

 private:
  static constexpr unsigned kBits = 12;
  static std::size_t bit_of(std::uint32_t run) { return (run * 0x9E3779B1U) >> (32U - kBits); }

  std::span<const std::uint32_t> sorted_;
  std::bitset<std::size_t{1} << kBits> bits_;  // most that are not among them are not in here
};

}  // namespace fabula::story
