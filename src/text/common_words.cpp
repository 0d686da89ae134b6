#include "text/common_words.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>
#include <vector>

#include "text/word_flags.hpp"

namespace fabula::text {
namespace {

constexpr float kRareWord = 10;

// Shares by key: open addressing, for every word of every article is looked up.
class Shares {
 public:
  explicit Shares(std::size_t n_words) : slots_(std::bit_ceil(2 * n_words + 2)) {}

  void add(WordKey key, float share) { slots_[find(key)] = {key, share}; }
  [[nodiscard]] float of(WordKey key) const {
    const auto& [found, share] = slots_[find(key)];
    return found == key ? share : kRareWord;
  }

 private:
  // Where the key is, or the empty slot where it would be. Keys are hashes: all bits are good.
  [[nodiscard]] std::size_t find(WordKey key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].first != 0 && slots_[at].first != key) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::pair<WordKey, float>> slots_;  // key 0: empty
};

constexpr std::string_view kNewsShares =
#include "text/common_words_table.inc"
    ;

Shares read_shares() {
  Shares made(static_cast<std::size_t>(std::ranges::count(kNewsShares, ' ')) / 2 + 1);
  WordKey key = 0;
  for_each_word(kNewsShares, [&](std::string_view item) {
    int number = 0;
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (error == std::errc() && end == item.data() + item.size())
      made.add(key, static_cast<float>(number));
    else
      key = word_key(item);
  });
  return made;
}

}  // namespace

// FNV-1a, 64 bits.
WordKey word_key(std::string_view word) {
  WordKey key = 14695981039346656037ULL;
  for (const char c : word) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return key;
}

bool is_small_word(std::string_view lower) {
  static const WordFlags table = [] {
    WordFlags made(256);
    made.add(1,
#include "text/small_words_table.inc"
    );
    return made;
  }();
  return table.of(lower) != 0;
}

float news_share(WordKey stem) {
  static const Shares table = read_shares();
  return table.of(stem);
}

}  // namespace fabula::text
