// Random whole numbers that are the same on every machine, compiler and library.
//
// Source: Steele, Lea and Flood 2014 (SplitMix64).
#pragma once

#include <bit>
#include <cstdint>

namespace fabula::news {

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_(seed) {}
  // Streams of different numbers of one seed have nothing to do with each other.
  constexpr Random(std::uint64_t seed, std::uint64_t stream) : state_(mix(seed ^ mix(stream))) {}

  constexpr std::uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15U); }
  // In [0, n); requires n > 0.
  constexpr std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32);
  }
  // In [low, high].
  constexpr std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + below(high - low + 1);
  }
  constexpr bool permille(std::uint32_t share) { return below(1000) < share; }

  // A rank in [2^low, n) as Zipf's law has it, in octaves: every octave [2^k, 2^(k+1)) comes up
  // equally often (the last one is cut at n), and inside an octave every rank does.
  constexpr std::uint32_t zipf(std::uint32_t low, std::uint32_t n) {
    const auto top = static_cast<std::uint32_t>(std::bit_width(n - 1)) - 1;
    const std::uint32_t first = std::uint32_t{1} << between(low, top);
    return first + below(first < n - first ? first : n - first);
  }

 private:
  std::uint64_t state_;
};

}  // namespace fabula::news
