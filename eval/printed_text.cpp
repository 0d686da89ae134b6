#include "printed_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fabula::eval {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t n_digits(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && is_digit(text[at + n])) ++n;
  return n;
}

// Does `text` end in a month and a number?
bool ends_in_day(std::string_view text) {
  while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
  constexpr auto kMonths = std::to_array<std::string_view>(
      {"January ", "February ", "March ", "April ", "May ", "June ", "July ", "August ",
       "September ", "October ", "November ", "December ", "Jan. ", "Feb. ", "Aug. ", "Sept. ",
       "Oct. ", "Nov. ", "Dec. "});
  return std::ranges::any_of(kMonths,
                             [&](std::string_view month) { return text.ends_with(month); });
}

// The length of a mark with its spaces at `at` that belongs to the letters or digits around it.
std::size_t loose_mark(std::string_view text, std::size_t at, std::string_view before) {
  if (before.empty()) return 0;
  const std::string_view rest = text.substr(at);
  const bool after_digit = is_digit(before.back());
  const auto opens = [&](std::string_view mark, std::size_t digits) {
    return after_digit && rest.starts_with(mark) && n_digits(rest, mark.size()) == digits;
  };
  if (opens(", ", 3) && !ends_in_day(before)) return 2;
  if (after_digit && rest.starts_with(". ") && n_digits(rest, 2) > 0) return 2;
  if (opens(" : ", 2)) return 3;
  if ((before.ends_with(" p") || before.ends_with(" a")) && rest.starts_with(". m.")) return 2;
  const bool is_compound = rest.starts_with(" - ") && rest.size() > 3 &&
                           (is_letter(before.back()) || after_digit) &&
                           (is_letter(rest[3]) || is_digit(rest[3]));
  return is_compound ? 3 : 0;
}

}  // namespace

std::string printed(std::string text) {
  constexpr auto kMarks = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"`` ", "“"},    {"``", "“"},       {" ''", "”"},      {"''", "”"},       {" n't", "n't"},
       {" 's ", "'s "}, {" 're ", "'re "}, {" 've ", "'ve "}, {" 'll ", "'ll "}, {" 'd ", "'d "},
       {" 'm ", "'m "}, {" ,", ","},       {" .", "."},       {" ;", ";"},       {" :", ":"},
       {" ?", "?"},     {" !", "!"},       {" %", "%"},       {" )", ")"},       {"( ", "("},
       {"$ ", "$"},     {"£ ", "£"}});
  for (const auto& [what, by] : kMarks) replace_all(text, what, by);
  return text;
}

std::string rejoined(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t loose = loose_mark(text, at, out);
    if (loose == 0) {
      out += text[at++];
      continue;
    }
    out += text.substr(at, loose)[loose == 3 ? 1 : 0];
    at += loose;
  }
  return out;
}

}  // namespace fabula::eval
