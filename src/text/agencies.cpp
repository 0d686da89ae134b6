#include "text/agencies.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace fabula::text {
namespace {

constexpr std::size_t kHeadBytes = 400;
constexpr std::size_t kTailBytes = 400;
constexpr std::size_t kLongestPlace = 60;  // bytes before the brackets of a dateline
constexpr std::size_t kLongestCredit = 40;

struct Agency {
  std::string_view bracket;
  std::string_view name;
  bool needs_dash;
  bool is_release;
};

constexpr Agency kAgencies[] = {
#define AGENCY(bracket, name) {bracket, name, false, false},
#define PLACED(bracket, name) {bracket, name, true, false},
#define RELEASE(bracket, name) {bracket, name, false, true},
#include "text/agencies_table.inc"
#undef AGENCY
#undef PLACED
#undef RELEASE
};

// What is said around an agency's name when its words are credited.
constexpr std::string_view kCreditPhrases[] = {
    "contributed to this", "rights reserved",  "may not be published", "eporting by",
    "diting by",           "opyright",         "with files from",      "with reporting from",
    "material from",       "licensed content",
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

Range range_of(std::size_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

bool begins_with_dash(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.starts_with("-") || text.starts_with("–") || text.starts_with("—") ||
         text.starts_with("_");
}

// Where `part` stands in `text` as words of its own.
std::size_t find_whole(std::string_view text, std::string_view part) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || is_capital(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
      return at;
  }
  return text.npos;
}

// The agency named first; of two at one place that with the longer name. `range` is of `text`.
std::optional<AgencyCredit> find_name(std::string_view text) {
  std::optional<AgencyCredit> first;
  for (const Agency& agency : kAgencies) {
    const std::size_t at = find_whole(text, agency.name);
    if (at == text.npos) continue;
    const Range range = range_of(at, agency.name.size());
    if (first && (first->range.begin < range.begin ||
                  (first->range.begin == range.begin && first->range.size() >= range.size())))
      continue;
    first = {agency.name, range, agency.is_release};
  }
  return first;
}

std::optional<AgencyCredit> find_name(std::string_view text, Range range) {
  auto found = find_name(text.substr(range.begin, range.size()));
  if (found) {
    found->range.begin += range.begin;
    found->range.end += range.begin;
  }
  return found;
}

std::optional<AgencyCredit> in_brackets(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadBytes);
  for (std::size_t at = head.find_first_of("(/"); at != head.npos;
       at = head.find_first_of("(/", at + 1)) {
    const std::string_view rest = text.substr(at);
    for (const Agency& agency : kAgencies)
      if (rest.starts_with(agency.bracket) &&
          (!agency.needs_dash || begins_with_dash(rest.substr(agency.bracket.size()))))
        return AgencyCredit{agency.name, range_of(at, agency.bracket.size()), agency.is_release};
  }
  return {};
}

// Whichever agency it is: a place in capitals, a name in brackets, a dash.
std::optional<AgencyCredit> in_dateline(std::string_view text, Range range) {
  const std::string_view words =
      text.substr(range.begin, range.size()).substr(0, kLongestPlace + kLongestCredit + 8);
  const std::size_t open = words.find('(');
  if (open == words.npos || open < 3 || open > kLongestPlace) return {};
  const std::size_t close = words.find(')', open);
  if (close == words.npos || close - open > kLongestCredit || close - open < 2) return {};
  if (!begins_with_dash(words.substr(close + 1)) || !is_capital(words[0]) ||
      !is_capital(words[1]) || !is_capital(words[open + 1]))
    return {};
  return AgencyCredit{words.substr(open + 1, close - open - 1),
                      range_of(range.begin + open, close - open + 1), false};
}

std::optional<AgencyCredit> in_copyright_line(std::string_view text) {
  const std::size_t begin = text.size() - std::min(text.size(), kTailBytes);
  const std::string_view tail = text.substr(begin);
  const std::size_t line = std::min(tail.find("©"), tail.find("opyright"));
  if (line == tail.npos) return {};
  return find_name(text, range_of(begin + line, tail.size() - line));
}

}  // namespace

std::optional<AgencyCredit> find_agency_credit(const CreditLines& lines) {
  if (auto found = in_brackets(lines.text)) return found;
  for (const std::string_view stated : {lines.byline, lines.outlet})
    if (const auto found = find_name(stated))
      return AgencyCredit{found->name, {}, found->is_release};
  for (const Range line : lines.about_author)
    if (auto found = find_name(lines.text, line)) return found;
  for (const Range line : lines.openings)
    if (auto found = in_dateline(lines.text, line)) return found;
  return in_copyright_line(lines.text);
}

bool is_agency_credit_line(std::string_view text) {
  const bool credits =
      std::any_of(std::begin(kCreditPhrases), std::end(kCreditPhrases),
                  [&](std::string_view phrase) { return text.find(phrase) != text.npos; });
  return credits && (find_name(text) || in_brackets(text));
}

}  // namespace fabula::text
