#include "reuse/name_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "reuse/word_filter.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

// More words in capitals in a row than a name with its title has, none of them a title.
constexpr std::size_t kLongestName = 7;

enum class Kind : std::uint8_t { kOther, kTie, kParticle, kTitle, kSaying };

using Kinds = std::unordered_map<std::string_view, Kind>;

void add_words(Kinds& kinds, std::string_view words, Kind kind) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) kinds.emplace(words.substr(0, end), kind);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

Kinds read_table() {
  Kinds kinds;
#define TIES(words) add_words(kinds, words, Kind::kTie);
#define PARTICLES(words) add_words(kinds, words, Kind::kParticle);
#define TITLES(words) add_words(kinds, words, Kind::kTitle);
#define SAYINGS(words) add_words(kinds, words, Kind::kSaying);
#include "reuse/name_words_table.inc"
#undef TIES
#undef PARTICLES
#undef TITLES
#undef SAYINGS
  return kinds;
}

Kind kind_of(std::string_view folded) {
  static const Kinds kKinds = read_table();
  const auto found = kKinds.find(folded);
  return found == kKinds.end() ? Kind::kOther : found->second;
}

struct Word {
  Kind kind = Kind::kOther;
  bool is_capital = false;  // its first letter
  bool is_shouted = false;  // all of them, four or more
  bool opens = false;       // the text, or a sentence
  bool is_number = false;
  bool is_listed = false;  // behind a comma, a bracket, ...
  bool is_joined = false;  // by a hyphen to the word before
};

bool is_shouted(std::string_view word) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode(word, at);
    if (text::is_lower(c.value)) return false;
    n += text::is_upper(c.value);
    at += c.n_bytes;
  }
  return n >= 4;
}

bool ends_sentence(std::string_view between) {
  return between.find_first_of(".?!:\n\"") != between.npos || between.find("“") != between.npos ||
         between.find("‘") != between.npos;
}

bool parts_names(std::string_view between) {
  return between.find_first_of(",;()/|") != between.npos;
}

std::vector<Word> read_words(std::string_view source, const text::FoldedText& folded,
                             const std::vector<Range>& places) {
  std::vector<Word> words;
  words.reserve(places.size());
  std::uint32_t last_end = 0;
  for (const Range place : places) {
    const Range range = folded.map.to_source(place);
    const std::string_view before =
        source.substr(last_end, range.begin - std::min(range.begin, last_end));
    const text::CodePoint first = text::decode(source, range.begin);
    Word word;
    word.kind = kind_of(words_of(folded.text, place));
    word.is_capital = text::is_upper(first.value);
    word.is_number = text::is_digit(first.value);
    word.is_shouted = is_shouted(source.substr(range.begin, range.size()));
    word.opens = words.empty() || ends_sentence(before);
    word.is_listed = parts_names(before);
    word.is_joined = !words.empty() && before == "-";
    words.push_back(word);
    last_end = range.end;
  }
  return words;
}

// Is it set like a headline, "Bridge Closed After Ship Hits Pier", or in capitals?
bool is_headline(const std::vector<Word>& words) {
  std::size_t n_shouted = 0, n_capital_ties = 0, n_in_row = 0, longest = 0;
  bool has_title = false;
  for (const Word& word : words) {
    n_shouted += word.is_shouted;
    n_capital_ties +=
        word.is_capital && !word.opens && (word.kind == Kind::kTie || word.kind == Kind::kSaying);
    if (!word.is_capital || word.opens || word.is_listed) n_in_row = 0, has_title = false;
    n_in_row += word.is_capital;
    has_title |= word.is_capital && word.kind == Kind::kTitle;
    if (!has_title) longest = std::max(longest, n_in_row);
  }
  return 2 * n_shouted > words.size() || n_capital_ties >= 2 || longest > kLongestName;
}

const WordFilter& titles() {
  static const WordFilter kTitles = [] {
    WordFilter filter;
    for (const auto& [word, kind] : read_table())
      if (kind == Kind::kTitle) filter.add(word);
    return filter;
  }();
  return kTitles;
}

const WordFilter& stock_words() {
  static const WordFilter kSigns = [] {
    WordFilter filter;
    for (const auto& sign : stock_signs()) filter.add(sign);
    return filter;
  }();
  return kSigns;
}

// Bytes that may begin a number or a word with a capital.
bool may_begin_name(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
}

bool is_plain_letter(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

}  // namespace

std::size_t count_common_at_most(std::string_view text, std::span<const WordCode> words) {
  if (stock_words().may_stand_in(words)) return words.size();
  const WordFilter& filter = titles();
  std::size_t n = 0;
  for (const WordCode word : words) n += filter.may_have(word);
  bool follows_letter = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    n += byte == '-' || (!follows_letter && may_begin_name(byte));  // "-" joins words to names
    follows_letter = is_plain_letter(byte);
  }
  return std::min(n, words.size());
}

WordUses find_word_uses(std::string_view source) {
  const text::FoldedText folded = text::fold(source);
  std::vector<Range> places;
  text::split_folded(folded.text, places);
  std::vector<std::string_view> letters;
  letters.reserve(places.size());
  for (const Range place : places) letters.push_back(words_of(folded.text, place));
  const StockPhrases stock = find_stock_phrases(letters);
  const std::vector<Word> words = read_words(source, folded, places);
  const bool has_names = !is_headline(words);
  WordUses made{std::vector<WordUse>(words.size(), WordUse::kTells), stock.kind};
  bool in_name = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    in_name = word.is_capital || (word.is_joined && in_name);
    const bool is_tie = word.kind != Kind::kOther && word.kind != Kind::kTitle;
    WordUse& use = made.of_words[i];
    if (stock.kind != StockKind::kNone && stock.is_stock[i]) {
      use = WordUse::kStock;
    } else if (!has_names) {
      continue;
    } else if (is_tie && !word.is_joined) {
      use = WordUse::kTies;
    } else if (in_name || word.is_number || word.kind == Kind::kTitle) {
      use = WordUse::kNames;
    }
  }
  return made;
}

}  // namespace fabula::reuse
