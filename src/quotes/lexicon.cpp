#include "quotes/lexicon.hpp"

#include "text/word_flags.hpp"

namespace fabula::quotes {
namespace {

text::WordFlags make_table() {
  text::WordFlags table(4096);
#define FABULA_WORDS(flag, words) table.add(flag, words);
#include "quotes/cues_table.inc"
#include "quotes/words_table.inc"
#undef FABULA_WORDS
  return table;
}

}  // namespace

std::uint32_t flags_of(std::string_view lower) {
  static const text::WordFlags kTable = make_table();
  return kTable.of(lower);
}

}  // namespace fabula::quotes
