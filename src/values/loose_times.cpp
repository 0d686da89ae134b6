#include "values/loose_times.hpp"

#include <algorithm>
#include <chrono>
#include <string>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::values {

When year_told(Words words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string_view year = words[i].lower;
    if (year.size() != 4 || (!year.starts_with("19") && !year.starts_with("20")) ||
        !std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; }) ||
        words[i + 1].is_mark || !text::is_one_of(words[i - 1].lower, "a", "the", "that"))
      continue;
    const auto first = parse_iso_day(std::string(year) + "-01-01");
    const auto last = parse_iso_day(std::string(year) + "-12-31");
    if (first && last) return when_between(first, last, Grain::kYear);
  }
  return {};
}

When loosely(const TimeExpression& time, std::string_view text) {
  constexpr std::chrono::days kSlack{4};
  const std::string lower = text::ascii_lower(words_of(text, time.range));
  const bool is_weeks = lower.find("week") != std::string::npos && lower.ends_with("ago");
  if (!is_weeks || !time.when.earliest || time.when.earliest != time.when.latest) return time.when;
  return when_between(*time.when.earliest - kSlack, *time.when.latest + kSlack, Grain::kWeek);
}

}  // namespace fabula::values
