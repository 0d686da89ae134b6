// Time and memory of solver::solve as the pile grows.
//
//   solver_bench [--days N] [--wrong PERMILLE] [--rounds N] [--more N]
//                                                               default: 1000000, 0, 3, 10000
//
// Solves N/10 and N publication days with five pieces of evidence each (day_piles.hpp; PERMILLE of
// them are wrong), then --more of them one by one, then problems made to hurt. Prints the
// smallest of the times and of the processor times, how many ends are known, what was left aside,
// and the peak memory of the process before and after. One thread.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "day_piles.hpp"
#include "solver/components.hpp"
#include "solver/growing.hpp"
#include "solver/solve.hpp"

namespace {

using namespace fabula;

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

std::size_t n_known_ends(const solver::Solution& solution) {
  std::size_t n = 0;
  for (const solver::DayDomain& domain : solution.days)
    n += std::size_t{domain.lo() > kFirstDay} + std::size_t{domain.hi() < kLastDay};
  return n;
}

void measure(std::string_view name, const solver::Problem& problem, int n_rounds) {
  const long before = peak_megabytes();
  double best = std::numeric_limits<double>::max();
  double best_cpu = best;
  solver::Solution solution;
  for (int round = 0; round < n_rounds; ++round) {
    solution = {};
    const std::clock_t cpu_start = std::clock();
    const auto start = std::chrono::steady_clock::now();
    solution = solver::solve(problem);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
    best_cpu = std::min(best_cpu, static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC);
  }
  fmt::print(
      "{:<12} {:>8} days {:>8} constraints  {:>7.3f} s  cpu {:>7.3f} s  {:>8} ends known"
      "  {:>6} left aside  peak {} -> {} MB\n",
      name, problem.n_days(), problem.constraints().size(), best, best_cpu, n_known_ends(solution),
      solution.left_aside.size(), before, peak_megabytes());
}

// The pieces that hang together with most others. (Not by way of a day that is given.)
std::vector<std::uint32_t> largest_component(const solver::Problem& problem) {
  const solver::Components components(problem);
  std::span<const std::uint32_t> largest = components[0];
  for (std::size_t i = 1; i < components.size(); ++i)
    if (components[i].size() > largest.size()) largest = components[i];
  return {largest.begin(), largest.end()};
}

void print_times(std::string_view name, std::vector<double> took) {
  if (took.empty()) return;
  std::sort(took.begin(), took.end());
  const std::size_t n = took.size();
  fmt::print(
      "{}: half of {} take at most {:.0f} us, 90 % {:.0f} us, 99 % {:.0f} us, the longest"
      " {:.0f} us\n",
      name, n, took[n / 2], took[n * 9 / 10], took[n * 99 / 100], took.back());
}

// What one more article takes, beside solving the rest.
void measure_growth(bench::NewsDays& pile, std::size_t n_more) {
  struct Article {
    std::size_t begin;  // of its pieces
    std::size_t n_solved_anew;
    double took;
  };
  const solver::Problem& problem = pile.problem();
  solver::GrowingSolution growing(problem);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < n_more; ++i) {
    const std::size_t begin = problem.n_evidence();
    pile.add_article();
    const auto start = std::chrono::steady_clock::now();
    const std::size_t n_solved_anew = growing.update();
    const std::chrono::duration<double, std::micro> one = std::chrono::steady_clock::now() - start;
    articles.push_back({begin, n_solved_anew, one.count()});
  }
  const std::vector<std::uint32_t> largest = largest_component(problem);
  std::vector<double> took;
  std::vector<double> took_in_largest;
  std::size_t n_anew = 0;
  for (const Article& article : articles) {
    took.push_back(article.took);
    const auto piece = std::ranges::lower_bound(largest, article.begin);
    if (piece == largest.end() || *piece >= article.begin + bench::kPiecesOfArticle) continue;
    took_in_largest.push_back(article.took);
    if (article.n_solved_anew > largest.size() / 2) ++n_anew;
  }
  print_times("one more article", std::move(took));
  print_times("one of the largest component", std::move(took_in_largest));
  fmt::print("it has {} pieces and was solved anew {} times; peak {} MB\n", largest.size(), n_anew,
             peak_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t n_articles = 1'000'000;
  std::uint32_t wrong = 0;
  int n_rounds = 3;
  std::size_t n_more = 10'000;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view word = argv[i];
    const auto value = std::strtoul(argv[i + 1], nullptr, 10);
    if (word == "--days") n_articles = value;
    if (word == "--wrong") wrong = static_cast<std::uint32_t>(value);
    if (word == "--more") n_more = value;
    if (word == "--rounds") n_rounds = static_cast<int>(value);
  }
  bench::NewsDays pile(wrong);
  for (const std::size_t n : {n_articles / 10, n_articles}) {
    for (std::size_t at = n == n_articles ? n_articles / 10 : 0; at < n; ++at) pile.add_article();
    measure(n == n_articles ? "news" : "news, 1/10", pile.problem(), n_rounds);
  }
  measure_growth(pile, n_more);
  for (const std::size_t n : {std::size_t{1'000}, std::size_t{10'000}}) {
    measure("one name", bench::one_name(n), 1);
    measure("ring", bench::contradicting_ring(n), 1);
    measure("stated", bench::stated_against_told(n), 1);
    measure("chain", bench::chain_of_months(n), 1);
  }
  return 0;
}
