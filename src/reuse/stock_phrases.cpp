#include "reuse/stock_phrases.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace fabula::reuse {
namespace {

struct Entry {
  StockKind kind;
  std::string_view sign;
  std::string_view words;
};

constexpr Entry kEntries[] = {
#define STOCK(sign, words) {StockKind::kReporters, sign, words},
#define IMPRINT(sign, words) {StockKind::kImprint, sign, words},
#define PLAYER(sign, words) {StockKind::kPlayer, sign, words},
#include "reuse/stock_phrases_table.inc"
#undef STOCK
#undef IMPRINT
#undef PLAYER
};

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

struct Phrase {
  StockKind kind;
  std::vector<std::string_view> sign;
  std::unordered_set<std::string_view> words;  // those of the sign among them
};

struct Table {
  std::vector<Phrase> all;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_first_word;  // of their signs
};

Table read_table() {
  Table table;
  for (const Entry& entry : kEntries) {
    Phrase phrase{entry.kind, split(entry.sign), {}};
    for (const std::string_view word : split(entry.words)) phrase.words.insert(word);
    phrase.words.insert(phrase.sign.begin(), phrase.sign.end());
    table.by_first_word[phrase.sign.front()].push_back(table.all.size());
    table.all.push_back(std::move(phrase));
  }
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

}  // namespace

std::vector<std::vector<std::string_view>> stock_signs() {
  std::vector<std::vector<std::string_view>> signs;
  for (const Phrase& phrase : table().all) signs.push_back(phrase.sign);
  return signs;
}

StockPhrases find_stock_phrases(const std::vector<std::string_view>& words) {
  const Table& phrases = table();
  std::vector<std::size_t> found_phrases;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto begin_here = phrases.by_first_word.find(words[i]);
    if (begin_here == phrases.by_first_word.end()) continue;
    for (const std::size_t phrase : begin_here->second) {
      const auto& sign = phrases.all[phrase].sign;
      if (sign.size() <= words.size() - i &&
          std::equal(sign.begin(), sign.end(), words.begin() + static_cast<std::ptrdiff_t>(i)))
        found_phrases.push_back(phrase);
    }
  }
  StockPhrases found;
  if (found_phrases.empty()) return found;
  found.kind = phrases.all[std::ranges::min(found_phrases)].kind;  // the first of the table
  found.is_stock.assign(words.size(), false);
  for (const std::size_t phrase : found_phrases)
    for (std::size_t i = 0; i < words.size(); ++i)
      if (phrases.all[phrase].words.contains(words[i])) found.is_stock[i] = true;
  return found;
}

}  // namespace fabula::reuse
