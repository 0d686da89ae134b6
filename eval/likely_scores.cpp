#include "likely_scores.hpp"

#include <fmt/format.h>

namespace fabula::eval {

void LikelyScores::print(std::size_t hidden) const {
  const auto percent = [](std::size_t n_of, std::size_t of) {
    return of == 0 ? 0.0 : 100.0 * static_cast<double>(n_of) / static_cast<double>(of);
  };
  fmt::print("likely day, a guess, of {} ({:.1f} %)\n", n, percent(n, hidden));
  for (const auto& [days, count] : near)
    fmt::print("  at most {:3} days off {:5} ({:.1f} %)\n", days, count, percent(count, n));
}

}  // namespace fabula::eval
