#include "names/lexicon.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace fabula::names {
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
  table.reserve(8192);
#define FABULA_WORDS(flag, words) add_words(table, flag, words);
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
  for (std::string_view rest = kOrdinaryWords; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.insert(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
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
  static const Table kTable = make_table();
  const auto found = kTable.find(lower);
  return found == kTable.end() ? 0 : found->second;
}

}  // namespace fabula::names
