// Single tokens to those of several words: numbers in words, "2 1/2", feasts.
#include <cstddef>

#include "times/feasts.hpp"
#include "times/token_steps.hpp"

namespace fabula::times {
namespace {

bool is_word_number(const Token& token) {
  return token.is(cls::NUM) && !token.has(kFigures) && token.has(kLetters);
}

// Joins "twenty - four", "nineteen ninety - six", "two hundred", "2 1 / 2", "twenty - first",
// feasts. Each pass from the left; a joined token stands where its first one stood.
class Joiner {
 public:
  explicit Joiner(std::vector<Token>& tokens)
      : tokens_(tokens), hyphen_(word_id("-")), slash_(word_id("/")) {}

  Classes run() {
    Classes all = 0;
    std::size_t n_kept = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      Token token = tokens_[i];
      std::size_t next = i + 1;
      if (token.word != 0 && token.has(kCapital)) next = join_feast(i, token);
      if (next == i + 1 && token.is(cls::NUM))
        next = token.has(kFigures) ? join_half(i, token) : join_words(i, token);
      all |= token.classes;
      tokens_[n_kept++] = token;
      i = next;
    }
    tokens_.resize(n_kept);
    return all;
  }

 private:
  [[nodiscard]] const Token* at(std::size_t i) const {
    return i < tokens_.size() ? &tokens_[i] : nullptr;
  }

  std::size_t join_feast(std::size_t i, Token& token) const {
    const FeastMatch match = longest_feast(std::span(tokens_).subspan(i));
    if (match.n_tokens == 0) return i + 1;
    token.classes = cls::FEAST;
    token.value = match.feast;
    token.range.end = tokens_[i + match.n_tokens - 1].range.end;
    return i + match.n_tokens;
  }

  // "2 1/2": three tokens behind the first
  std::size_t join_half(std::size_t i, Token& token) const {
    const Token* one = at(i + 1);
    const Token* slash = at(i + 2);
    const Token* two = at(i + 3);
    if (!two || one->value != 1 || !one->has(kFigures) || slash->word != slash_ ||
        two->value != 2 || !two->has(kFigures) || !two->has(kGlued))
      return i + 1;
    token.flags |= kHalf;
    token.classes = cls::NUM;
    token.range.end = two->range.end;
    return i + 4;
  }

  std::size_t join_words(std::size_t i, Token& token) const {
    std::int32_t total = 0;            // closed thousands
    std::int32_t group = token.value;  // hundreds, tens and ones being read
    std::size_t next = i + 1;
    bool is_year = false;
    bool is_ordinal = false;
    while (next < tokens_.size() && next < i + 12) {
      std::size_t j = next;
      if (tokens_[j].word == hyphen_ && tokens_[j].has(kGlued)) ++j;
      const Token* more = at(j);
      if (!more || !more->has(kLetters)) break;
      const std::int32_t value = more->value;
      const bool is_tens = group >= 20 && group < 100 && group % 10 == 0 && total == 0;
      if (more->is(cls::ORD) && is_tens && value < 10 && j > next) {
        group += value;
        is_ordinal = true;
      } else if (!is_word_number(*more)) {
        break;
      } else if (group % 100 >= 20 && group % 10 == 0 && value < 10) {
        group += value;
      } else if (value == 100 && group < 100) {
        group *= 100;
      } else if (value == 1000 && group < 1000) {
        total += group * 1000;
        group = 0;
      } else if ((group % 100 == 0) && value < 100 && (group != 0 || total != 0)) {
        group += value;
      } else if (group >= 16 && group <= 20 && total == 0 && value >= 10 && value < 100) {
        group = group * 100 + value;
        is_year = true;
      } else {
        break;
      }
      token.range.end = more->range.end;
      next = j + 1;
      if (is_ordinal) break;
    }
    if (next == i + 1) return next;
    token.value = total + group;
    token.word = 0;
    token.classes = is_ordinal ? cls::ORD : is_year ? cls::YEAR : cls::NUM;
    if (is_ordinal && token.value <= 31) token.classes |= cls::DAY;
    if (token.value >= 2000 && token.value < 2100) token.classes |= cls::YEAR;
    return next;
  }

  std::vector<Token>& tokens_;
  WordId hyphen_;
  WordId slash_;
};

}  // namespace

Classes join(std::vector<Token>& tokens) { return Joiner(tokens).run(); }

}  // namespace fabula::times
