#include "reuse/stock_phrases.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
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

std::vector<Phrase> read_table() {
  std::vector<Phrase> phrases;
  for (const Entry& entry : kEntries) {
    Phrase phrase{entry.kind, split(entry.sign), {}};
    for (const std::string_view word : split(entry.words)) phrase.words.insert(word);
    phrase.words.insert(phrase.sign.begin(), phrase.sign.end());
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace

StockPhrases find_stock_phrases(const std::vector<std::string_view>& words) {
  static const std::vector<Phrase> kPhrases = read_table();
  StockPhrases found;
  for (const Phrase& phrase : kPhrases) {
    if (std::search(words.begin(), words.end(), phrase.sign.begin(), phrase.sign.end()) ==
        words.end())
      continue;
    if (found.kind == StockKind::kNone) {
      found.kind = phrase.kind;
      found.is_stock.assign(words.size(), false);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
      if (phrase.words.contains(words[i])) found.is_stock[i] = true;
  }
  return found;
}

}  // namespace fabula::reuse
