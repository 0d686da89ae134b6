// A number is read from figures and number words; then the words before it are looked at, longest
// modifier first, and the ends are set.
#include "values/amounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/numbers.hpp"
#include "model/value.hpp"
#include "text/one_of.hpp"

namespace fabula::values {
namespace {

constexpr std::int64_t kMostAmount = 1'000'000'000'000 * kAmountOne;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Number {
  std::size_t last = 0;  // behind its last word
  std::int64_t amount = 0;
  std::string currency;
  bool is_vague = false;  // "a dozen"
  bool is_year_like = false;
};

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
  } else if (byte < end && text::is_one_of(text.substr(byte, 1), ":", "/", "%")) {
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

std::optional<Number> number_at(std::string_view text, Words words, std::size_t at) {
  if (at >= words.size() || words[at].is_mark) return std::nullopt;
  auto number = figures_at(text, words, at);
  if (!number) {
    number = words_at(words, at);
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
  if (number->amount <= 0 || number->amount > kMostAmount) return std::nullopt;
  return number;
}

// Half of the unit of its last figure that is not 0.
std::int64_t rounding_of(std::int64_t amount) {
  std::int64_t unit = 1;
  while (amount % (unit * 10) == 0) unit *= 10;
  return amount < 20 * kAmountOne || unit <= kAmountOne ? 0 : unit / 2;
}

std::string digits_of(std::int64_t amount) {
  std::string digits = fmt::format("{}", amount / kAmountOne);
  if (const std::int64_t rest = amount % kAmountOne; rest != 0) {
    digits += fmt::format(".{:03}", rest);
    digits.erase(digits.find_last_not_of('0') + 1);
  }
  return digits;
}

enum class Limit : std::uint8_t { kPlain, kExact, kLeast, kMost, kNearly, kAbout };

struct Modifier {
  std::array<std::string_view, 3> words;  // the last one right before the number; empty: fewer
  Limit limit;
  std::string_view shown;
};

constexpr auto kModifiers = std::to_array<Modifier>({
    {{"no", "fewer", "than"}, Limit::kLeast, "at least"},
    {{"no", "less", "than"}, Limit::kLeast, "at least"},
    {{"not", "less", "than"}, Limit::kLeast, "at least"},
    {{"no", "more", "than"}, Limit::kMost, "up to"},
    {{"as", "many", "as"}, Limit::kMost, "up to"},
    {{"as", "much", "as"}, Limit::kMost, "up to"},
    {{"", "at", "least"}, Limit::kLeast, "at least"},
    {{"", "at", "most"}, Limit::kMost, "up to"},
    {{"", "more", "than"}, Limit::kLeast, "more than"},
    {{"", "fewer", "than"}, Limit::kMost, "fewer than"},
    {{"", "less", "than"}, Limit::kMost, "fewer than"},
    {{"", "up", "to"}, Limit::kMost, "up to"},
    {{"", "close", "to"}, Limit::kAbout, "about"},
    {{"", "an", "estimated"}, Limit::kAbout, "about"},
    {{"", "", "over"}, Limit::kLeast, "more than"},
    {{"", "", "under"}, Limit::kMost, "fewer than"},
    {{"", "", "nearly"}, Limit::kNearly, "nearly"},
    {{"", "", "almost"}, Limit::kNearly, "nearly"},
    {{"", "", "about"}, Limit::kAbout, "about"},
    {{"", "", "around"}, Limit::kAbout, "about"},
    {{"", "", "roughly"}, Limit::kAbout, "about"},
    {{"", "", "approximately"}, Limit::kAbout, "about"},
    {{"", "", "estimated"}, Limit::kAbout, "about"},
    {{"", "", "some"}, Limit::kAbout, "about"},
    {{"", "", "exactly"}, Limit::kExact, ""},
});

const Modifier* modifier_before(Words words, std::size_t at, std::size_t& n_words) {
  for (const Modifier& modifier : kModifiers) {
    n_words = 0;
    bool fits = true;
    for (std::size_t k = modifier.words.size(); k-- > 0 && !modifier.words[k].empty();) {
      ++n_words;
      if (n_words > at || words[at - n_words].lower != modifier.words[k]) {
        fits = false;
        break;
      }
    }
    if (fits) return &modifier;
  }
  n_words = 0;
  return nullptr;
}

// The other end of a range: "12 to 14", "between 12 and 14".
std::optional<Number> upper_end(std::string_view text, Words words, std::size_t first,
                                const Number& lower) {
  if (lower.last + 1 >= words.size()) return std::nullopt;
  const bool is_between = first > 0 && words[first - 1].lower == "between";
  const std::string_view link = words[lower.last].lower;
  if (link != "to" && !(is_between && link == "and") && !(link == "or" && !is_between))
    return std::nullopt;
  auto upper = number_at(text, words, lower.last + 1);
  if (!upper || upper->amount <= lower.amount) return std::nullopt;
  return upper;
}

}  // namespace

std::optional<Amount> amount_at(std::string_view text, Words words, std::size_t at) {
  const auto number = number_at(text, words, at);
  if (!number) return std::nullopt;
  Amount amount;
  amount.first = at;
  amount.last = number->last;
  amount.currency = number->currency;
  amount.is_year_like = number->is_year_like;
  std::size_t n_words = 0;
  const Modifier* modifier = modifier_before(words, at, n_words);
  amount.first -= n_words;
  const std::int64_t n = number->amount;
  const std::int64_t width = number->is_vague ? n / 5 : rounding_of(n);
  if (const auto upper = upper_end(text, words, at, *number)) {
    amount.last = upper->last;
    amount.low = n - width;
    amount.high = upper->amount + rounding_of(upper->amount);
    if (amount.currency.empty()) amount.currency = upper->currency;
    amount.written = fmt::format("{}{} to {}{}", amount.currency, digits_of(n), amount.currency,
                                 digits_of(upper->amount));
    return amount;
  }
  const std::int64_t tenth = std::max(n / 10, width);
  switch (modifier == nullptr ? Limit::kPlain : modifier->limit) {
    case Limit::kPlain:
      amount.low = n - width;
      amount.high = n + width;
      break;
    case Limit::kExact:
      amount.low = amount.high = n;
      break;
    case Limit::kLeast:
      amount.low = n - width;
      amount.high = kNoLimit;
      break;
    case Limit::kMost:
      amount.low = 0;
      amount.high = n + width;
      break;
    case Limit::kNearly:
      amount.low = n - tenth;
      amount.high = n + width;
      break;
    case Limit::kAbout:
      amount.low = n - tenth;
      amount.high = n + tenth;
      break;
  }
  amount.written =
      fmt::format("{}{}{}", amount.currency, number->is_vague ? "about " : "", digits_of(n));
  if (modifier != nullptr && !modifier->shown.empty())
    amount.written = fmt::format("{} {}{}", modifier->shown, amount.currency, digits_of(n));
  return amount;
}

}  // namespace fabula::values
