#include "reuse/byte_masks.hpp"

#include <array>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "reuse/byte_masks.cpp"  // this file, once more for each instruction set
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace fabula::reuse::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;

template <class V>
auto at_most(V v, std::uint8_t limit) {
  const Bytes bytes;
  return hn::Eq(hn::Min(v, hn::Set(bytes, limit)), v);
}

// Without vectors, and the obvious way.
void MaskBlocksSingly(const std::uint8_t* HWY_RESTRICT text, std::size_t n_blocks,
                      std::uint64_t* HWY_RESTRICT word, std::uint64_t* HWY_RESTRICT high) {
  for (std::size_t block = 0; block < n_blocks; ++block) {
    word[block] = high[block] = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      const std::uint8_t byte = text[64 * block + i];
      const auto letter = static_cast<std::uint8_t>((byte | 0x20) - 'a');
      const auto digit = static_cast<std::uint8_t>(byte - '0');
      word[block] |= std::uint64_t{letter <= 25 || digit <= 9} << i;
      high[block] |= std::uint64_t{byte > 0x7F} << i;
    }
  }
}

void MaskBlocks(const std::uint8_t* HWY_RESTRICT text, std::size_t n_blocks,
                std::uint64_t* HWY_RESTRICT word, std::uint64_t* HWY_RESTRICT high) {
  const Bytes bytes;
  const std::size_t n_lanes = hn::Lanes(bytes);
  if (n_lanes < 8) return MaskBlocksSingly(text, n_blocks, word, high);
  for (std::size_t block = 0; block < n_blocks; ++block) {
    std::array<std::uint8_t, 8 + 8> word_bits{};  // StoreMaskBits may write a little more
    std::array<std::uint8_t, 8 + 8> high_bits{};
    for (std::size_t at = 0; at < 64; at += n_lanes) {
      const auto v = hn::LoadU(bytes, text + 64 * block + at);
      const auto letter = hn::Sub(hn::Or(v, hn::Set(bytes, 0x20)), hn::Set(bytes, 'a'));
      const auto digit = hn::Sub(v, hn::Set(bytes, '0'));
      const auto is_word = hn::Or(at_most(letter, 25), at_most(digit, 9));
      const auto is_high = hn::Not(at_most(v, 0x7F));
      hn::StoreMaskBits(bytes, is_word, word_bits.data() + at / 8);
      hn::StoreMaskBits(bytes, is_high, high_bits.data() + at / 8);
    }
    std::memcpy(word + block, word_bits.data(), 8);
    std::memcpy(high + block, high_bits.data(), 8);
  }
}

}  // namespace fabula::reuse::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace fabula::reuse {

HWY_EXPORT(MaskBlocks);

void find_byte_masks(std::string_view text, ByteMasks& masks) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t n_whole = text.size() / 64;
  const std::size_t n_rest = text.size() % 64;
  const std::size_t n_blocks = n_whole + (n_rest != 0);
  masks.word.resize(n_blocks);
  masks.high.resize(n_blocks);
  HWY_DYNAMIC_DISPATCH(MaskBlocks)(bytes, n_whole, masks.word.data(), masks.high.data());
  if (n_rest == 0) return;
  std::array<std::uint8_t, 64> padded{};
  std::memcpy(padded.data(), bytes + 64 * n_whole, n_rest);
  HWY_DYNAMIC_DISPATCH(MaskBlocks)
  (padded.data(), 1, masks.word.data() + n_whole, masks.high.data() + n_whole);
}

}  // namespace fabula::reuse
#endif
