#include "reuse/letter_noise.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "base/span.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kParts = 64;
constexpr std::size_t kTextsPerGroup = 256;

std::size_t part_of(std::uint64_t word) { return word >> 58; }

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Replaces `hashes` by those of the words of `text`, never 0, in text order.
void hash_words(std::string_view text, std::vector<std::uint64_t>& hashes) {
  static thread_local std::vector<Range> words;
  hashes.clear();
  const text::FoldedText folded = text::fold(text);
  text::split_folded(folded.text, words);
  for (const Range range : words) {
    const std::string_view word = words_of(folded.text, range);
    if (!is_number(word)) hashes.push_back(XXH3_64bits(word.data(), word.size()) | 1);
  }
}

using Parts = std::array<std::vector<std::uint64_t>, kParts>;

// The words of some texts, each once for each text that holds it.
Parts words_of_group(std::span<const std::string_view> texts) {
  Parts parts;
  std::vector<std::uint64_t> words;
  for (const std::string_view text : texts) {
    hash_words(text, words);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::uint64_t word : words) parts[part_of(word)].push_back(word);
  }
  return parts;
}

// The words of one part that enough texts hold, each once.
std::vector<std::uint64_t> known_of(std::span<const Parts> groups, std::size_t part) {
  std::vector<std::uint64_t> words;
  for (const Parts& group : groups)
    words.insert(words.end(), group[part].begin(), group[part].end());
  std::sort(words.begin(), words.end());
  std::vector<std::uint64_t> known;
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    while (end < words.size() && words[end] == words[begin]) ++end;
    if (end - begin >= PileLexicon::kHolders) known.push_back(words[begin]);
  }
  return known;
}

}  // namespace

void PileLexicon::add(std::uint64_t word) {
  std::size_t slot = word >> 1 & (slots_.size() - 1);
  while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] = word;
  ++size_;
}

bool PileLexicon::knows(std::uint64_t word) const {
  std::size_t slot = word >> 1 & (slots_.size() - 1);
  while (slots_[slot] != 0 && slots_[slot] != word) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot] == word;
}

PileLexicon PileLexicon::learn(std::span<const std::string_view> texts, const Context& context) {
  std::vector<Parts> groups((texts.size() + kTextsPerGroup - 1) / kTextsPerGroup);
  parallel_for(context, groups.size(), [&](std::size_t i) {
    const std::size_t begin = i * kTextsPerGroup;
    groups[i] =
        words_of_group(texts.subspan(begin, std::min(kTextsPerGroup, texts.size() - begin)));
  });
  std::vector<std::vector<std::uint64_t>> known(kParts);
  parallel_for(context, kParts, [&](std::size_t part) { known[part] = known_of(groups, part); });
  std::size_t n_known = 0;
  for (const auto& part : known) n_known += part.size();
  PileLexicon lexicon;
  lexicon.slots_.assign(std::bit_ceil(2 * n_known + 2), 0);
  for (const auto& part : known)
    for (const std::uint64_t word : part) lexicon.add(word);
  return lexicon;
}

std::uint32_t PileLexicon::unknown_permille(std::string_view text) const {
  static thread_local std::vector<std::uint64_t> words;
  hash_words(text, words);
  if (words.empty()) return 0;
  const auto n_unknown =
      static_cast<std::uint64_t>(std::count_if(words.begin(), words.end(), [&](std::uint64_t word) {
        return slots_.empty() || !knows(word);
      }));
  return static_cast<std::uint32_t>(n_unknown * 1000 / words.size());
}

std::vector<std::uint32_t> unknown_permilles(std::span<const std::string_view> texts,
                                             const Context& context) {
  const PileLexicon lexicon = PileLexicon::learn(texts, context);
  std::vector<std::uint32_t> shares(texts.size());
  parallel_for(context, texts.size(),
               [&](std::size_t i) { shares[i] = lexicon.unknown_permille(texts[i]); });
  return shares;
}

std::uint32_t noisy_threshold(std::vector<std::uint32_t> permilles) {
  if (permilles.empty()) return 80;
  const auto middle = permilles.begin() + static_cast<std::ptrdiff_t>(permilles.size() / 2);
  std::nth_element(permilles.begin(), middle, permilles.end());
  return std::clamp(3 * *middle + 30, 40U, 80U);
}

}  // namespace fabula::reuse
