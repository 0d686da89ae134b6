#include "text/common_words.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "text/word_flags.hpp"

namespace fabula::text {
namespace {

constexpr float kRareWord = 10;

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
  static const std::vector<std::pair<WordKey, float>> table = [] {
    std::vector<std::pair<WordKey, float>> made;
    WordKey key = 0;
    for_each_word(
#include "text/common_words_table.inc"
        , [&](std::string_view item) {
          int number = 0;
          const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), number);
          if (error == std::errc() && end == item.data() + item.size())
            made.emplace_back(key, static_cast<float>(number));
          else
            key = word_key(item);
        });
    std::ranges::sort(made);
    return made;
  }();
  const auto found = std::ranges::lower_bound(table, stem, {}, &std::pair<WordKey, float>::first);
  return found == table.end() || found->first != stem ? kRareWord : found->second;
}

}  // namespace fabula::text
