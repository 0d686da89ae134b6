// Offsets of a text in what readers of an export count: bytes, code points, UTF-16 units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "render/json.hpp"
#include "text/utf8.hpp"

namespace fabula::render {

// Bytes → the unit asked for, by a running count at every 64th byte. `text` must outlive it.
// Cost: linear to make, O(1) to ask.
class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
    if (unit_ == OffsetUnit::kByte) return;
    std::uint32_t n = 0;
    for (std::size_t at = 0; at <= text.size(); at += kStep) {
      counts_.push_back(n);
      n += count(text.substr(at, kStep));
    }
  }

  std::uint32_t operator()(std::uint32_t byte) const {
    if (unit_ == OffsetUnit::kByte) return byte;
    const std::size_t block = byte / kStep;
    return counts_[block] + count(text_.substr(block * kStep, byte - block * kStep));
  }

 private:
  static constexpr std::size_t kStep = 64;

  // Counts the code points (UTF-16 units) whose first byte lies in `piece`.
  std::uint32_t count(std::string_view piece) const {
    return static_cast<std::uint32_t>(unit_ == OffsetUnit::kCodePoint
                                          ? text::count_code_points(piece)
                                          : text::count_utf16_units(piece));
  }

  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace fabula::render
