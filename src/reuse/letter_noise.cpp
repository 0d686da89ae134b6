#include "reuse/letter_noise.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>

#include "base/span.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kLongWord = 6;
constexpr std::size_t kMostLetters = 24;  // longer ones are addresses and glued words
constexpr std::uint32_t kWordsLookedAt = 512;
constexpr std::uint32_t kMisreadPermille = 70;

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()) | 1; }

// Calls take(shorter) for each word with one letter less, but for the last letter, until it returns
// false. Two words that differ by an exchanged letter have one of them in common.
template <class Take>
void each_shortened(std::string_view word, Take&& take) {
  std::string shorter(word.substr(1));
  for (std::size_t gap = 1; take(shorter) && gap + 1 < word.size(); ++gap)
    shorter[gap - 1] = word[gap - 1];
}

// Calls take(word) for each long word of the folded text until it returns false.
template <class Take>
void each_long_word(std::string_view text, Take&& take) {
  const text::FoldedText folded = text::fold(text);
  std::vector<Range> words;
  text::split_folded(folded.text, words);
  for (const Range range : words) {
    const std::string_view word = words_of(folded.text, range);
    const bool is_number =
        std::none_of(word.begin(), word.end(), [](char c) { return c < 0 || c >= 'A'; });
    if (word.size() < kLongWord || word.size() > kMostLetters || is_number) continue;
    if (!take(word)) return;
  }
}

// The median, which is moved to the middle; 0 for an empty list.
std::uint32_t middle_of(std::vector<std::uint32_t>& permilles) {
  if (permilles.empty()) return 0;
  const auto middle = permilles.begin() + static_cast<std::ptrdiff_t>(permilles.size() / 2);
  std::nth_element(permilles.begin(), middle, permilles.end());
  return *middle;
}

}  // namespace

void CommonWords::HashSet::reserve(std::size_t n) { slots_.assign(std::bit_ceil(2 * n + 2), 0); }

void CommonWords::HashSet::add(std::uint64_t hash) {
  std::size_t slot = hash >> 1 & (slots_.size() - 1);
  while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] = hash;
}

bool CommonWords::HashSet::has(std::uint64_t hash) const {
  std::size_t slot = hash >> 1 & (slots_.size() - 1);
  while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot] == hash;
}

CommonWords CommonWords::learn(std::span<const std::string_view> texts, const Context& context) {
  std::vector<std::vector<std::string>> of_texts(texts.size());
  parallel_for(context, texts.size(), [&](std::size_t i) {
    auto& words = of_texts[i];
    each_long_word(texts[i], [&](std::string_view word) {
      words.emplace_back(word);
      return true;
    });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  });
  std::unordered_map<std::string_view, std::uint32_t> holders;
  for (const auto& words : of_texts)
    for (const std::string& word : words) ++holders[word];
  std::vector<std::string_view> common;
  std::size_t n_letters = 0;
  for (const auto& [word, n] : holders) {
    if (n < kHolders) continue;
    common.push_back(word);
    n_letters += word.size();
  }
  CommonWords learned;
  learned.n_words_ = common.size();
  learned.words_.reserve(common.size());
  learned.shortened_.reserve(n_letters);
  for (const std::string_view word : common) {
    learned.words_.add(hash_of(word));
    each_shortened(word, [&](std::string_view less) {
      learned.shortened_.add(hash_of(less));
      return true;
    });
  }
  return learned;
}

bool CommonWords::is_misread(std::string_view word) const {
  if (shortened_.has(hash_of(word))) return true;  // has lost a letter
  bool is_near = false;
  each_shortened(word, [&](std::string_view less) {
    const std::uint64_t hash = hash_of(less);
    is_near = words_.has(hash) || shortened_.has(hash);  // has one more, or another one
    return !is_near;
  });
  return is_near;
}

LongWordCounts CommonWords::count(std::string_view text) const {
  LongWordCounts counts;
  std::vector<std::string> rare;
  each_long_word(text, [&](std::string_view word) {
    if (!words_.has(hash_of(word))) rare.emplace_back(word);
    return ++counts.all < kWordsLookedAt;
  });
  std::sort(rare.begin(), rare.end());
  rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
  counts.rare = static_cast<std::uint32_t>(rare.size());
  counts.misread = static_cast<std::uint32_t>(std::count_if(
      rare.begin(), rare.end(), [&](const std::string& word) { return is_misread(word); }));
  return counts;
}

bool looks_misread(const LongWordCounts& counts) {
  return 1000 * counts.misread >= kMisreadPermille * counts.all &&
         3 * counts.misread >= counts.rare;
}

std::uint32_t noisy_threshold(std::vector<std::uint32_t> permilles) {
  return std::clamp(3 * middle_of(permilles) + 30, 40U, 80U);
}

}  // namespace fabula::reuse
