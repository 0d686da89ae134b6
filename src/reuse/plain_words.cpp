#include "reuse/plain_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "reuse/plain_words.cpp"  // this file, once more for each instruction set
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef FABULA_REUSE_PLAIN_WORDS
#define FABULA_REUSE_PLAIN_WORDS
namespace fabula::reuse {

inline constexpr std::size_t kBlock = 64;    // bytes looked at in one go
inline constexpr std::size_t kLongest = 16;  // of a plain word
inline constexpr std::size_t kReadable = kBlock + kLongest;

// ASCII letters and digits fold by setting one bit.
inline constexpr std::uint64_t kLowerCase = 0x2020202020202020;

// The first `n` bytes of 8.
inline constexpr std::array<std::uint64_t, kLongest + 1> kFirstBytes = [] {
  std::array<std::uint64_t, kLongest + 1> masks{};
  for (std::size_t n = 0; n <= kLongest; ++n)
    masks[n] = n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
  return masks;
}();
inline constexpr std::array<std::uint64_t, kLongest + 1> kBytesBehind8 = [] {
  std::array<std::uint64_t, kLongest + 1> masks{};
  for (std::size_t n = 8; n <= kLongest; ++n) masks[n] = kFirstBytes[n - 8];
  return masks;
}();

// Bytes that may belong to the word before them.
inline constexpr std::array<bool, 256> kMayGoOn = [] {
  std::array<bool, 256> bytes{};
  for (const char c : {'\'', '`', '-'}) bytes[static_cast<unsigned char>(c)] = true;
  for (std::size_t b = 0; b < 256; ++b)
    bytes[b] =
        bytes[b] || b >= 0x80 || (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  return bytes;
}();

inline std::uint64_t load8(const std::uint8_t* from) {
  std::uint64_t bytes;
  std::memcpy(&bytes, from, 8);
  return bytes;
}

// The step of wyhash by Wang Yi, in the public domain: two halves of a product of 128 bits.
inline std::uint64_t mixed_block(std::uint64_t low, std::uint64_t high, std::uint64_t size) {
  __extension__ using Wide = unsigned __int128;
  const Wide product =
      Wide{low ^ 0xA0761D6478BD642F} * (high ^ (0xE7037ED1A0B428DB + size * 0x9E3779B97F4A7C15));
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace fabula::reuse
#endif

HWY_BEFORE_NAMESPACE();
namespace fabula::reuse::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;

struct Masks {  // bit i tells of byte i
  std::uint64_t letters = 0;
  std::uint64_t high = 0;  // beyond ASCII
};

template <class V>
auto at_most(V v, std::uint8_t limit) {
  const Bytes bytes;
  return hn::Eq(hn::Min(v, hn::Set(bytes, limit)), v);
}

// Without vectors, and the obvious way.
inline Masks MaskSingly(const std::uint8_t* HWY_RESTRICT text) {
  Masks masks;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto letter = static_cast<std::uint8_t>((text[i] | 0x20) - 'a');
    const auto digit = static_cast<std::uint8_t>(text[i] - '0');
    masks.letters |= std::uint64_t{letter <= 25 || digit <= 9} << i;
    masks.high |= std::uint64_t{text[i] > 0x7F} << i;
  }
  return masks;
}

inline Masks MaskBlock(const std::uint8_t* HWY_RESTRICT text) {
  const Bytes bytes;
  const std::size_t n_lanes = hn::Lanes(bytes);
  if (n_lanes < 8) return MaskSingly(text);
  std::array<std::uint8_t, 8 + 8> letter_bits{};  // StoreMaskBits may write a little more
  std::array<std::uint8_t, 8 + 8> high_bits{};
  for (std::size_t at = 0; at < kBlock; at += n_lanes) {
    const auto v = hn::LoadU(bytes, text + at);
    const auto letter = hn::Sub(hn::Or(v, hn::Set(bytes, 0x20)), hn::Set(bytes, 'a'));
    const auto digit = hn::Sub(v, hn::Set(bytes, '0'));
    hn::StoreMaskBits(bytes, hn::Or(at_most(letter, 25), at_most(digit, 9)),
                      letter_bits.data() + at / 8);
    hn::StoreMaskBits(bytes, hn::Not(at_most(v, 0x7F)), high_bits.data() + at / 8);
  }
  Masks masks;
  std::memcpy(&masks.letters, letter_bits.data(), 8);
  std::memcpy(&masks.high, high_bits.data(), 8);
  return masks;
}

// `block` has kReadable bytes and is byte `at` of the text; puts its words behind `out`. Returns
// how many of its bytes are read: less than kBlock where a word goes on behind it, where something
// else than a plain word begins (is_plain is false then), or when `out` comes to `end`.
inline std::size_t ReadBlock(const std::uint8_t* HWY_RESTRICT block, std::size_t at,
                             HashedWord* HWY_RESTRICT& out, const HashedWord* end, bool& is_plain) {
  const Masks masks = MaskBlock(block);
  std::uint64_t begins = (masks.letters & ~(masks.letters << 1)) | masks.high;
  while (begins != 0) {
    const std::uint64_t first = begins & (~begins + 1);
    // Adding its first bit clears a run of letters and sets the bit behind it.
    const std::uint64_t behind = (masks.letters + first) & ~masks.letters;
    const auto begin = static_cast<std::size_t>(std::countr_zero(first));
    const auto word_end = static_cast<std::size_t>(std::countr_zero(behind));
    const std::size_t size = word_end - begin;
    if (size - 1 >= kLongest || kMayGoOn[block[word_end]]) {
      is_plain = behind == 0 && begin > kBlock - kLongest;  // it may be: the next block tells
      return begin;
    }
    if (out == end) return begin;
    const std::uint8_t* const word = block + begin;
    out->hash = mixed_block((load8(word) | kLowerCase) & kFirstBytes[size],
                            (load8(word + 8) | kLowerCase) & kBytesBehind8[size], size);
    out->range = {static_cast<std::uint32_t>(at + begin),
                  static_cast<std::uint32_t>(at + word_end)};
    out->is_alone = true;
    ++out;
    begins ^= first;
  }
  return kBlock;
}

PlainWords ReadWords(const std::uint8_t* HWY_RESTRICT text, std::size_t size, std::size_t at,
                     HashedWord* HWY_RESTRICT words, std::size_t room) {
  HashedWord* out = words;
  const HashedWord* const end = words + room;
  bool is_plain = true;
  const auto made = [&](std::size_t next) {
    return PlainWords{static_cast<std::size_t>(out - words), next, is_plain && next < size};
  };
  while (at + kReadable <= size) {
    const std::size_t n = ReadBlock(text + at, at, out, end, is_plain);
    at += n;
    if (!is_plain || (n < kBlock && out == end)) return made(at);
  }
  std::array<std::uint8_t, kReadable> rest;  // the text, then zeros
  while (at < size) {
    const std::size_t n_rest = size - at;
    const std::size_t n_copied = std::min(n_rest, kReadable);
    std::memcpy(rest.data(), text + at, n_copied);
    std::memset(rest.data() + n_copied, 0, kReadable - n_copied);
    const std::size_t n = ReadBlock(rest.data(), at, out, end, is_plain);
    at += n;
    if (!is_plain || (n < kBlock && out == end)) break;
  }
  return made(std::min(at, size));
}

}  // namespace fabula::reuse::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace fabula::reuse {

HWY_EXPORT(ReadWords);

PlainWords read_plain_words(std::string_view text, std::size_t at, std::span<HashedWord> words) {
  return HWY_DYNAMIC_DISPATCH(ReadWords)(reinterpret_cast<const std::uint8_t*>(text.data()),
                                         text.size(), at, words.data(), words.size());
}

std::uint64_t hash_block(std::uint64_t low, std::uint64_t high, std::uint64_t size) {
  return mixed_block(low, high, size);
}

}  // namespace fabula::reuse
#endif
