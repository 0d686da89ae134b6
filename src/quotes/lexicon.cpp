#include "quotes/lexicon.hpp"

#include <unordered_map>

namespace fabula::quotes {
namespace {

using Table = std::unordered_map<std::string_view, std::uint32_t>;

void add_words(Table& table, std::uint32_t flag, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) table[words.substr(0, end)] |= flag;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

Table make_table() {
  Table table;
  table.reserve(4096);
#define FABULA_WORDS(flag, words) add_words(table, flag, words);
#include "quotes/cues_table.inc"
#include "quotes/words_table.inc"
#undef FABULA_WORDS
  return table;
}

}  // namespace

std::uint32_t flags_of(std::string_view lower) {
  static const Table kTable = make_table();
  const auto found = kTable.find(lower);
  return found == kTable.end() ? 0 : found->second;
}

}  // namespace fabula::quotes
