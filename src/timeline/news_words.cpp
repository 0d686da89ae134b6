#include "timeline/news_words.hpp"

#include "text/utf8.hpp"

namespace fabula::timeline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of the letter or digit at `at`; 0 when there is none.
std::uint32_t part_at(std::string_view folded, std::size_t at) {
  if (at >= folded.size()) return 0;
  const char c = folded[at];
  if ((c >= 'a' && c <= 'z') || is_digit(c)) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const text::CodePoint point = text::decode(folded, at);
  return text::is_letter(point.value) ? point.n_bytes : 0;
}

// Does the character at `at` hold a word together?
bool joins(std::string_view folded, std::size_t at) {
  if (at + 1 >= folded.size() || part_at(folded, at + 1) == 0) return false;
  const char c = folded[at];
  if (c == '\'' || c == '-') return true;
  return (c == ',' || c == '.') && is_digit(folded[at - 1]) && is_digit(folded[at + 1]);
}

}  // namespace

NewsWords::NewsWords(std::string_view text, Range sentence)
    : folded_(text::fold(fabula::words_of(text, sentence))) {
  const std::string_view folded = folded_.text;
  constexpr std::size_t kBytesOfWord = 5;  // few words are shorter, with the blank behind them
  words_.reserve(folded.size() / kBytesOfWord + 1);
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    for (std::uint32_t n = part_at(folded, at); n > 0; n = part_at(folded, end)) {
      end += n;
      if (end < folded.size() && joins(folded, end)) ++end;
    }
    NewsWord word;
    if (end > at) {
      word.lower = folded.substr(at, end - at);
      word.kind = is_digit(folded[at]) ? NewsWord::Kind::kNumber : NewsWord::Kind::kWord;
    } else {
      end = at + text::decode(folded, at).n_bytes;
      if (folded[at] == ' ' || folded[at] == '\n' || folded[at] == '"') {
        at = end;
        continue;
      }
      word.lower = folded.substr(at, end - at);
      word.kind = NewsWord::Kind::kMark;
    }
    word.place =
        folded_.map.to_source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    word.place = {sentence.begin + word.place.begin, sentence.begin + word.place.end};
    if (word.kind != NewsWord::Kind::kMark) {
      if (word.lower.size() > 2 && word.lower.ends_with("'s")) word.lower.remove_suffix(2);
      const auto first = text::decode(text, word.place.begin).value;
      word.is_capital = text::is_upper(first);
    }
    words_.push_back(word);
    at = end;
  }
}

}  // namespace fabula::timeline
