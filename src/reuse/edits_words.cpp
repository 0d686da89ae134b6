#include "reuse/edits_words.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

namespace fabula::reuse {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;  // odd; 2^64 / golden ratio

bool is_plain_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
}

// Nothing when a mark stands there that might join words, or anything beyond ASCII.
std::optional<std::uint32_t> count_plain(std::string_view text) {
  std::uint32_t n = 0;
  bool follows_letter = false;
  for (const char c : text) {
    const bool is_letter = is_plain_letter(c);
    if (!is_letter && ((c & 0x80) != 0 || c == '\'' || c == '`' || c == '-')) return {};
    n += is_letter && !follows_letter;
    follows_letter = is_letter;
  }
  return n;
}

}  // namespace

std::span<const EditWord> WordSplitter::split(std::string_view text, Range range) {
  const auto words = hasher_.hash(text, range);
  const auto overlap = [](const HashedWord& a, const HashedWord& b) {
    return b.range.begin < a.range.end;
  };
  if (std::ranges::adjacent_find(words, overlap) == words.end()) return words;
  joined_.clear();
  for (const HashedWord& word : words) {
    if (joined_.empty() || !overlap(joined_.back(), word)) {
      joined_.push_back(word);
      continue;
    }
    // One character that folds to two words: "½".
    joined_.back().hash = joined_.back().hash * kMultiplier ^ word.hash;
    joined_.back().range.end = std::max(joined_.back().range.end, word.range.end);
  }
  return joined_;
}

std::uint32_t WordSplitter::count(std::string_view text, Range range) {
  if (range.empty()) return 0;
  if (const auto n = count_plain(words_of(text, range))) return *n;
  return static_cast<std::uint32_t>(split(text, range).size());
}

std::uint32_t count_equal_bytes(std::string_view a, std::string_view b) {
  const std::size_t n = std::min(a.size(), b.size());
  constexpr std::size_t kBlock = 256;
  std::size_t at = 0;
  while (at + kBlock <= n && std::memcmp(a.data() + at, b.data() + at, kBlock) == 0) at += kBlock;
  while (at + 8 <= n && std::memcmp(a.data() + at, b.data() + at, 8) == 0) at += 8;
  while (at < n && a[at] == b[at]) ++at;
  return static_cast<std::uint32_t>(at);
}

bool is_clean_cut(std::string_view text, std::uint32_t at) {
  return text[at - 1] == ' ' && is_plain_letter(text[at]);
}

}  // namespace fabula::reuse
