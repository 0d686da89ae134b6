#include "names/tokens.hpp"

#include "names/lexicon.hpp"
#include "text/marks.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::names {
namespace {

// Appends `words` in lower case with plain apostrophes; without dots at the end.
void append_lower(std::string& out, std::string_view words) {
  const std::size_t begin = out.size();
  out += words;
  for (std::size_t i = begin; i < out.size(); ++i)
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
  constexpr std::string_view kCurly = "’";
  for (std::size_t at = begin; (at = out.find(kCurly.front(), at)) != out.npos; ++at)
    if (std::string_view(out).substr(at).starts_with(kCurly)) out.replace(at, kCurly.size(), "'");
  while (out.size() > begin && out.back() == '.') out.pop_back();
}

// How many bytes of a possessive ending `words` has; `of_plural` for the bare apostrophe.
std::uint32_t possessive_size(std::string_view words) {
  for (const std::string_view ending : {"'s", "’s", "'S", "’S", "s'", "s’"}) {
    if (words.size() > ending.size() + 1 && words.ends_with(ending)) {
      const bool of_plural = ending.front() == 's';
      return static_cast<std::uint32_t>(ending.size()) - (of_plural ? 1U : 0U);
    }
  }
  return 0;
}

void set_spelling(Token& token, std::string_view words) {
  const text::CodePoint first = text::decode(words, 0);
  token.is_capital = text::is_upper(first.value);
  if (!token.is_capital) return;
  bool has_lower = false;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < words.size();) {
    const text::CodePoint c = text::decode(words, i);
    has_lower |= text::is_lower(c.value);
    letters += text::is_letter(c.value) ? 1U : 0U;
    i += c.n_bytes;
  }
  token.is_all_capitals = letters > 1 && !has_lower;
}

}  // namespace

Tokens::Tokens(const Article& article, const Segmentation& segmentation) {
  const std::string_view text = article.text;
  letters_.reserve(text.size() + 1);
  tokens_.reserve(segmentation.words.size());
  starts_.reserve(segmentation.sentences.size() + 1);
  std::size_t next_quoted = 0;
  std::int32_t quoted = -1;
  std::uint32_t sentence_i = 0;
  for (const Sentence& sentence : segmentation.sentences) {
    starts_.push_back(tokens_.size());
    bool opens = true;
    for (std::uint32_t i = sentence.first_word; i < sentence.last_word; ++i) {
      const Word& word = segmentation.words[i];
      while (next_quoted < segmentation.quoted.size() &&
             segmentation.quoted[next_quoted].outer.begin <= word.range.begin) {
        if (segmentation.quoted[next_quoted].parent < 0)
          quoted = static_cast<std::int32_t>(next_quoted);
        ++next_quoted;
      }
      Token token;
      token.range = word.range;
      token.sentence = sentence_i;
      token.paragraph = sentence.paragraph;
      const std::string_view words = words_of(text, word.range);
      if (quoted >= 0 &&
          word.range.begin < segmentation.quoted[static_cast<std::size_t>(quoted)].outer.end)
        token.quoted = quoted;
      if (word.kind == WordKind::kMark) {
        token.mark = text::plain_mark(words);
        const bool opens_quotation =
            token.quoted >= 0 &&
            segmentation.quoted[static_cast<std::size_t>(token.quoted)].outer.begin ==
                word.range.begin;
        if (opens_quotation || token.mark == ':' || token.mark == '-') opens = true;
      } else {
        token.is_handle = word.kind == WordKind::kHandle;
        if (word.kind == WordKind::kWord) {
          token.range.end -= possessive_size(words);
          token.is_possessive = token.range.end != word.range.end;
          set_spelling(token, words_of(text, token.range));
        }
        const std::size_t begin = letters_.size();
        append_lower(letters_, words_of(text, token.range));
        token.lower = std::string_view(letters_).substr(begin);
        token.flags = flags_of(token.lower);
        if (token.flags == 0 && !token.is_capital && text::is_person_noun(token.lower))
          token.flags = kPersonNoun;
        token.is_opening = opens;
        opens = false;
      }
      tokens_.push_back(token);
    }
    ++sentence_i;
  }
  starts_.push_back(tokens_.size());
}

const Token& Tokens::beside(std::size_t near, int offset) const {
  static const Token kNothing = [] {
    Token token;
    token.mark = ' ';
    return token;
  }();
  const std::size_t at = near + static_cast<std::size_t>(offset);  // wraps below 0: too large
  if (at >= tokens_.size() || tokens_[at].sentence != tokens_[near].sentence) return kNothing;
  return tokens_[at];
}

}  // namespace fabula::names
