#include "names/lexicon.hpp"

#include <string>
#include <unordered_set>

#include "text/word_flags.hpp"

namespace fabula::names {
namespace {

text::WordFlags make_table() {
  text::WordFlags table(8192);
#define FABULA_WORDS(flag, words) table.add(flag, words);
#include "names/first_names_table.inc"
#include "names/words_table.inc"
#undef FABULA_WORDS
  return table;
}

constexpr std::string_view kOrdinaryWords =
#include "names/ordinary_words_table.inc"
    ;

std::unordered_set<std::string_view> make_ordinary() {
  std::unordered_set<std::string_view> words;
  words.reserve(32768);
  text::for_each_word(kOrdinaryWords, [&](std::string_view word) { words.insert(word); });
  return words;
}

}  // namespace

bool is_ordinary(std::string_view lower) {
  static const std::unordered_set<std::string_view> kWords = make_ordinary();
  if (kWords.contains(lower)) return true;
  for (const std::string_view ending : {"s", "es", "ed", "d", "ing", "er", "ers"}) {
    if (!lower.ends_with(ending) || lower.size() < ending.size() + 3) continue;
    std::string stem(lower.substr(0, lower.size() - ending.size()));
    if (kWords.contains(stem)) return true;
    if (ending == "ing" && kWords.contains(stem += 'e')) return true;
  }
  return false;
}

std::uint32_t flags_of(std::string_view lower) {
  static const text::WordFlags kTable = make_table();
  return kTable.of(lower);
}

}  // namespace fabula::names
