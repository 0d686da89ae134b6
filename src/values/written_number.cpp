#include "values/written_number.hpp"

#include <algorithm>

#include "language/numbers.hpp"
#include "model/value.hpp"
#include "text/one_of.hpp"

namespace fabula::values {
namespace {

constexpr std::int64_t kMostAmount = 1'000'000'000'000 * kAmountOne;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t scale_of(std::string_view word) {
  if (text::is_one_of(word, "thousand", "k")) return 1000;
  if (text::is_one_of(word, "million", "m", "mn")) return 1'000'000;
  if (text::is_one_of(word, "billion", "bn", "b")) return 1'000'000'000;
  return 0;
}

// "twelve", "thirty-one"
std::optional<int> small_number(std::string_view lower) {
  if (lower.empty() || is_digit(lower.front())) return std::nullopt;
  if (const auto n = language::cardinal_of(lower)) return n;
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto tens = language::cardinal_of(lower.substr(0, hyphen));
  const auto ones = language::cardinal_of(lower.substr(hyphen + 1));
  if (!tens || !ones || *tens < 20 || *tens % 10 != 0 || *ones > 9) return std::nullopt;
  return *tens + *ones;
}

// The mark before the figures: "£" stands in the word, "$" before it.
std::string currency_before(std::string_view text, const language::SentenceWord& word) {
  if (word.lower.starts_with("£")) return "£";
  if (word.lower.starts_with("€")) return "€";
  const std::size_t at = word.range.begin;
  return at > 0 && text[at - 1] == '$' ? "$" : "";
}

// Figures with groups of three and a decimal part, which may go over several words.
std::optional<Number> figures_at(std::string_view text, Words words, std::size_t at) {
  Number number;
  number.currency = currency_before(text, words[at]);
  std::size_t byte = words[at].range.begin;
  if (number.currency == "£" || number.currency == "€") byte += number.currency.size();
  const std::size_t end = words.back().range.end;
  if (byte >= end || !is_digit(text[byte])) return std::nullopt;
  // ".5", "#3", "-3": not the beginning of a number
  if (byte > 0 && number.currency.empty() &&
      (text::is_one_of(text.substr(byte - 1, 1), ".", "#", "-", ":", "/", "+")))
    return std::nullopt;
  std::int64_t whole = 0;
  std::size_t n_digits = 0;
  bool is_grouped = false;
  const auto take_digits = [&] {
    for (; byte < end && is_digit(text[byte]); ++byte, ++n_digits)
      if (n_digits < 12) whole = 10 * whole + (text[byte] - '0');
  };
  take_digits();
  while (n_digits <= 12 && byte + 3 < end && text[byte] == ',' && is_digit(text[byte + 1]) &&
         is_digit(text[byte + 2]) && is_digit(text[byte + 3]) &&
         (byte + 4 >= end || !is_digit(text[byte + 4]))) {
    ++byte;
    take_digits();
    is_grouped = true;
  }
  // "26, 000": no number by itself begins so.
  for (std::size_t gap = text.substr(byte).starts_with(" , 000")  ? 3
                         : text.substr(byte).starts_with(", 000") ? 2
                                                                  : 0;
       gap != 0 && n_digits <= 3 && byte + gap + 3 <= end &&
       (byte + gap + 3 == text.size() || !is_digit(text[byte + gap + 3]));
       gap = 0) {
    byte += gap;
    take_digits();
    is_grouped = true;
  }
  if (n_digits > 12) return std::nullopt;
  number.amount = whole * kAmountOne;
  if (byte + 1 < end && text[byte] == '.' && is_digit(text[byte + 1])) {
    std::int64_t unit = kAmountOne / 10;
    for (++byte; byte < end && is_digit(text[byte]); ++byte, unit /= 10)
      number.amount += unit * (text[byte] - '0');
    is_grouped = true;
    if (byte + 1 < end && text[byte] == '.' && is_digit(text[byte + 1])) return std::nullopt;
  }
  number.is_year_like = !is_grouped && n_digits == 4 && whole >= 1500 && whole < 2200;
  // What is left of the word is a scale ("3m") or makes it another thing ("3rd", "12-year-old").
  std::size_t next = at;
  while (next < words.size() && words[next].range.begin < byte) ++next;
  const std::size_t word_end = words[next - 1].range.end;
  if (word_end > byte) {
    const std::int64_t scale =
        scale_of(words[next - 1].lower.substr(words[next - 1].lower.size() - (word_end - byte)));
    if (scale == 0 || number.currency.empty()) return std::nullopt;
    number.amount *= scale;
  } else if (byte < text.size() && text[byte] == '%') {
    number.is_share = true;
  } else if (byte < end && text::is_one_of(text.substr(byte, 1), ":", "/")) {
    return std::nullopt;
  }
  number.last = next;
  return number;
}

// "two hundred and fifty", "a dozen"
std::optional<Number> words_at(Words words, std::size_t at) {
  Number number;
  std::int64_t total = 0, group = 0;
  std::size_t i = at;
  bool is_any = false;
  for (; i < words.size(); ++i) {
    const std::string_view word = words[i].lower;
    if (const auto n = small_number(word)) {
      if (is_any && group % 100 != 0) break;
      group += *n;
      is_any = true;
    } else if (text::is_one_of(word, "a", "an") && !is_any && i + 1 < words.size() &&
               text::is_one_of(words[i + 1].lower, "hundred", "thousand", "million", "dozen")) {
      group = 1;
      is_any = true;
    } else if (word == "hundred" && is_any && group > 0 && group < 100) {
      group *= 100;
    } else if (word == "dozen" && is_any && group > 0 && group < 10 && total == 0) {
      group *= 12;
      number.is_vague = true;
      ++i;
      break;
    } else if (const std::int64_t scale = word.size() > 2 ? scale_of(word) : 0;
               scale > 0 && is_any && group > 0) {
      total += group * scale;
      group = 0;
    } else if (word == "and" && is_any && (group % 100 == 0) && (group > 0 || total > 0) &&
               i + 1 < words.size() && small_number(words[i + 1].lower) &&
               words[i - 1].lower != "and" &&
               text::is_one_of(words[i - 1].lower, "hundred", "thousand", "million")) {
      continue;
    } else {
      break;
    }
  }
  if (!is_any) return std::nullopt;
  number.amount = (total + group) * kAmountOne;
  number.last = i;
  return number;
}

// "490-page", "eight-page"; not "12-year-old", "5-4", "twenty-one"
std::optional<Number> number_of_noun(Words words, std::size_t at) {
  const std::string_view lower = words[at].lower;
  const std::size_t hyphen = lower.find('-');
  constexpr std::size_t kShortestNoun = 3;
  if (hyphen == std::string_view::npos || lower.size() - hyphen <= kShortestNoun)
    return std::nullopt;
  const std::string_view noun = lower.substr(hyphen + 1);
  if (!std::ranges::all_of(noun, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  Number number;
  constexpr std::size_t kMostDigits = 9;
  if (const auto n = language::cardinal_of(lower.substr(0, hyphen))) {
    number.amount = *n * kAmountOne;
  } else {
    std::size_t n_digits = 0;
    for (const char c : lower.substr(0, hyphen)) {
      if (c == ',' && n_digits > 0) continue;
      if (!is_digit(c) || ++n_digits > kMostDigits) return std::nullopt;
      number.amount = 10 * number.amount + (c - '0');
    }
    number.amount *= kAmountOne;
  }
  number.noun = noun;
  number.last = at + 1;
  return number;
}

}  // namespace

std::optional<Number> number_at(std::string_view text, Words words, std::size_t at) {
  if (at >= words.size() || words[at].is_mark) return std::nullopt;
  auto number = figures_at(text, words, at);
  if (!number) {
    number = words_at(words, at);
    if (!number) number = number_of_noun(words, at);
    if (!number) return std::nullopt;
  } else if (number->last < words.size() && words[number->last].lower.size() > 2) {
    if (const std::int64_t scale = scale_of(words[number->last].lower)) {
      number->amount *= scale;
      ++number->last;
      number->is_year_like = false;
    }
  }
  if (number->currency.empty() && number->last < words.size()) {
    const std::string_view next = words[number->last].lower;
    if (text::is_one_of(next, "pounds", "dollars", "euros")) {
      number->currency = next == "pounds" ? "£" : next == "dollars" ? "$" : "€";
      ++number->last;
    }
  }
  const auto next_is = [&](std::size_t n, std::string_view word) {
    return number->last + n < words.size() && words[number->last + n].lower == word;
  };
  if (next_is(0, "percent") || (next_is(0, "per") && next_is(1, "cent"))) {
    number->is_share = true;
    number->last += next_is(0, "percent") ? 1U : 2U;
  }
  if (number->amount <= 0 || number->amount > kMostAmount) return std::nullopt;
  return number;
}

}  // namespace fabula::values
