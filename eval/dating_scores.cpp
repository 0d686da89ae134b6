#include "dating_scores.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

namespace fabula::eval {
namespace {

double percent(std::size_t n, std::size_t of) {
  return of == 0 ? 0.0 : 100.0 * static_cast<double>(n) / static_cast<double>(of);
}

}  // namespace

bool DatingScores::add(const When& when, const ArticleDate* date, Day day) {
  if (date != nullptr && !date->guess.empty()) {
    ++guessed;
    for (const int n : kWidths) near[n] += std::abs((*date->when.likely - day).count()) <= n;
  }
  if (!when.known()) return false;
  const bool is_right =
      (!when.earliest || *when.earliest <= day) && (!when.latest || day <= *when.latest);
  (when.earliest && when.latest ? two_ends : one_end) += 1;
  holds += is_right;
  if (when.earliest && when.latest)
    for (const int n : kWidths) narrow[n] += (*when.latest - *when.earliest).count() < n;
  if (date == nullptr) return !is_right;
  std::set<std::string> used;
  for (const DateStep& step : date->steps) used.insert(step.rule);
  for (const std::string& rule : used) {
    ++rules[rule].used;
    rules[rule].right += is_right;
  }
  return !is_right;
}

void DatingScores::print() const {
  fmt::print("window with two ends {} ({:.1f} %), with one {} ({:.1f} %)\n", two_ends,
             percent(two_ends, hidden), one_end, percent(one_end, hidden));
  fmt::print("holds the true day {} of {} ({:.2f} %)\n", holds, two_ends + one_end,
             percent(holds, two_ends + one_end));
  for (const auto& [days, n] : narrow) {
    fmt::print("at most {:3} days wide {:5} ({:.1f} %)", days, n, percent(n, hidden));
    if (const auto told = reachable.find(days); told != reachable.end())
      fmt::print("  reachable {:.1f} %", percent(told->second, hidden));
    fmt::print("\n");
  }
  fmt::print("likely day, a guess, of {} ({:.1f} %)\n", guessed, percent(guessed, hidden));
  for (const auto& [days, n] : near)
    fmt::print("  at most {:3} days off {:5} ({:.1f} %)\n", days, n, percent(n, guessed));
  for (const auto& [rule, count] : rules)
    fmt::print("  {:22} used {:5}  right {:5} ({:.1f} %)\n", rule, count.used, count.right,
               percent(count.right, count.used));
}

}  // namespace fabula::eval
