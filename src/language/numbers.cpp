#include "language/numbers.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "text/one_of.hpp"

namespace fabula::language {
namespace {

constexpr int kMost = 125;

constexpr std::array<std::string_view, 21> kOrdinals = {
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

constexpr std::array<std::string_view, 21> kCardinals = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

constexpr std::array<std::string_view, 7> kTens = {"thirt",  "fort",  "fift", "sixt",
                                                   "sevent", "eight", "ninet"};

// "thirtieth", "fifty"
std::optional<int> tens(std::string_view lower, std::string_view ending) {
  for (std::size_t i = 0; i < kTens.size(); ++i)
    if (lower.size() == kTens[i].size() + ending.size() && lower.starts_with(kTens[i]) &&
        lower.ends_with(ending))
      return static_cast<int>(10 * (i + 3));
  return std::nullopt;
}

// The figures at the head; 0: none, or too many.
int figures(std::string_view lower, std::size_t& n) {
  int value = 0;
  for (n = 0; n < lower.size() && n < 4 && lower[n] >= '0' && lower[n] <= '9'; ++n)
    value = 10 * value + (lower[n] - '0');
  return value <= kMost ? value : 0;
}

// Wedding anniversaries by what they are called, in years.
constexpr std::array<std::pair<std::string_view, int>, 13> kWeddings = {{{"tin", 10},
                                                                         {"crystal", 15},
                                                                         {"china", 20},
                                                                         {"silver", 25},
                                                                         {"pearl", 30},
                                                                         {"coral", 35},
                                                                         {"ruby", 40},
                                                                         {"sapphire", 45},
                                                                         {"golden", 50},
                                                                         {"emerald", 55},
                                                                         {"diamond", 60},
                                                                         {"platinum", 70},
                                                                         {"oak", 80}}};

}  // namespace

std::optional<int> ordinal_of(std::string_view lower) {
  for (std::size_t i = 1; i < kOrdinals.size(); ++i)
    if (lower == kOrdinals[i]) return static_cast<int>(i);
  if (const auto n = tens(lower, "ieth")) return n;
  std::size_t n = 0;
  const int value = figures(lower, n);
  if (value == 0 || !text::is_one_of(lower.substr(n), "st", "nd", "rd", "th")) return std::nullopt;
  return value;
}

std::optional<int> cardinal_of(std::string_view lower) {
  for (std::size_t i = 1; i < kCardinals.size(); ++i)
    if (lower == kCardinals[i]) return static_cast<int>(i);
  if (const auto n = tens(lower, "y")) return n;
  std::size_t n = 0;
  const int value = figures(lower, n);
  return value == 0 || n != lower.size() ? std::nullopt : std::optional(value);
}

int years_of_wedding(std::string_view lower) {
  for (const auto& [name, years] : kWeddings)
    if (lower == name) return years;
  return 0;
}

}  // namespace fabula::language
