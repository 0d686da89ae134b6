#include "model/when.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>

namespace fabula {

using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::string iso(Day day) {
  const year_month_day date{day};
  return fmt::format(FMT_COMPILE("{:04d}-{:02d}-{:02d}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t n) -> std::optional<int> {
    int value = 0;
    const char* end = text.data() + at + n;
    for (std::size_t i = at; i < at + n; ++i)
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
    if (std::from_chars(text.data() + at, end, value).ptr != end) return std::nullopt;
    return value;
  };
  const auto y = number(0, 4);
  const auto m = number(5, 2);
  const auto d = number(8, 2);
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                            std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

When when_day(Day day) { return {day, day, day, Grain::kDay, iso(day)}; }

When when_month(int y, unsigned m) {
  const Day first{year_month_day{year{y}, month{m}, std::chrono::day{1}}};
  const Day final{year{y} / month{m} / last};
  return {first, final, std::nullopt, Grain::kMonth, fmt::format("{:04d}-{:02d}", y, m)};
}

When when_year(int y) {
  const Day first{year_month_day{year{y}, month{1}, std::chrono::day{1}}};
  const Day final{year_month_day{year{y}, month{12}, std::chrono::day{31}}};
  return {first, final, std::nullopt, Grain::kYear, fmt::format("{:04d}", y)};
}

When when_between(std::optional<Day> earliest, std::optional<Day> latest, Grain grain) {
  When when{earliest, latest, std::nullopt, grain, {}};
  if (earliest && latest)
    when.edtf =
        *earliest == *latest ? iso(*earliest) : fmt::format("{}/{}", iso(*earliest), iso(*latest));
  else if (latest)
    when.edtf = fmt::format("[..{}]", iso(*latest));
  else if (earliest)
    when.edtf = fmt::format("[{}..]", iso(*earliest));
  if (earliest && latest && *earliest == *latest) when.likely = earliest;
  return when;
}

}  // namespace fabula
