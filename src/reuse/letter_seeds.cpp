#include "reuse/letter_seeds.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::reuse {
namespace {

// The last 16 letters read, the newest in the lowest byte of `low`.
struct LastLetters {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  void read(Letter letter) {
    high = high << 8 | low >> 56;
    low = low << 8 | (letter & kLetterMask);
  }
};

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

// Does the seed repeat a piece of one to four letters? Then it says nothing.
bool repeats(const LastLetters& last, std::uint32_t n_letters) {
  for (std::uint32_t period = 1; period <= 4; ++period) {
    const std::uint64_t low_shifted = last.low >> 8 * period | last.high << (64 - 8 * period);
    const std::uint32_t n_compared = n_letters - period;
    if (((last.low ^ low_shifted) & low_bytes(n_compared)) != 0) continue;
    if (n_compared <= 8) return true;
    if (((last.high ^ last.high >> 8 * period) & low_bytes(n_compared - 8)) == 0) return true;
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

}  // namespace

void choose_letter_seeds(std::span<const Letter> letters, const LetterSeedShape& shape,
                         std::vector<LetterSeed>& seeds) {
  seeds.clear();
  if (letters.size() < shape.letters) return;
  static thread_local std::vector<std::int32_t> hashes;
  hash_inner_runs(letters, shape.inner, hashes);
  const std::uint32_t last_inner = shape.letters - shape.inner;
  LastLetters last;
  for (std::uint32_t end = 0; end < letters.size();) {
    last.read(letters[end++]);
    if (end < shape.letters) continue;
    const std::uint32_t begin = end - shape.letters;
    std::int32_t smallest = hashes[begin];
    for (std::uint32_t i = 1; i <= last_inner; ++i)
      smallest = std::min(smallest, hashes[begin + i]);
    if (smallest != hashes[begin] && smallest != hashes[begin + last_inner]) continue;
    if (repeats(last, shape.letters)) continue;
    const std::uint64_t high = last.high & low_bytes(shape.letters - 8);
    const std::uint64_t hash = scrambled(last.low * 0x9E3779B97F4A7C15 + scrambled(high + 1));
    seeds.push_back({hash, begin});
  }
}

}  // namespace fabula::reuse
