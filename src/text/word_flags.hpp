// Word tables: lists of words, each with a flag, as one set of flags a word.
//
//   WordFlags table(4096);
//   table.add(kVerb, "say tell");
//   table.add(kPast, "said told");
//   table.of("said")   kPast
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

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

// Filled once, then read by any number of threads.
class WordFlags {
 public:
  explicit WordFlags(std::size_t n_words) { flags_.reserve(n_words); }

  // The words are not copied: they must live as long as the table.
  void add(std::uint32_t flag, std::string_view words) {
    for_each_word(words, [&](std::string_view word) { flags_[word] |= flag; });
  }

  // 0 for a word of no list. O(1).
  [[nodiscard]] std::uint32_t of(std::string_view word) const {
    const auto found = flags_.find(word);
    return found == flags_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> flags_;
};

}  // namespace fabula::text
