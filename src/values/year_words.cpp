#include "values/year_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/one_of.hpp"

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

}  // namespace fabula::values
