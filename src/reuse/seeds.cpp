#include "reuse/seeds.hpp"

#include <algorithm>
#include <array>

namespace fabula::reuse {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;  // odd; 2^64 / golden ratio
constexpr std::uint32_t kMaxWindow = 4;
constexpr std::uint32_t kQuotedWords = 4;
constexpr std::uint64_t kQuotedSalt = 0xD1B54A32D192ED03;  // keeps them apart from the others

// Spreads every bit over all (MurmurHash3's finaliser), so that the smallest hash is a random
// place.
std::uint64_t scrambled(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCD;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53;
  return h ^ h >> 33;
}

std::uint64_t number(WordCode code) { return code & kNumberMask; }

std::uint64_t power(std::uint64_t base, std::uint32_t exponent) {
  std::uint64_t result = 1;
  for (; exponent > 0; --exponent) result *= base;
  return result;
}

// Appends a seed for each kQuotedWords words in a row between quotation marks.
void find_quoted_seeds(std::span<const WordCode> words, std::vector<Seed>& seeds) {
  const std::uint64_t leaving = power(kMultiplier, kQuotedWords);
  std::uint64_t rolling = 0;
  std::uint32_t n = 0;  // quoted words in a row, up to here
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if ((words[i] & kQuotedWord) == 0) {
      n = 0;
      continue;
    }
    if (n == 0) rolling = 0;
    rolling = (rolling + number(words[i])) * kMultiplier;
    if (++n < kQuotedWords) continue;
    const std::uint32_t begin = i + 1 - kQuotedWords;
    seeds.push_back({scrambled(rolling ^ kQuotedSalt), begin});
    rolling -= number(words[begin]) * leaving;
  }
}

}  // namespace

SeedShape seed_shape_for(std::uint32_t min_words) {
  SeedShape shape;
  shape.run_words = std::max(min_words, 3U);
  shape.words = std::clamp(shape.run_words - std::min(shape.run_words, kMaxWindow - 1), 3U, 5U);
  shape.window = std::min(shape.run_words - shape.words + 1, kMaxWindow);
  return shape;
}

void find_seeds(std::span<const WordCode> words, const SeedShape& shape, std::vector<Seed>& seeds) {
  seeds.clear();
  const std::uint64_t leaving = power(kMultiplier, shape.words);
  std::array<std::uint64_t, kMaxWindow> recent{};  // the last hashes, by place modulo kMaxWindow
  std::uint64_t rolling = 0;
  Seed best{UINT64_MAX, 0};
  bool is_told = false;  // `best` is in `seeds`
  for (std::uint32_t end = 1; end <= words.size(); ++end) {
    rolling = (rolling + number(words[end - 1])) * kMultiplier;
    if (end < shape.words) continue;
    const std::uint32_t place = end - shape.words;
    const std::uint64_t hash = scrambled(rolling);
    recent[place % kMaxWindow] = hash;
    rolling -= number(words[place]) * leaving;
    if (hash <= best.hash) {
      best = {hash, place};
      is_told = false;
    } else if (best.word + shape.window == place) {  // it has left the window
      best = {recent[(best.word + 1) % kMaxWindow], best.word + 1};
      for (std::uint32_t other = best.word + 1; other <= place; ++other)
        if (recent[other % kMaxWindow] <= best.hash) best = {recent[other % kMaxWindow], other};
      is_told = false;
    }
    if (is_told || place + 1 < shape.window) continue;
    seeds.push_back(best);
    is_told = true;
  }
  find_quoted_seeds(words, seeds);
}

}  // namespace fabula::reuse
