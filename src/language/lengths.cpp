#include "language/lengths.hpp"

namespace fabula::language {

std::optional<Length> length_of_value(std::string_view value) {
  constexpr int kMostYears = 200;
  if (value.size() < 3 || value[0] != 'P') return std::nullopt;
  int n = 0;
  std::size_t at = 1;
  for (; at < value.size() && value[at] >= '0' && value[at] <= '9' && n < 100'000; ++at)
    n = 10 * n + (value[at] - '0');
  if (at == 1 || at + 1 != value.size()) return std::nullopt;
  switch (value[at]) {
    case 'D':
      return n <= 366 * kMostYears ? std::optional(Length{false, n, 0}) : std::nullopt;
    case 'W':
      return n <= 53 * kMostYears ? std::optional(Length{false, 7 * n, 3}) : std::nullopt;
    case 'M':
      return n <= 12 * kMostYears ? std::optional(Length{true, n, 15}) : std::nullopt;
    case 'Y':
      return n <= kMostYears ? std::optional(Length{true, 12 * n, 183}) : std::nullopt;
    default:
      return std::nullopt;
  }
}

DayConstraint length_between(Var x, Var y, const Length& length) {
  if (length.is_months) return months_after(x, y, length.n, length.slack);
  return days_between(x, y, length.n - length.slack, length.n + length.slack);
}

}  // namespace fabula::language
