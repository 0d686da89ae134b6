#include "story/quote_words.hpp"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::story {
namespace {

// What an editor puts between brackets is short; a lone "[" does not swallow the quotation.
constexpr std::size_t kMaxBracketBytes = 60;

class Splitter {
 public:
  Splitter(std::string_view source, std::vector<QuoteWord>& words)
      : source_(source), folded_(text::fold(source)), words_(words) {}

  void split() {
    const std::string_view text = folded_.text;
    while (at_ < text.size()) {
      const text::CodePoint c = text::decode(text, at_);
      if (const std::size_t end = bracket_end(); end != 0) {
        add_bracket(end);
      } else if (const std::size_t dots = ellipsis_bytes(); dots != 0) {
        gap_ = true;
        at_ += dots;
      } else if (is_word_letter(c.value)) {
        add_word();
      } else {
        at_ += c.n_bytes;
      }
    }
  }

 private:
  static bool is_word_letter(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

  bool letter_at(std::size_t at) const {
    return at < folded_.text.size() && is_word_letter(text::decode(folded_.text, at).value);
  }

  // Behind the bracket that closes the one standing here; 0 when none stands here.
  std::size_t bracket_end() const {
    const std::string_view text = folded_.text;
    const char open = text[at_];
    if (open != '[' && open != '(') return 0;
    const std::size_t close = text.find(open == '[' ? ']' : ')', at_);
    if (close == std::string_view::npos || close - at_ > kMaxBracketBytes) return 0;
    // Round brackets mostly hold spoken words.
    return open == '[' || is_note(text.substr(at_ + 1, close - at_ - 1)) ? close + 1 : 0;
  }

  static bool is_note(std::string_view inside) {
    return inside == "sic" || inside == "laughs" || inside == "laughter" || inside == "applause" ||
           inside == "pause" || inside == "crosstalk" || inside == "inaudible";
  }

  void add_bracket(std::size_t end) {
    const std::string inside = folded_.text.substr(at_ + 1, end - at_ - 2);
    if (inside.find_first_not_of(". ") == std::string::npos) {
      gap_ = true;
    } else {
      add(inside, end, is_note(inside) ? QuoteWordKind::kNote : QuoteWordKind::kBracket);
    }
    at_ = end;
  }

  // Length of "...", ". . ." or longer; 0 when something else stands here.
  std::size_t ellipsis_bytes() const {
    std::size_t n_dots = 0;
    std::size_t end = at_;
    for (std::size_t at = at_; at < folded_.text.size(); ++at) {
      if (folded_.text[at] == '.') {
        ++n_dots;
        end = at + 1;
      } else if (folded_.text[at] != ' ' || n_dots == 0) {
        break;
      }
    }
    return n_dots >= 3 ? end - at_ : 0;
  }

  void add_word() {
    const std::string_view text = folded_.text;
    std::size_t end = at_;
    bool masked = false;
    while (end < text.size()) {
      if (const text::CodePoint c = text::decode(text, end); is_word_letter(c.value)) {
        end += c.n_bytes;
      } else if (const std::size_t mask = mask_bytes(end); mask != 0) {
        masked = true;
        end += mask;
      } else if (text[end] == '\'' && letter_at(end + 1)) {
        ++end;
      } else {
        break;
      }
    }
    add(std::string(text.substr(at_, end - at_)), end,
        masked ? QuoteWordKind::kMasked : QuoteWordKind::kPlain);
    at_ = end;
  }

  // Length of the signs that hide letters: stars, or dashes behind a first letter ("f--k").
  std::size_t mask_bytes(std::size_t at) const {
    const std::string_view text = folded_.text;
    const char sign = text[at];
    const std::size_t end = std::min(text.find_first_not_of(sign, at), text.size());
    if (sign == '*') return end - at;
    return sign == '-' && end - at >= 2 && at == at_ + 1 ? end - at : 0;
  }

  void add(std::string folded, std::size_t end, QuoteWordKind kind) {
    const Range range = folded_.map.to_source(
        Range{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
    const std::string_view before = source_.substr(last_end_, range.begin - last_end_);
    last_end_ = range.end;
    const auto hash = static_cast<std::uint32_t>(XXH3_64bits(folded.data(), folded.size())) | 1;
    words_.push_back({std::move(folded), words_of(source_, range), before, hash, kind,
                      kind != QuoteWordKind::kNote && std::exchange(gap_, false)});
  }

  std::string_view source_;
  text::FoldedText folded_;
  std::vector<QuoteWord>& words_;
  std::size_t at_ = 0;
  bool gap_ = false;
  std::uint32_t last_end_ = 0;  // in source_, of the last word
};

// The letters before and behind the hidden ones.
std::pair<std::string_view, std::string_view> shown_letters(std::string_view masked) {
  const std::size_t first = masked.find_first_of("*-");
  const std::size_t last = masked.find_last_of("*-");
  return {masked.substr(0, first), masked.substr(last + 1)};
}

bool fits_mask(std::string_view masked, std::string_view word) {
  const auto [head, tail] = shown_letters(masked);
  return word.size() >= head.size() + tail.size() && word.starts_with(head) && word.ends_with(tail);
}

}  // namespace

std::vector<QuoteWordKey> keys_of(std::span<const QuoteWord> words) {
  std::vector<QuoteWordKey> keys;
  keys.reserve(words.size());
  for (const QuoteWord& word : words) {
    if (word.kind == QuoteWordKind::kNote) continue;
    const bool spelled = word.kind == QuoteWordKind::kPlain;
    keys.push_back({spelled ? word.hash : 0, word.gap_before});
  }
  return keys;
}

std::vector<QuoteWord> split_quote(const Article& article, const Quote& quote) {
  std::vector<QuoteWord> words;
  constexpr std::size_t kBytesOfWord = 5;  // few words are shorter, with the blank behind them
  words.reserve(quote.range.size() / kBytesOfWord + 1);
  for (const Range part : quote.parts) {
    const std::size_t first = words.size();
    Splitter(words_of(article.text, part), words).split();
    if (first == 0 || first == words.size()) continue;
    // "We warned them," she said, "and nobody came": more may have been said in between.
    words[first].gap_before = true;
    words[first].before = " ";
  }
  return words;
}

bool same_quote_word(const QuoteWord& a, const QuoteWord& b) {
  if (a.hash == b.hash && a.folded == b.folded) return true;
  const bool a_masked = a.kind == QuoteWordKind::kMasked;
  const bool b_masked = b.kind == QuoteWordKind::kMasked;
  if (a_masked && b_masked) {
    const auto [a_head, a_tail] = shown_letters(a.folded);
    const auto [b_head, b_tail] = shown_letters(b.folded);
    return a_head.substr(0, 1) == b_head.substr(0, 1) &&
           (a_tail.empty() || b_tail.empty() || a_tail == b_tail);
  }
  return (a_masked && fits_mask(a.folded, b.folded)) || (b_masked && fits_mask(b.folded, a.folded));
}

}  // namespace fabula::story
