// Numbers as newspapers print them, in digits or in words.
#include "reuse/edit_types.hpp"

namespace fabula::reuse {
namespace {

constexpr int kMaxDigits = 18;

struct NumberWord {
  std::string_view word;
  std::uint32_t value;
  bool is_ordinal;
};

constexpr NumberWord kSmall[] = {
    {"zero", 0, false},       {"one", 1, false},        {"two", 2, false},
    {"three", 3, false},      {"four", 4, false},       {"five", 5, false},
    {"six", 6, false},        {"seven", 7, false},      {"eight", 8, false},
    {"nine", 9, false},       {"ten", 10, false},       {"eleven", 11, false},
    {"twelve", 12, false},    {"thirteen", 13, false},  {"fourteen", 14, false},
    {"fifteen", 15, false},   {"sixteen", 16, false},   {"seventeen", 17, false},
    {"eighteen", 18, false},  {"nineteen", 19, false},  {"twenty", 20, false},
    {"thirty", 30, false},    {"forty", 40, false},     {"fifty", 50, false},
    {"sixty", 60, false},     {"seventy", 70, false},   {"eighty", 80, false},
    {"ninety", 90, false},    {"first", 1, true},       {"second", 2, true},
    {"third", 3, true},       {"fourth", 4, true},      {"fifth", 5, true},
    {"sixth", 6, true},       {"seventh", 7, true},     {"eighth", 8, true},
    {"ninth", 9, true},       {"tenth", 10, true},      {"eleventh", 11, true},
    {"twelfth", 12, true},    {"thirteenth", 13, true}, {"fourteenth", 14, true},
    {"fifteenth", 15, true},  {"sixteenth", 16, true},  {"seventeenth", 17, true},
    {"eighteenth", 18, true}, {"nineteenth", 19, true}, {"twentieth", 20, true},
    {"thirtieth", 30, true},  {"fortieth", 40, true},   {"fiftieth", 50, true},
};

struct Scale {
  std::string_view word;
  int exponent;
};

constexpr Scale kScales[] = {{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12},
                             {"k", 3},        {"m", 6},       {"mn", 6},      {"mln", 6},
                             {"bn", 9},       {"b", 9},       {"tn", 12}};

const NumberWord* small_number(std::string_view word) {
  for (const NumberWord& one : kSmall)
    if (one.word == word) return &one;
  return nullptr;
}

int scale_of(std::string_view word) {
  for (const Scale& one : kScales)
    if (one.word == word) return one.exponent;
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

WrittenNumber normal(WrittenNumber number) {
  while (number.digits != 0 && number.digits % 10 == 0) {
    number.digits /= 10;
    ++number.exponent;
  }
  if (number.digits == 0) number.exponent = 0;
  return number;
}

// "2,500.75", "2 000", "21st", "2.5m", "2.5 million".
std::optional<WrittenNumber> read_digits(std::string_view text) {
  WrittenNumber number;
  int n_digits = 0;
  std::size_t at = 0;
  const auto take = [&] {
    number.digits = number.digits * 10 + static_cast<std::uint64_t>(text[at++] - '0');
    return ++n_digits <= kMaxDigits;
  };
  const auto n_digits_at = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - from;
  };
  const std::size_t n_first = n_digits_at(0);
  for (std::size_t i = 0; i < n_first; ++i)
    if (!take()) return {};
  while (n_first <= 3 && at < text.size() && (text[at] == ',' || text[at] == ' ') &&
         n_digits_at(at + 1) == 3) {
    ++at;
    for (int i = 0; i < 3; ++i)
      if (!take()) return {};
  }
  if (at < text.size() && text[at] == '.' && n_digits_at(at + 1) > 0) {
    ++at;
    for (; at < text.size() && is_digit(text[at]); --number.exponent)
      if (!take()) return {};
  }
  std::string_view rest = text.substr(at);
  if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    number.is_ordinal = true;
  } else if (!rest.empty()) {
    if (rest.front() == ' ' || rest.front() == '-') rest.remove_prefix(1);
    const int exponent = scale_of(rest);
    if (exponent == 0) return {};
    number.exponent += exponent;
  }
  return normal(number);
}

std::string_view next_word(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ' ' && text[end] != '-' && text[end] != ',') ++end;
  const std::string_view word = text.substr(0, end);
  while (end < text.size() && (text[end] == ' ' || text[end] == '-' || text[end] == ',')) ++end;
  text.remove_prefix(end);
  return word;
}

// "two hundred and fifty thousand": groups below a thousand, each followed by its scale.
std::optional<WrittenNumber> read_words(std::string_view text) {
  std::uint64_t total = 0;
  std::uint64_t group = 0;
  std::uint32_t last = 0;  // what the word before may be followed by: tens by ones only
  bool any = false;
  bool is_ordinal = false;
  while (!text.empty()) {
    const std::string_view word = next_word(text);
    if (is_ordinal) return {};
    if (const NumberWord* small = small_number(word); small != nullptr) {
      const bool follows = !any || last == 100 || last == 1000 ||
                           (last >= 20 && last <= 90 && small->value > 0 && small->value < 10);
      if (!follows) return {};
      group += small->value;
      is_ordinal = small->is_ordinal;
      last = small->value;
    } else if (word == "hundred" && group < 20) {
      if (any && group == 0) return {};
      group = (any ? group : 1) * 100;
      last = 100;
    } else if (const int exponent = word.size() > 3 ? scale_of(word) : 0; exponent > 0) {
      std::uint64_t factor = 1;
      for (int i = 0; i < exponent; ++i) factor *= 10;
      if (total % (factor * 1000) != 0 || total >= kMaxDigits * factor * 1000) return {};
      total += (any ? group : 1) * factor;
      group = 0;
      last = 1000;
    } else if (word == "a" && !any &&
               (text.starts_with("hundred") || text.starts_with("thousand") ||
                text.starts_with("million") || text.starts_with("billion"))) {
      group = 1;
      last = 1;
    } else if (word == "and" && any && (last == 100 || last == 1000) && !text.empty()) {
      continue;
    } else {
      return {};
    }
    any = true;
  }
  if (!any) return {};
  return normal({total + group, 0, is_ordinal});
}

}  // namespace

std::optional<WrittenNumber> read_number(std::string_view folded) {
  if (folded.empty()) return {};
  return is_digit(folded.front()) ? read_digits(folded) : read_words(folded);
}

bool begins_number(std::string_view word) {
  return !word.empty() &&
         (is_digit(word.front()) || word == "a" || word == "hundred" ||
          small_number(word) != nullptr || (word.size() > 3 && scale_of(word) > 0));
}

}  // namespace fabula::reuse
