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
#include <utility>
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
  explicit WordFlags(std::size_t n_words) { make_room(std::bit_ceil(2 * n_words + 2)); }

  // The words are not copied: they must live as long as the table.
  void add(std::uint32_t flag, std::string_view words) {
    for_each_word(words, [&](std::string_view word) {
      if (2 * (n_words_ + 1) > slots_.size()) grow();
      const Ends ends(word);
      const std::uint32_t hash = hash_of(ends);
      Slot& slot = slots_[find(word, ends, hash)];
      if (slot.word.empty()) ++n_words_;
      slot.word = word;
      slot.ends = ends;
      slot.flags |= flag;
      note(hash);
    });
  }

  // 0 for a word of no list. O(1).
  [[nodiscard]] std::uint32_t of(std::string_view word) const {
    const Ends ends(word);
    const std::uint32_t hash = hash_of(ends);
    if ((filter_[hash >> filter_shift_] >> (hash & 63U) & 1U) == 0) return 0;
    return slots_[find(word, ends, hash)].flags;
  }

 private:
  // The size and up to eight bytes at both ends: loads of fixed sizes, that may overlap. All there
  // is of a word of up to kWhole bytes.
  struct Ends {
    static constexpr std::size_t kWhole = 16;
    Ends() = default;
    explicit Ends(std::string_view word) : size(word.size()) {
      const char* const at = word.data();
      if (size >= 8) {
        front = load<std::uint64_t>(at);
        back = load<std::uint64_t>(at + size - 8);
      } else if (size >= 4) {
        front = load<std::uint32_t>(at);
        back = load<std::uint32_t>(at + size - 4);
      } else if (size > 0) {
        front = load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8U;
        back = load<std::uint8_t>(at + size - 1);
      }
    }
    friend bool operator==(const Ends&, const Ends&) = default;

    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::size_t size = 0;
  };
  struct Slot {
    std::string_view word;  // empty: none here
    Ends ends;
    std::uint32_t flags = 0;
  };

  template <class Number>
  static std::uint64_t load(const char* from) {
    Number number = 0;
    std::memcpy(&number, from, sizeof number);
    return number;
  }

  static std::uint32_t hash_of(const Ends& ends) {
    const std::uint64_t mixed =
        (ends.front * 0x9E3779B97F4A7C15U) ^ ((ends.back + ends.size) * 0xC2B2AE3D27D4EB4FU);
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 29U)) * 0x9E3779B97F4A7C15U >> 32U);
  }

  // Where the word is, or the empty slot where it would be.
  [[nodiscard]] std::size_t find(std::string_view word, const Ends& ends,
                                 std::uint32_t hash) const {
    const auto is_other = [&](const Slot& slot) {
      return slot.ends != ends || (ends.size > Ends::kWhole && slot.word != word);
    };
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (!slots_[at].word.empty() && is_other(slots_[at])) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    make_room(2 * old.size());
    for (const Slot& slot : old) {
      if (slot.word.empty()) continue;
      const std::uint32_t hash = hash_of(slot.ends);
      slots_[find(slot.word, slot.ends, hash)] = slot;
      note(hash);
    }
  }

  // A power of two; all are empty then.
  void make_room(std::size_t n_slots) {
    slots_.assign(n_slots, {});
    const std::size_t n_words = std::clamp<std::size_t>(n_slots * kBitsOfSlot / 64, 2, 4096);
    filter_.assign(n_words, 0);
    filter_shift_ = 33U - static_cast<unsigned>(std::bit_width(n_words));
  }

  void note(std::uint32_t hash) {
    filter_[hash >> filter_shift_] |= std::uint64_t{1} << (hash & 63U);
  }

  // One bit of each hash: most words of no list are known by it. No larger than it has to be: there
  // are many tables, and what stays near is shared by all.
  static constexpr std::size_t kBitsOfSlot = 16;
  std::vector<std::uint64_t> filter_;
  unsigned filter_shift_ = 0;
  std::vector<Slot> slots_;
  std::size_t n_words_ = 0;
};

}  // namespace fabula::text
