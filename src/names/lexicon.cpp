#include "names/lexicon.hpp"

#include <string>

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

text::WordFlags make_ordinary() {
  text::WordFlags words(32768);
  words.add(1, kOrdinaryWords);
  return words;
}

}  // namespace

bool is_ordinary(std::string_view lower) {
  static const text::WordFlags kWords = make_ordinary();
  if (kWords.of(lower) != 0) return true;
  for (const std::string_view ending : {"s", "es", "ed", "d", "ing", "er", "ers"}) {
    if (!lower.ends_with(ending) || lower.size() < ending.size() + 3) continue;
    std::string stem(lower.substr(0, lower.size() - ending.size()));
    if (kWords.of(stem) != 0) return true;
    if (ending == "ing" && kWords.of(stem += 'e') != 0) return true;
  }
  return false;
}

std::uint32_t flags_of(std::string_view lower) {
  static const text::WordFlags kTable = make_table();
  return kTable.of(lower);
}

}  // namespace fabula::names
