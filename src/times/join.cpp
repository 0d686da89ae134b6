// Single tokens to those of several words: numbers in words, "2 1/2", feasts.
#include <cstddef>

#include "times/feasts.hpp"
#include "times/token_steps.hpp"

namespace fabula::times {
namespace {

bool is_word_number(const Token& token) {
  return token.is(cls::NUM) && !token.has(kFigures) && token.has(kLetters);
}

// Joins "twenty - four", "two hundred and fifty", "March twenty sixth", "nineteen ninety - six",
// "two hundred", "2 1 / 2", "twenty - first", feasts. Each pass from the left; a joined token
// stands where its first one stood.
class Joiner {
 public:
  explicit Joiner(std::vector<Token>& tokens)
      : tokens_(tokens),
        hyphen_(word_id("-")),
        slash_(word_id("/")),
        the_(word_id("the")),
        and_(word_id("and")),
        of_(word_id("of")),
        into_(word_id("into")),
        possessive_(word_id("'s")) {}

  Classes run() {
    Classes all = 0;
    std::size_t n_kept = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      const bool may_be_feast = tokens_[i].word != 0 && tokens_[i].has(kCapital);
      const bool may_be_number = tokens_[i].is(cls::NUM) || tokens_[i].has(kShort);
      if (!may_be_feast && !may_be_number) {
        all |= tokens_[i].classes;
        if (n_kept != i) tokens_[n_kept] = tokens_[i];
        ++n_kept;
        ++i;
        continue;
      }
      Token token = tokens_[i];
      std::size_t next = i + 1;
      if (may_be_feast) next = join_feast(i, token);
      if (next == i + 1 && may_be_number) next = join_number(i, n_kept, token);
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

  // `n_kept`: how many tokens are done; the last of them stands before this one.
  std::size_t join_number(std::size_t i, std::size_t n_kept, Token& token) const {
    const Token before = n_kept > 0 ? tokens_[n_kept - 1] : Token{};
    if (!token.has(kFigures)) return join_words(i, before, token);
    if (token.has(kShort) && !opens_short_decade(n_kept, token)) token.classes = 0;
    if (opens_decade(before))
      if (const std::size_t next = join_decade(i, token); next > i + 1) return next;
    take_zone(i, token);
    return token.is(cls::NUM) ? join_half(i, token) : i + 1;
  }

  std::size_t join_feast(std::size_t i, Token& token) const {
    const FeastMatch match = longest_feast(std::span(tokens_).subspan(i));
    if (match.n_tokens == 0) return i + 1;
    token.classes = cls::FEAST;
    token.value = match.feast;
    token.range.end = tokens_[i + match.n_tokens - 1].range.end;
    return i + match.n_tokens;
  }

  // "the", "early", "mid-": a decade in figures may follow, which else were a sum or degrees.
  [[nodiscard]] bool opens_decade(const Token& before) const {
    return before.word == the_ || before.is(cls::MOD) ||
           (before.word == hyphen_ && before.has(kGlued));
  }

  // By two figures only from the fifties on, and not "into the 90s": that is how warm it was.
  [[nodiscard]] bool opens_short_decade(std::size_t n_kept, const Token& token) const {
    if (n_kept == 0 || !opens_decade(tokens_[n_kept - 1]) || token.value < 195) return false;
    return n_kept < 2 || tokens_[n_kept - 2].word != into_;
  }

  // "the 1960's", "the late 60's": a decade in figures and what looks like a possessive
  std::size_t join_decade(std::size_t i, Token& token) const {
    const Token* more = at(i + 1);
    const std::uint32_t n_digits = token.range.size();
    const bool is_four = n_digits == 4 && token.is(cls::YEAR) && token.value >= 1500;
    const bool is_two = n_digits == 2 && token.is(cls::NUM) && token.value >= 50;
    if (!more || more->word != possessive_ || !more->has(kGlued) || token.value % 10 != 0 ||
        (!is_four && !is_two))
      return i + 1;
    token.classes = cls::DECADE;
    token.value = (is_two ? 1900 + token.value : token.value) / 10;
    token.range.end = more->range.end;
    return i + 2;
  }

  // "0735 GMT": four figures before a time zone are a time of day
  void take_zone(std::size_t i, Token& token) const {
    const Token* zone = at(i + 1);
    if (!zone || !zone->is(cls::ZONE) || !token.is(cls::NUM) || token.range.size() != 4) return;
    const std::int32_t hour = token.value / 100;
    const std::int32_t minute = token.value % 100;
    if (hour > 24 || minute > 59) return;
    token.classes = cls::CLOCK;
    token.value = hour * 60 + minute;
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

  std::size_t join_words(std::size_t i, const Token& before, Token& token) const {
    std::int32_t total = 0;            // closed thousands
    std::int32_t group = token.value;  // hundreds, tens and ones being read
    std::size_t next = i + 1;
    bool is_year = false;
    bool is_ordinal = false;
    while (next < tokens_.size() && next < i + 12) {
      std::size_t j = next;
      if (tokens_[j].word == hyphen_ && tokens_[j].has(kGlued)) ++j;
      const bool has_hundreds = group != 0 && group % 100 == 0;
      if (tokens_[j].word == and_ && (has_hundreds || (group == 0 && total != 0))) ++j;
      const Token* more = at(j);
      if (!more || !more->has(kLetters)) break;
      const std::int32_t value = more->value;
      const bool is_tens = group >= 20 && group < 100 && group % 10 == 0 && total == 0;
      const Token* behind = at(j + 1);
      const bool is_day = before.is(cls::MONTH) || (behind && behind->word == of_);
      if (more->is(cls::ORD) && is_tens && value < 10 && (j > next || is_day)) {
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
  WordId the_;
  WordId and_;
  WordId of_;
  WordId into_;
  WordId possessive_;
};

}  // namespace

Classes join(std::vector<Token>& tokens) { return Joiner(tokens).run(); }

}  // namespace fabula::times
