#include "reuse/letter_seeds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fabula::reuse {
namespace {

constexpr std::uint64_t low_bytes(std::uint32_t n) {
  return n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * n) - 1;
}

// Spreads every bit over all (MurmurHash3's finaliser).
std::uint64_t scrambled(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCD;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53;
  return h ^ h >> 33;
}

// The letters of one seed, eight in each number, the first one in the lowest byte.
struct SeedLetters {
  std::uint64_t first = 0;
  std::uint64_t rest = 0;
};

// Eight bytes from `at` on, the first one lowest on every machine; compilers make one load of it.
std::uint64_t eight_bytes(const Letter* at) {
  std::uint64_t bytes = 0;
  for (std::uint32_t i = 0; i < 8; ++i) bytes |= std::uint64_t{at[i]} << 8 * i;
  return bytes & 0x7F7F7F7F7F7F7F7F;
}

// Requires 9 <= n_letters <= 16.
SeedLetters letters_of_seed(const Letter* at, std::uint32_t n_letters) {
  const std::uint64_t last_eight = eight_bytes(at + (n_letters - 8));
  return {eight_bytes(at), last_eight >> 8 * (16 - n_letters)};
}

// Does the seed repeat a piece of one to four letters? Then it says nothing.
bool repeats(const SeedLetters& seed, std::uint32_t n_letters) {
  for (std::uint32_t period = 1; period <= 4; ++period) {
    const std::uint64_t first_moved = seed.first >> 8 * period | seed.rest << (64 - 8 * period);
    const std::uint32_t n_compared = n_letters - period;
    if (((seed.first ^ first_moved) & low_bytes(n_compared)) != 0) continue;
    if (n_compared <= 8) return true;
    if (((seed.rest ^ seed.rest >> 8 * period) & low_bytes(n_compared - 8)) == 0) return true;
  }
  return false;
}

// A hash for each run of `inner` letters, by where it begins.
void hash_inner_runs(std::span<const Letter> letters, std::uint32_t inner,
                     std::vector<std::int32_t>& hashes) {
  hashes.resize(letters.size() + 1 - inner);
  const std::uint64_t mask = low_bytes(inner);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    last = (last << 8 | (letters[i] & kLetterMask)) & mask;
    if (i + 1 < inner) continue;
    const std::uint64_t product = (last ^ last >> 23) * 0x9E3779B97F4A7C15;
    hashes[i + 1 - inner] = static_cast<std::int32_t>(product >> 32);
  }
}

// Where the first or the last of `window` hashes in a row is the smallest of them. In two loops
// without branches, for which windows are chosen cannot be foretold.
void choose_windows(std::span<const std::int32_t> hashes, std::uint32_t window,
                    std::vector<std::uint32_t>& chosen) {
  constexpr std::uint32_t kBlock = 256;
  std::array<std::uint8_t, kBlock> is_chosen;
  const auto n_windows = static_cast<std::uint32_t>(hashes.size() + 1 - window);
  chosen.resize(n_windows);
  std::uint32_t n_chosen = 0;
  for (std::uint32_t begin = 0; begin < n_windows; begin += kBlock) {
    const std::uint32_t n = std::min(kBlock, n_windows - begin);
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::int32_t* const at = &hashes[begin + i];
      std::int32_t inside = at[1];
      for (std::uint32_t k = 2; k + 1 < window; ++k) inside = std::min(inside, at[k]);
      const std::int32_t outside = std::min(at[0], at[window - 1]);
      is_chosen[i] = outside <= inside ? 1 : 0;
    }
    for (std::uint32_t i = 0; i < n; ++i) {
      chosen[n_chosen] = begin + i;
      n_chosen += is_chosen[i];
    }
  }
  chosen.resize(n_chosen);
}

}  // namespace

void choose_letter_seeds(std::span<const Letter> letters, const LetterSeedShape& shape,
                         std::vector<LetterSeed>& seeds) {
  seeds.clear();
  if (letters.size() < shape.letters) return;
  static thread_local std::vector<std::int32_t> hashes;
  static thread_local std::vector<std::uint32_t> chosen;
  hash_inner_runs(letters, shape.inner, hashes);
  choose_windows(hashes, shape.letters - shape.inner + 1, chosen);
  for (const std::uint32_t begin : chosen) {
    const SeedLetters seed = letters_of_seed(&letters[begin], shape.letters);
    if (repeats(seed, shape.letters)) continue;
    seeds.push_back({scrambled(seed.first * 0x9E3779B97F4A7C15 + scrambled(seed.rest)), begin});
  }
}

}  // namespace fabula::reuse
