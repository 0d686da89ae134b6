#include "times/tense.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::times {
namespace {

bool ends_in_ed(std::string_view word) {
  return word.size() > 4 && word.substr(word.size() - 2) == "ed" &&
         word.substr(word.size() - 3) != "eed";
}

bool is_past_form(std::string_view text, const Token& token) {
  if (token.is(cls::WASVERB)) return true;
  return token.has(kLetters) && !token.has(kCapital) && token.word == 0 &&
         ends_in_ed(words_of(text, token.range));
}

// "will be raised", "is to be held": a past form within four words behind what points forward.
bool is_turned_forward(std::span<const Token> words, std::size_t i) {
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    const Token& token = words[i - back];
    if (token.is(cls::WILLVERB)) return true;
    if (!token.has(kLetters) || token.is(cls::WASVERB)) return false;
  }
  return false;
}

// "had been due", "had scheduled": what was to come then, not now.
bool is_turned_back(std::span<const Token> words, std::size_t i) {
  static const WordId had = word_id("had");
  for (std::size_t back = 1; back <= 2 && back <= i; ++back)
    if (words[i - back].word == had) return true;
  return false;
}

Direction verdict_at(std::string_view text, std::span<const Token> words, std::size_t i) {
  static const WordId to = word_id("to");
  static const WordId is = word_id("is");
  static const WordId are = word_id("are");
  const Token& token = words[i];
  if (token.is(cls::WILLVERB)) {
    if (is_turned_back(words, i)) return Direction::kPast;
    return token.value == 0 ? Direction::kFuture : Direction::kLikelyFuture;
  }
  if (is_past_form(text, token))
    return is_turned_forward(words, i) ? Direction::kFuture : Direction::kPast;
  if (token.is(cls::ISVERB)) {
    const bool is_plan = i + 1 < words.size() && words[i + 1].word == to;
    const bool is_state = token.word == is || token.word == are;
    if (is_plan) return Direction::kFuture;
    return is_state ? Direction::kLikelyFuture : Direction::kPast;
  }
  return Direction::kUnknown;
}

// "had filed by Friday": the verb stands within a few words.
bool had_stands_before(std::span<const Token> words, std::size_t at) {
  static const WordId had = word_id("had");
  constexpr std::size_t kFewWords = 8;
  for (std::size_t back = 1; back <= kFewWords && back <= at; ++back)
    if (words[at - back].word == had) return true;
  return false;
}

// "by Friday", "until May": mostly of what is to come.
bool is_limit(const Token& token) {
  static const WordId by = word_id("by");
  static const WordId until = word_id("until");
  return token.word == by || token.word == until;
}

}  // namespace

Direction direction_of(std::string_view text, std::span<const Token> words, Range expression) {
  const auto begin_of = [](const Token& token) { return token.range.begin; };
  static const WordId possessive = word_id("'s");
  static const WordId on = word_id("on");
  static const WordId as = word_id("as");
  static const WordId since = word_id("since");
  static const WordId soon = word_id("soon");
  const auto first = std::ranges::lower_bound(words, expression.begin, {}, begin_of);
  const auto at = static_cast<std::size_t>(first - words.begin());
  const auto past = std::ranges::lower_bound(words, expression.end, {}, begin_of);
  const auto behind = static_cast<std::size_t>(past - words.begin());
  // "Tuesday's ruling" is of any tense: only a plain "will" before it moves it.
  const bool is_owner = behind < words.size() && words[behind].word == possessive;
  // "The court Friday ruled": the verb of a wire's sentence stands right behind.
  const bool is_bare = at > 0 && words[at - 1].has(kLetters) && !words[at - 1].is(cls::PREP) &&
                       words[at - 1].word != on;
  if (is_bare && behind < words.size() && is_past_form(text, words[behind]))
    return Direction::kPast;
  if (at > 0 && words[at - 1].word == since) return Direction::kPast;
  if (at > 2 && words[at - 1].word == as && words[at - 2].word == soon)
    return Direction::kLikelyFuture;
  if (at > 2 && is_limit(words[at - 1]))
    return had_stands_before(words, at) ? Direction::kPast : Direction::kLikelyFuture;
  for (std::size_t back = 1; back <= kTenseWindow && back <= at; ++back) {
    const Direction verdict = verdict_at(text, words, at - back);
    if (verdict == Direction::kLikelyFuture && is_owner) return Direction::kUnknown;
    if (verdict != Direction::kUnknown) return verdict;
  }
  for (std::size_t i = behind; i < words.size() && i < behind + kTenseWindow; ++i) {
    const Direction verdict = verdict_at(text, words, i);
    if (verdict != Direction::kUnknown) return verdict;
  }
  return Direction::kUnknown;
}

}  // namespace fabula::times
