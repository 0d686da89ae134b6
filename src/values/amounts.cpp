// A number is read from figures and number words; then the words before it are looked at, longest
// modifier first, and the ends are set.
#include "values/amounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/value.hpp"
#include "values/written_number.hpp"

namespace fabula::values {
namespace {

// Half of the unit of its last figure that is not 0.
std::int64_t rounding_of(std::int64_t amount) {
  std::int64_t unit = 1;
  while (amount % (unit * 10) == 0) unit *= 10;
  return amount < 20 * kAmountOne || unit <= kAmountOne ? 0 : unit / 2;
}

// The same of a share: 62 is 61.5..62.5, 3.1 is 3.05..3.15.
std::int64_t rounding_of_share(std::int64_t amount) {
  std::int64_t unit = 1;
  while (unit < kAmountOne && amount % (unit * 10) == 0) unit *= 10;
  return unit / 2;
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
    {{"at", "the", "least"}, Limit::kLeast, "at least"},
    {{"the", "very", "least"}, Limit::kLeast, "at least"},
    {{"not", "fewer", "than"}, Limit::kLeast, "at least"},
    {{"not", "more", "than"}, Limit::kMost, "up to"},
    {{"in", "excess", "of"}, Limit::kLeast, "more than"},
    {{"just", "short", "of"}, Limit::kNearly, "nearly"},
    {{"a", "little", "under"}, Limit::kNearly, "nearly"},
    {{"the", "region", "of"}, Limit::kAbout, "about"},
    {{"the", "order", "of"}, Limit::kAbout, "about"},
    {{"the", "neighbourhood", "of"}, Limit::kAbout, "about"},
    {{"the", "neighborhood", "of"}, Limit::kAbout, "about"},
    {{"no", "fewer", "than"}, Limit::kLeast, "at least"},
    {{"no", "less", "than"}, Limit::kLeast, "at least"},
    {{"not", "less", "than"}, Limit::kLeast, "at least"},
    {{"no", "more", "than"}, Limit::kMost, "up to"},
    {{"as", "many", "as"}, Limit::kMost, "up to"},
    {{"as", "much", "as"}, Limit::kMost, "up to"},
    {{"a", "minimum", "of"}, Limit::kLeast, "at least"},
    {{"a", "maximum", "of"}, Limit::kMost, "up to"},
    {{"", "upwards", "of"}, Limit::kLeast, "more than"},
    {{"", "upward", "of"}, Limit::kLeast, "more than"},
    {{"", "north", "of"}, Limit::kLeast, "more than"},
    {{"", "greater", "than"}, Limit::kLeast, "more than"},
    {{"", "not", "quite"}, Limit::kNearly, "nearly"},
    {{"", "short", "of"}, Limit::kNearly, "nearly"},
    {{"", "shy", "of"}, Limit::kNearly, "nearly"},
    {{"", "something", "like"}, Limit::kAbout, "about"},
    {{"", "more", "like"}, Limit::kAbout, "about"},
    {{"", "at", "least"}, Limit::kLeast, "at least"},
    {{"", "at", "most"}, Limit::kMost, "up to"},
    {{"", "more", "than"}, Limit::kLeast, "more than"},
    {{"", "fewer", "than"}, Limit::kMost, "fewer than"},
    {{"", "less", "than"}, Limit::kMost, "fewer than"},
    {{"", "up", "to"}, Limit::kMost, "up to"},
    {{"", "close", "to"}, Limit::kAbout, "about"},
    {{"", "closer", "to"}, Limit::kAbout, "about"},
    {{"", "an", "estimated"}, Limit::kAbout, "about"},
    {{"", "just", "under"}, Limit::kNearly, "nearly"},
    {{"", "", "over"}, Limit::kLeast, "more than"},
    {{"", "", "above"}, Limit::kLeast, "more than"},
    {{"", "", "exceeding"}, Limit::kLeast, "more than"},
    {{"", "", "under"}, Limit::kMost, "fewer than"},
    {{"", "", "below"}, Limit::kMost, "fewer than"},
    {{"", "", "approaching"}, Limit::kNearly, "nearly"},
    {{"", "", "circa"}, Limit::kAbout, "about"},
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

// Behind the number; the first word right behind it.
constexpr auto kModifiersBehind = std::to_array<Modifier>({
    {{"or", "more", ""}, Limit::kLeast, "at least"},
    {{"or", "fewer", ""}, Limit::kMost, "up to"},
    {{"or", "less", ""}, Limit::kMost, "up to"},
    {{"or", "so", ""}, Limit::kAbout, "about"},
    {{"or", "thereabouts", ""}, Limit::kAbout, "about"},
    {{"and", "counting", ""}, Limit::kLeast, "at least"},
    {{"at", "least", ""}, Limit::kLeast, "at least"},
    {{"at", "most", ""}, Limit::kMost, "up to"},
    {{"at", "a", "minimum"}, Limit::kLeast, "at least"},
    {{"plus", "", ""}, Limit::kLeast, "more than"},
    {{"odd", "", ""}, Limit::kAbout, "about"},
});

const Modifier* modifier_behind(Words words, std::size_t last, std::size_t& n_words) {
  for (const Modifier& modifier : kModifiersBehind) {
    n_words = 0;
    while (n_words < modifier.words.size() && !modifier.words[n_words].empty() &&
           last + n_words < words.size() && words[last + n_words].lower == modifier.words[n_words])
      ++n_words;
    if (n_words == modifier.words.size() || modifier.words[n_words].empty()) return &modifier;
  }
  n_words = 0;
  return nullptr;
}

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
  amount.noun = number->noun;
  amount.is_year_like = number->is_year_like;
  amount.is_share = number->is_share;
  amount.is_vague = number->is_vague;
  const std::size_t end = words[number->last - 1].range.end;
  amount.is_of_list = at == 0 && end < text.size() && text[end] == '.';
  std::size_t n_words = 0;
  const Modifier* modifier = modifier_before(words, at, n_words);
  amount.first -= n_words;
  if (modifier == nullptr) {
    modifier = modifier_behind(words, amount.last, n_words);
    amount.last += n_words;
  }
  const std::int64_t n = number->amount;
  const std::int64_t width = number->is_vague   ? n / 5
                             : number->is_share ? rounding_of_share(n)
                                                : rounding_of(n);
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
