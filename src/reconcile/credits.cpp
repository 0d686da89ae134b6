#include "reconcile/credits.hpp"

#include <algorithm>
#include <cstdint>

namespace fabula::reconcile {
namespace {

struct Agency {
  std::string_view in_brackets;
  std::string_view name;
};

constexpr Agency kAgencies[] = {
#define AGENCY(in_brackets, name) {in_brackets, name},
#include "reconcile/agencies_table.inc"
#undef AGENCY
};

constexpr std::size_t kHeadBytes = 400;
constexpr std::size_t kTailBytes = 400;
constexpr std::size_t kLongestPlace = 60;  // bytes before the brackets of a dateline
constexpr std::size_t kLongestCredit = 40;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

Range range_of(std::size_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

// Where `part` stands in `text` as words of its own.
std::size_t find_whole(std::string_view text, std::string_view part) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
      return at;
  }
  return text.npos;
}

std::optional<Credit> in_brackets_of_head(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadBytes);
  for (std::size_t open = head.find('('); open != head.npos; open = head.find('(', open + 1)) {
    const std::string_view inside = head.substr(open + 1);
    for (const Agency& agency : kAgencies)
      if (inside.starts_with(agency.in_brackets) &&
          inside.substr(agency.in_brackets.size()).starts_with(')'))
        return Credit{agency.name, range_of(open, agency.in_brackets.size() + 2)};
  }
  return {};
}

std::optional<Credit> named_in(std::string_view text, Range range) {
  const std::string_view words = words_of(text, range);
  for (const Agency& agency : kAgencies)
    if (const std::size_t at = find_whole(words, agency.name); at != words.npos)
      return Credit{agency.name, range_of(range.begin + at, agency.name.size())};
  return {};
}

// Whichever agency it is: a place in capitals, a name in brackets, a dash.
std::optional<Credit> in_dateline(std::string_view text, Range range) {
  const std::string_view words =
      words_of(text, range).substr(0, kLongestPlace + kLongestCredit + 8);
  const std::size_t open = words.find('(');
  if (open == words.npos || open < 3 || open > kLongestPlace) return {};
  const std::size_t close = words.find(')', open);
  if (close == words.npos || close - open > kLongestCredit || close - open < 2) return {};
  std::string_view behind = words.substr(close + 1);
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  const bool has_dash =
      behind.starts_with("-") || behind.starts_with("–") || behind.starts_with("—");
  if (!has_dash || !is_capital(words[0]) || !is_capital(words[1]) || !is_capital(words[open + 1]))
    return {};
  return Credit{words.substr(open + 1, close - open - 1),
                range_of(range.begin + open, close - open + 1)};
}

std::optional<Credit> in_copyright_line(std::string_view text) {
  const std::size_t begin = text.size() - std::min(text.size(), kTailBytes);
  const std::string_view tail = text.substr(begin);
  const std::size_t line = std::min(tail.find("©"), tail.find("opyright"));
  if (line == tail.npos) return {};
  return named_in(text, range_of(begin + line, tail.size() - line));
}

}  // namespace

std::optional<Credit> find_credit(const Article& article) {
  const std::string_view text = article.text;
  if (auto found = in_brackets_of_head(text)) return found;
  for (const Agency& agency : kAgencies)
    if (find_whole(article.byline, agency.name) != std::string_view::npos ||
        find_whole(article.outlet, agency.name) != std::string_view::npos)
      return Credit{agency.name, {}};
  bool before_story = true;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == Role::kByline || paragraph.role == Role::kDateline)
      if (auto found = named_in(text, paragraph.range)) return found;
    const bool opens = paragraph.role == Role::kBody || paragraph.role == Role::kDateline;
    if (opens && before_story) {
      if (auto found = in_dateline(text, paragraph.range)) return found;
      before_story = paragraph.role != Role::kBody;
    }
  }
  return in_copyright_line(text);
}

}  // namespace fabula::reconcile
