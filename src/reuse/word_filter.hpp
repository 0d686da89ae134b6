// A quick look for words of a table in a passage: it may find one where none is, and misses none.
#pragma once

#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>

#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// Keeps the lowest bits of the words' numbers. Cost: a few steps a word.
class WordFilter {
 public:
  // Words, pairs of words and longer runs; folded. Of a run its first two words are looked for.
  void add(std::string_view word) { slots_.set(slot(code(word))); }
  void add(std::span<const std::string_view> run) {
    if (run.size() == 1) return add(run[0]);
    slots_.set(slot(pair(code(run[0]), code(run[1]))));
  }

  [[nodiscard]] bool may_have(WordCode word) const { return slots_.test(slot(word)); }
  // Do the words hold one of its words or runs?
  [[nodiscard]] bool may_stand_in(std::span<const WordCode> words) const {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (slots_.test(slot(words[i])) || (i > 0 && slots_.test(slot(pair(words[i - 1], words[i])))))
        return true;
    return false;
  }

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 14;

  static WordCode code(std::string_view word) { return number_of(hash_word(word)); }
  static WordCode pair(WordCode a, WordCode b) { return a * 31 + b; }
  static std::size_t slot(WordCode code) { return code % kSlots; }

  std::bitset<kSlots> slots_;
};

}  // namespace fabula::reuse
