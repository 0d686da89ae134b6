#include "extract/byline.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"
#include "extract/written_date.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kLongestByline = 160;
constexpr std::uint32_t kMostWords = 18;

constexpr auto kStarts = std::to_array<std::string_view>({
    "by: ",
    "by ",
    "words by: ",
    "words by ",
    "words: ",
    "written by: ",
    "written by ",
    "story by ",
    "report by ",
    "reported by ",
    "reporting by ",
    "text by ",
    "posted by ",
    "author: ",
});

// Capitalised words that begin no name.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",    "january",
     "february", "march",    "april",     "june",     "july",   "august",   "september", "october",
     "november", "december", "then",      "now",      "this",   "that",     "christmas", "easter"});

// Bytes of `line` that match `start`, whose blanks match any white space; 0 when it does not match.
std::size_t matched(std::string_view line, std::string_view start) {
  std::size_t at = 0;
  for (const char wanted : start) {
    if (at >= line.size()) return 0;
    text::CodePoint c = text::decode(line, at);
    if (wanted == ' ') {
      if (!text::is_space(c.value)) return 0;
      while (text::is_space(c.value) && at + c.n_bytes < line.size()) {
        at += c.n_bytes;
        c = text::decode(line, at);
      }
      continue;
    }
    const char lower =
        line[at] >= 'A' && line[at] <= 'Z' ? static_cast<char>(line[at] + 32) : line[at];
    if (lower != wanted) return 0;
    ++at;
  }
  return at;
}

// Bytes of the words before the name; 0 when it does not begin as a byline.
std::size_t start_size(std::string_view line) {
  // Marks of emphasis in Markdown.
  const std::size_t marks = std::min(line.find_first_not_of("*_"), line.size());
  for (const std::string_view start : kStarts)
    if (const std::size_t n = matched(line.substr(marks), start)) return marks + n;
  return 0;
}

std::string_view next_word(std::string_view& rest) {
  rest = text::trim(rest);
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

}  // namespace

bool is_byline(std::string_view line) {
  if (line.size() > kLongestByline) return false;
  const std::size_t start = start_size(line);
  if (start == 0) return false;
  std::string_view rest = line.substr(start);
  if (word_shape(rest).n_words > kMostWords) return false;
  const std::string_view first = next_word(rest);
  std::string first_simple = text::ascii_lower(first);
  while (!first_simple.empty() && (first_simple.back() == ',' || first_simple.back() == '\''))
    first_simple.pop_back();
  if (!begins_upper(first) ||
      std::find(kNoNames.begin(), kNoNames.end(), first_simple) != kNoNames.end())
    return false;
  const std::string_view second = next_word(rest);
  if (second.empty()) return first.size() >= 2;  // "By Reuters"
  // A sentence: "By Noon the square was full."
  return begins_upper(second) || second == "|" || second == "," || first.ends_with(',') ||
         second == "and" || second == "de" || second == "van" || second == "von" ||
         second == "al" || second == "-" || second == "—";
}

bool is_bare_name(std::string_view line) {
  const WordShape shape = word_shape(line);
  return shape.n_words >= 2 && shape.n_words <= 4 && shape.n_long > 0 &&
         shape.n_upper == shape.n_long && begins_upper(line) &&
         line.find_first_of("0123456789.:!?\"") == std::string_view::npos;
}

std::string_view name_in_byline(std::string_view line) {
  std::string_view name = text::trim(line.substr(start_size(line)));
  for (;;) {
    const std::string_view before = name;
    for (const std::string_view mark : {"|", ",", "-", "–", "—", "•", "·", "(", "*", "_", "/"})
      if (name.ends_with(mark)) name.remove_suffix(mark.size());
    name = text::trim(name);
    if (name == before) return name;
  }
}

}  // namespace fabula::extract
