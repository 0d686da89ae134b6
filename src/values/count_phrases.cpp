#include "values/count_phrases.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/one_of.hpp"
#include "text/word_flags.hpp"

namespace fabula::values {
namespace {

// A word of a phrase, or a gap.
struct Token {
  std::vector<std::string_view> words;  // one of these; empty: a gap
  std::size_t most = 1;                 // of a gap, words
  bool is_optional = false;
  bool is_end = false;  // the clause ends, or goes on with a time or a place
};

struct Phrase {
  const CountRole* role = nullptr;
  std::string_view unit;      // empty: the noun for people behind the number
  std::vector<Token> before;  // from the number back
  std::vector<Token> behind;
};

Token token_of(std::string_view word) {
  Token token;
  constexpr std::size_t kGap = 3;
  constexpr std::size_t kLongGap = 9;
  if (word == "*" || word == "**") {
    token.most = word == "*" ? kGap : kLongGap;
    return token;
  }
  if (word == "$") {
    token.is_end = true;
    return token;
  }
  if (word.ends_with('?')) {
    token.is_optional = true;
    word.remove_suffix(1);
  }
  while (!word.empty()) {
    const std::size_t bar = std::min(word.find('|'), word.size());
    token.words.push_back(word.substr(0, bar));
    word.remove_prefix(std::min(bar + 1, word.size()));
  }
  return token;
}

const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> all = [] {
    std::vector<Phrase> made;
    const auto add = [&](std::string_view role, std::string_view unit, std::string_view words) {
      Phrase& phrase = made.emplace_back();
      phrase.role = &role_named(role);
      phrase.unit = unit;
      bool is_behind = false;
      text::for_each_word(words, [&](std::string_view word) {
        if (word == "#")
          is_behind = true;
        else
          (is_behind ? phrase.behind : phrase.before).push_back(token_of(word));
      });
      std::ranges::reverse(phrase.before);
    };
#define PHRASE(role, unit, words) add(role, unit, words);
#include "values/count_phrases_table.inc"
#undef PHRASE
    return made;
  }();
  return all;
}

// Words that make of a number one that is added to another, or part of one.
bool is_part_behind(std::string_view word) {
  return text::is_one_of(word, "of", "more", "other", "others", "further", "additional", "extra",
                         "per", "percent");
}

// May a number without a noun stand before this word: "drew 300 to the square", not "300 cars"?
bool ends_number(Words words, std::size_t at) {
  return at >= words.size() || words[at].is_mark ||
         text::is_one_of(words[at].lower, "on", "in", "at", "to", "and", "by", "after", "when",
                         "for", "from", "as", "while", "but", "or", "across", "outside", "into",
                         "near", "last", "this", "yesterday", "today", "who", "during", "with");
}

class Matcher {
 public:
  explicit Matcher(Words words) : words_(words) {}

  // Behind the last word of the tokens, which begin at `at`.
  [[nodiscard]] std::optional<std::size_t> forward(std::span<const Token> tokens,
                                                   std::size_t at) const {
    if (tokens.empty()) return at;
    const Token& token = tokens.front();
    const auto rest = tokens.subspan(1);
    if (token.is_end) {
      const bool is_end =
          at >= words_.size() || words_[at].is_mark ||
          text::is_one_of(words_[at].lower, "on", "in", "for", "when", "last", "at", "after");
      return is_end ? forward(rest, at) : std::nullopt;
    }
    if (token.words.empty()) {
      for (std::size_t n = 0; n <= token.most; ++n) {
        if (const auto end = forward(rest, at + n)) return end;
        if (at + n >= words_.size() || words_[at + n].is_mark) break;
      }
      return std::nullopt;
    }
    if (at < words_.size() && has(token, at))
      if (const auto end = forward(rest, at + 1)) return end;
    return token.is_optional ? forward(rest, at) : std::nullopt;
  }

  // Are the words that end before `end` those of the tokens, the last first?
  [[nodiscard]] bool backward(std::span<const Token> tokens, std::size_t end) const {
    if (tokens.empty()) return true;
    const Token& token = tokens.front();
    const auto rest = tokens.subspan(1);
    if (token.words.empty()) {
      for (std::size_t n = 0; n <= token.most && n <= end; ++n)
        if (backward(rest, end - n)) return true;
      return false;
    }
    if (end > 0 && has(token, end - 1) && backward(rest, end - 1)) return true;
    return token.is_optional && backward(rest, end);
  }

 private:
  [[nodiscard]] bool has(const Token& token, std::size_t i) const {
    return std::ranges::find(token.words, words_[i].lower) != token.words.end();
  }

  Words words_;
};

// A term that is imposed, not one that may be, is served or hangs over somebody.
bool may_tell_sentence(Words words, const Amount& amount) {
  return amount.low == amount.high &&
         std::ranges::none_of(words, [](const language::SentenceWord& w) {
           return text::is_one_of(w.lower, "suspended", "consecutive", "concurrent", "concurrently",
                                  "appeal", "reduced", "parole", "probation", "served", "seeks",
                                  "sought", "demanded", "faces", "each", "maximum", "minimum",
                                  "contract", "after", "deal", "extension", "ban", "ago") ||
                  text::is_one_of(w.lower, "spent", "spending", "serving", "face", "facing",
                                  "faced", "release", "released", "freed", "already", "should",
                                  "not", "between", "wanted", "asked", "recommended", "deserves",
                                  "carries", "punishable");
         });
}

}  // namespace

std::optional<Binding> phrase_of(Words words, const Amount& amount, const NounBehind& noun,
                                 bool is_free) {
  if (!amount.currency.empty() || amount.is_share || amount.is_of_list) return std::nullopt;
  const auto word = [&](std::size_t i) {
    return i < words.size() ? std::string_view(words[i].lower) : std::string_view{};
  };
  const bool is_one = amount.written == "1" || amount.written.ends_with(" 1");
  const bool is_bare = !noun.is_there && (amount.is_year_like || is_one);
  const std::string_view before = amount.first > 0 ? word(amount.first - 1) : std::string_view{};
  const bool is_part = before == "of" || is_part_before(before);
  const bool goes_on = is_part_behind(word(amount.last));
  const Matcher matcher(words);
  for (const Phrase& phrase : phrases()) {
    const bool is_of_people = phrase.unit.empty();
    if (is_of_people && (is_bare || (phrase.before.empty() && !noun.is_there && !is_free)))
      continue;
    if (phrase.before.empty() && is_part) continue;
    if (goes_on && (phrase.behind.empty() || phrase.behind.front().words.empty() ||
                    phrase.behind.front().words.front() != word(amount.last)))
      continue;
    const std::size_t end = is_of_people && !goes_on ? noun.end : amount.last;
    if (is_of_people && !noun.is_there && phrase.behind.empty() && !ends_number(words, end))
      continue;
    if (!matcher.backward(phrase.before, amount.first)) continue;
    const auto last = matcher.forward(phrase.behind, end);
    if (!last) continue;
    const CountRole& role = *phrase.role;
    if (role.counted == Counted::kYears && !may_tell_sentence(words, amount)) continue;
    return Binding{role.name,   "count",
                   role.course, is_of_people ? noun.unit : std::string(phrase.unit),
                   *last,       false};
  }
  return std::nullopt;
}

}  // namespace fabula::values
