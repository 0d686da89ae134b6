#include "language/sentence_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::language {
namespace {

// Letters, figures, and the bytes of all that is not ASCII.
constexpr std::array<bool, 256> kInner = [] {
  std::array<bool, 256> inner{};
  for (std::size_t b = 0; b < inner.size(); ++b)
    inner[b] =
        (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b >= 0x80;
  return inner;
}();

bool is_inner(char c) { return kInner[static_cast<unsigned char>(c)]; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr std::string_view kCurlyApostrophe = "\u2019";

// Bytes of an apostrophe at `at`; 0: there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii(text[at])) return text[at] == '\'' ? 1 : 0;
  return text.substr(at).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : 0;
}

// Quotation marks, dashes and the ellipsis: three bytes that are no letter.
bool is_wide_mark(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\xE2\x80") || text.substr(at).starts_with("\xC2\xA0");
}

}  // namespace

std::vector<SentenceWord> words_of_sentence(std::string_view article_text, Range sentence) {
  const std::string_view text = words_of(article_text, sentence);
  const std::string small = text::ascii_lower(text);
  std::vector<SentenceWord> words;
  constexpr std::size_t kBytesOfWord = 5;  // few words are shorter, with the blank behind them
  words.reserve(text.size() / kBytesOfWord + 1);
  const auto add = [&](std::size_t begin, std::size_t end, std::string_view lower, bool is_mark) {
    SentenceWord& word = words.emplace_back();
    word.range = {static_cast<std::uint32_t>(sentence.begin + begin),
                  static_cast<std::uint32_t>(sentence.begin + end)};
    word.lower = lower;
    word.is_capital = text[begin] >= 'A' && text[begin] <= 'Z';
    word.is_mark = is_mark;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii(text[at]) && is_wide_mark(text, at)) {
      if (text.substr(at).starts_with("\u2014") || text.substr(at).starts_with("\u2013"))
        add(at, at + 3, ",", true);
      at += text[at] == '\xC2' ? std::size_t{2} : std::size_t{3};
      continue;
    }
    if (!is_inner(text[at])) {
      if (text[at] != ' ' && text::is_one_of(text.substr(at, 1), ",", ";", ":", "(", ")"))
        add(at, at + 1, text.substr(at, 1), true);
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size()) {
      while (end < text.size() && is_ascii(text[end]) && is_inner(text[end])) ++end;
      if (end == text.size()) break;
      if (is_inner(text[end]) && !is_wide_mark(text, end)) {
        ++end;
        continue;
      }
      const std::size_t n = text[end] == '-' ? 1 : apostrophe_at(text, end);
      if (n == 0 || end + n >= text.size() || !is_inner(text[end + n]) ||
          is_wide_mark(text, end + n))
        break;
      const bool is_possessive = text[end] != '-' && text[end + n] == 's' &&
                                 (end + n + 1 >= text.size() || !is_inner(text[end + n + 1]));
      if (is_possessive) break;
      end += n;
    }
    add(at, end, std::string_view(small).substr(at, end - at), false);
    at = end;
    const std::size_t n = apostrophe_at(text, at);
    const bool is_possessive = n > 0 && at + n < text.size() && text[at + n] == 's' &&
                               (at + n + 1 >= text.size() || !is_inner(text[at + n + 1]));
    if (is_possessive) {
      add(at, at + n + 1, "'s", false);
      at += n + 1;
    }
  }
  return words;
}

std::size_t word_from(const std::vector<SentenceWord>& words, std::uint32_t byte) {
  return static_cast<std::size_t>(
      std::ranges::lower_bound(words, byte, {},
                               [](const SentenceWord& word) { return word.range.begin; }) -
      words.begin());
}

}  // namespace fabula::language
