// Word tables: lists of words, each with a flag, as one set of flags a word.
//
//   WordFlags table(4096);
//   table.add(kVerb, "say tell");
//   table.add(kPast, "said told");
//   table.of("said")   kPast
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace fabula::text {

// Calls `use` with each word of a list with blanks between.
template <class Use>
void for_each_word(std::string_view words, Use use) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) use(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// Filled once, then read by any number of threads. Every word of every article is looked up, most
// are in no list: open addressing, a hash of the ends of the word.
class WordFlags {
 public:
  explicit WordFlags(std::size_t n_words) { slots_.resize(std::bit_ceil(2 * n_words + 2)); }

  // The words are not copied: they must live as long as the table.
  void add(std::uint32_t flag, std::string_view words) {
    for_each_word(words, [&](std::string_view word) {
      if (2 * (n_words_ + 1) > slots_.size()) grow();
      const std::uint32_t hash = hash_of(word);
      Slot& slot = slots_[find(word, hash)];
      if (slot.word.empty()) ++n_words_;
      slot.word = word;
      slot.hash = hash;
      slot.flags |= flag;
      filter_[hash >> kFilterShift] |= std::uint64_t{1} << (hash & 63U);
    });
  }

  // 0 for a word of no list. O(1).
  [[nodiscard]] std::uint32_t of(std::string_view word) const {
    const std::uint32_t hash = hash_of(word);
    if ((filter_[hash >> kFilterShift] >> (hash & 63U) & 1U) == 0) return 0;
    return slots_[find(word, hash)].flags;
  }

 private:
  struct Slot {
    std::string_view word;  // empty: none here
    std::uint32_t hash = 0;
    std::uint32_t flags = 0;
  };

  template <class Number>
  static std::uint64_t load(const char* from) {
    Number number = 0;
    std::memcpy(&number, from, sizeof number);
    return number;
  }

  // Of the size and up to eight bytes at both ends: loads of fixed sizes, that may overlap.
  static std::uint32_t hash_of(std::string_view word) {
    const char* const at = word.data();
    const std::size_t n = word.size();
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    if (n >= 8) {
      front = load<std::uint64_t>(at);
      back = load<std::uint64_t>(at + n - 8);
    } else if (n >= 4) {
      front = load<std::uint32_t>(at);
      back = load<std::uint32_t>(at + n - 4);
    } else if (n > 0) {
      front = load<std::uint8_t>(at) | load<std::uint8_t>(at + n / 2) << 8U;
      back = load<std::uint8_t>(at + n - 1);
    }
    const std::uint64_t mixed = (front * 0x9E3779B97F4A7C15U) ^ ((back + n) * 0xC2B2AE3D27D4EB4FU);
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 29U)) * 0x9E3779B97F4A7C15U >> 32U);
  }

  // Where the word is, or the empty slot where it would be.
  [[nodiscard]] std::size_t find(std::string_view word, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (!slots_[at].word.empty() && (slots_[at].hash != hash || slots_[at].word != word))
      at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (!slot.word.empty()) slots_[find(slot.word, slot.hash)] = slot;
  }

  // One bit of each hash: most words of no list are known by it, in a table that stays near.
  static constexpr unsigned kFilterShift = 20;
  std::vector<std::uint64_t> filter_ =
      std::vector<std::uint64_t>(std::size_t{1} << (32U - kFilterShift));
  std::vector<Slot> slots_;
  std::size_t n_words_ = 0;
};

}  // namespace fabula::text
