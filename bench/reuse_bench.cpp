// Time and memory of find_reuse as the pile grows.
//
//   reuse_bench INPUT... [--threads N] [--sizes 1000,5000,0]     0: the whole pile
//
// Reads the inputs once, then takes every k-th article for each size. Prints the smallest of three
// times and of their processor times (all threads; the fairer one on a busy machine), what was
// found, and the peak memory of the process before and after.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "read/read.hpp"
#include "reuse/reuse.hpp"

namespace {

using namespace fabula;

std::vector<AnnotatedArticle> read_pile(const std::vector<std::string>& inputs) {
  std::vector<AnnotatedArticle> pile;
  const auto list = read::find_inputs(inputs);
  if (!list) return pile;
  read::CaptureSink sink;
  sink.capture = [&](Capture&& capture) -> Result<void> {
    auto article = extract::extract_article(capture, {});
    if (!article) return {};
    pile.emplace_back();
    pile.back().article = std::move(*article);
    return {};
  };
  sink.left_out = [](LeftOut&&) {};
  if (!read::read_files(list->files, {}, {}, sink)) pile.clear();
  return pile;
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

std::vector<AnnotatedArticle> sample(const std::vector<AnnotatedArticle>& pile, std::size_t size) {
  if (size == 0 || size >= pile.size()) return pile;
  std::vector<AnnotatedArticle> some;
  for (std::size_t i = 0; i < size; ++i) some.push_back(pile[i * pile.size() / size]);
  return some;
}

void measure(const std::vector<AnnotatedArticle>& pile, unsigned threads) {
  std::size_t n_bytes = 0;
  for (const auto& annotated : pile) n_bytes += annotated.article.text.size();
  const long before = peak_megabytes();
  double best = std::numeric_limits<double>::max();
  double best_cpu = best;
  reuse::Reuse found;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t cpu_start = std::clock();
    const auto start = std::chrono::steady_clock::now();
    auto result = reuse::find_reuse(pile, {}, {.threads = threads, .stop = {}});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
    const auto ticks = static_cast<double>(std::clock() - cpu_start);
    best_cpu = std::min(best_cpu, ticks / CLOCKS_PER_SEC);
    if (result) found = std::move(*result);
  }
  const double megabytes = static_cast<double>(n_bytes) / 1e6;
  fmt::print(
      "{:>7} articles {:>7.1f} MB  {:>7.3f} s  cpu {:>7.3f} s  {:>8} passages  {:>5} groups"
      "  peak {} -> {} MB\n",
      pile.size(), megabytes, best, best_cpu, found.links.size(), found.copies.size(), before,
      peak_megabytes());
}

std::vector<std::size_t> parse_sizes(const std::string& text) {
  std::vector<std::size_t> sizes(1, 0);
  for (const char c : text) {
    if (c == ',') {
      sizes.push_back(0);
    } else if (c >= '0' && c <= '9') {
      sizes.back() = 10 * sizes.back() + static_cast<std::size_t>(c - '0');
    }
  }
  return sizes;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs;
  std::vector<std::size_t> sizes{1000, 5000, 0};
  unsigned threads = 2;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--threads" && i + 1 < argc) {
      threads = static_cast<unsigned>(parse_sizes(argv[++i]).front());
    } else if (word == "--sizes" && i + 1 < argc) {
      sizes = parse_sizes(argv[++i]);
    } else {
      inputs.push_back(word);
    }
  }
  std::vector<AnnotatedArticle> pile = read_pile(inputs);
  for (const std::size_t size : sizes) {
    if (size == 0 || size >= pile.size()) {
      measure(pile, threads);
    } else {
      measure(sample(pile, size), threads);
    }
  }
  return pile.empty() ? 1 : 0;
}
