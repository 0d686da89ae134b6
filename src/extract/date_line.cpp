#include "extract/date_line.hpp"

#include <array>
#include <string>

#include "extract/words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr auto kPublishedLabels =
    std::to_array<std::string_view>({"date", "published", "posted", "publication", "publish",
                                     "created", "filed", "issued", "first"});
constexpr auto kModifiedLabels =
    std::to_array<std::string_view>({"updated", "modified", "amended", "last", "edited"});
// Words that say nothing alone but may stand beside a date.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"on", "at", "time", "am", "pm", "et", "est", "edt", "pt", "pst", "pdt", "gmt", "utc", "bst",
     "ct", "mt", "ist", "cet", "local"});
constexpr auto kAges = std::to_array<std::string_view>(
    {"ago", "yesterday", "today", "minutes", "minute", "hours", "hour", "days", "mins", "hrs"});
constexpr auto kMonthsAndWeekdays = std::to_array<std::string_view>(
    {"january",   "february", "march",     "april",    "may",    "june",     "july",   "august",
     "september", "october",  "november",  "december", "jan",    "feb",      "mar",    "apr",
     "jun",       "jul",      "aug",       "sep",      "sept",   "oct",      "nov",    "dec",
     "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
     "tue",       "wed",      "thu",       "fri",      "sat",    "sun"});

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  for (const std::string_view known : words)
    if (known == word) return true;
  return false;
}

bool is_mark_between(char32_t c) {
  return text::is_space(c) || c == ',' || c == '.' || c == ':' || c == ';' || c == '|' ||
         c == '-' || c == '/' || c == '(' || c == ')' || c == U'·' || c == U'•' || c == U'–' ||
         c == U'—' || c == '*' || c == '_' || c == '[' || c == ']';
}

std::string_view word_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size()) {
    const text::CodePoint c = text::decode(line, end);
    if (!text::is_letter(c.value) && !text::is_digit(c.value)) break;
    end += c.n_bytes;
  }
  return line.substr(at, end - at);
}

bool is_day_number(std::string_view word) {
  std::size_t n_digits = 0;
  while (n_digits < word.size() && word[n_digits] >= '0' && word[n_digits] <= '9') ++n_digits;
  if (n_digits == 0 || n_digits > 2) return false;
  const std::string_view tail = word.substr(n_digits);
  return tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th";
}

}  // namespace

DateLine read_date_line(std::string_view line) {
  DateLine result;
  bool is_modified = false;
  std::size_t at = 0;
  while (at < line.size()) {
    const text::CodePoint c = text::decode(line, at);
    if (is_mark_between(c.value)) {
      at += c.n_bytes;
      continue;
    }
    if (const auto date = date_at(line, at)) {
      result.dates.push_back({*date, is_modified});
      result.has_day = true;
      if (c.value >= '0' && c.value <= '9' && line[date->date.begin + 1] != ' ' &&
          line.substr(at, date->date.end - at).find_first_of("-/") != std::string_view::npos)
        result.is_labelled = true;
      at = date->date.end;
    } else if (const std::size_t after = skip_time_of_day(line, at); after != at) {
      at = after;
    } else {
      const std::string_view words = word_at(line, at);
      const std::string word = text::ascii_lower(words);
      if (is_one_of(kPublishedLabels, word)) {
        result.is_labelled = true;
        if (!result.has_day || word != "first") is_modified = false;
      } else if (is_one_of(kModifiedLabels, word)) {
        result.is_labelled = true;
        is_modified = true;
      } else if (is_one_of(kAges, word) || is_one_of(kMonthsAndWeekdays, word)) {
        result.has_day = true;
      } else if (!is_day_number(word) && !is_one_of(kFillers, word)) {
        break;
      }
      at += words.size();
    }
  }
  result.rest = at;
  return result;
}

}  // namespace fabula::extract
