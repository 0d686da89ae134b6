#include "reuse/link_lists.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fabula::reuse {
namespace {

constexpr std::size_t kMaxNameWords = 4;  // of a name before the word that holds it again
constexpr std::size_t kMinLastName = 3;   // letters
constexpr std::size_t kLongLine = 20;     // words; one bar makes a list of a longer line

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_capital(std::string_view word) {
  if (word.front() == '(') word.remove_prefix(1);
  return !word.empty() && (is_upper(word.front()) || (word.front() & 0x80) != 0);
}

// Where a headline begins inside of the word: "VossFerry" → 4; 0 when none does.
std::size_t glue_in(std::string_view word) {
  if (word.empty() || !is_upper(word.front())) return 0;
  for (std::size_t i = kMinLastName; i < word.size(); ++i)
    if (!is_upper(word[i - 1]) && (is_upper(word[i]) || is_digit(word[i]))) return i;
  return 0;
}

bool may_be_list(std::string_view text) {
  if (text.find('|') != text.npos) return true;
  for (std::size_t i = 1; i < text.size(); ++i)
    if ((is_upper(text[i]) || is_digit(text[i])) && is_lower(text[i - 1])) return true;
  return false;
}

std::vector<std::string_view> split(std::string_view text, std::string_view marks) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = text.find_first_not_of(marks); at != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(marks, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(marks, end);
  }
  return pieces;
}

bool ends_sentence(std::string_view word) {
  const char last = word.back();
  return last == '!' || last == '?' || (last == '.' && word.size() > 4);  // not "Rep.", "U.S."
}

// Words of one line that stand in lists behind a glued name, the name with them.
std::size_t count_glued(const std::vector<std::string_view>& words) {
  std::size_t n = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::size_t glue = glue_in(words[i]);
    // The word before is of the same name: not "the Quay said to QuayWatch", but "Mara VossFerry".
    if (glue == 0 || !is_capital(words[i - 1])) continue;
    const std::size_t first = i - std::min(i, kMaxNameWords);
    const auto name =
        std::find(words.begin() + static_cast<std::ptrdiff_t>(first),
                  words.begin() + static_cast<std::ptrdiff_t>(i), words[i].substr(0, glue));
    if (name == words.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    std::size_t end = i;
    while (end + 1 < words.size() && words[end] != "MORE" && !ends_sentence(words[end])) ++end;
    n += end + 1 - static_cast<std::size_t>(name - words.begin());
    i = end;
  }
  return n;
}

bool is_barred(const std::vector<std::string_view>& words) {
  const auto n_bars = std::count(words.begin(), words.end(), "|");
  const bool has_sentence =
      words.size() > 1 && std::any_of(words.begin(), words.end() - 1,
                                      [](std::string_view word) { return ends_sentence(word); });
  return n_bars >= 2 || (n_bars == 1 && words.size() > kLongLine && !has_sentence);
}

}  // namespace

bool is_link_list(std::string_view text) {
  if (!may_be_list(text)) return false;
  std::size_t n = 0, n_listed = 0;
  for (const std::string_view line : split(text, "\r\n")) {
    const auto words = split(line, " \t");
    n += words.size();
    n_listed += is_barred(words) ? words.size() : count_glued(words);
  }
  return n_listed > 0 && 2 * n_listed >= n;
}

}  // namespace fabula::reuse
