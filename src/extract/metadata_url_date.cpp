#include <array>
#include <chrono>
#include <optional>

#include "extract/html_metadata.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at `at` (at most `most`) as a number; moves `at` behind them.
std::optional<int> number_at(std::string_view text, std::size_t& at, std::size_t most) {
  int value = 0;
  std::size_t n = 0;
  for (; n < most && at + n < text.size() && is_ascii_digit(text[at + n]); ++n)
    value = value * 10 + (text[at + n] - '0');
  if (n == 0) return std::nullopt;
  at += n;
  return value;
}

std::optional<int> month_at(std::string_view text, std::size_t& at) {
  constexpr auto kMonths = std::to_array<std::string_view>(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
  for (std::size_t m = 0; m < kMonths.size(); ++m)
    if (text.substr(at, 3) == kMonths[m]) {
      at += 3;
      while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
      return static_cast<int>(m) + 1;
    }
  return number_at(text, at, 2);
}

bool ends_here(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_ascii_digit(text[at]);
}

// A year that begins at `at`, with month and perhaps day behind it.
When date_at(std::string_view text, std::size_t at) {
  const auto y = number_at(text, at, 4);
  if (!y || *y < 1990 || *y > 2100 || at >= text.size()) return {};
  const char mark = text[at];
  const bool packed = is_ascii_digit(mark);  // 20210929
  if (!packed && mark != '/' && mark != '-' && mark != '_') return {};
  if (!packed) ++at;
  const auto m = month_at(text, at);
  if (!m || *m < 1 || *m > 12) return {};
  const When whole_month = packed || mark != '/' || (at < text.size() && text[at] != '/')
                               ? When{}
                               : when_month(*y, static_cast<unsigned>(*m));
  if (!packed) {
    if (at >= text.size() || text[at] != mark) return whole_month;
    ++at;
  }
  const auto d = number_at(text, at, 2);
  if (!d || !ends_here(text, at)) return whole_month;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                            day{static_cast<unsigned>(*d)}};
  return date.ok() ? when_day(Day{date}) : whole_month;
}

}  // namespace

When date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("//");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 2);
  if (path == std::string_view::npos) return {};
  const std::string text = text::ascii_lower(url.substr(path, 400));
  When best;
  for (std::size_t at = 1; at + 6 < text.size(); ++at) {
    if (!is_ascii_digit(text[at]) || is_ascii_digit(text[at - 1])) continue;
    const When when = date_at(text, at);
    if (when.known() && (!best.known() || when.grain < best.grain)) best = when;
  }
  return best;
}

}  // namespace fabula::extract
