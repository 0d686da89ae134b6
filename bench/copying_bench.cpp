// The search for shared passages on made news of growing size: time and memory of each step.
//
//   copying_bench [--sizes 10M,100M,1G] [--threads 2] [--max-memory 4G] [--rounds 3] [--disk]
//
// The news are those of eval/news_generator.hpp. --disk keeps their text in a file that is read
// piece by piece, as a pile larger than memory would be. Prints the smallest time of the rounds,
// the processor time of all threads beside it, and how far the peak of the process rose.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "news_generator.hpp"
#include "reuse/search.hpp"

namespace {

using namespace fabula;

// What the generator made, by the working order.
class NewsCorpus final : public reuse::Corpus {
 public:
  NewsCorpus(std::size_t n_bytes, bool on_disk) {
    news::NewsGenerator generator({.seed = 7});
    if (on_disk) file_ = std::tmpfile();
    std::map<std::string, std::uint32_t> outlets;
    while (n_bytes_ < n_bytes) {
      const news::NewsArticle article = generator.next();
      const auto number = static_cast<std::uint32_t>(outlets.size() + 1);
      const std::uint32_t outlet = outlets.emplace(article.outlet, number).first->second;
      const std::int32_t day = article.stated_day.value_or(reuse::kNoDay);
      rows_.push_back(
          {n_bytes_, static_cast<std::uint32_t>(article.text.size()), {outlet, day, day}});
      if (file_ != nullptr) {
        std::fwrite(article.text.data(), 1, article.text.size(), file_);
      } else {
        texts_ += article.text;
      }
      n_bytes_ += article.text.size();
    }
    if (file_ != nullptr) std::fflush(file_);
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& x, const Row& y) {
      const bool x_undated = x.imprint.first_day == reuse::kNoDay;
      const bool y_undated = y.imprint.first_day == reuse::kNoDay;
      if (x_undated != y_undated) return y_undated;
      return x.imprint.first_day < y.imprint.first_day;
    });
  }
  ~NewsCorpus() override {
    if (file_ != nullptr) std::fclose(file_);
  }

  [[nodiscard]] std::uint32_t size() const override {
    return static_cast<std::uint32_t>(rows_.size());
  }
  [[nodiscard]] std::size_t text_size(std::uint32_t i) const override { return rows_[i].size; }
  [[nodiscard]] std::string_view text(std::uint32_t i, std::string& buffer) const override {
    const Row& row = rows_[i];
    if (file_ == nullptr) return std::string_view(texts_).substr(row.begin, row.size);
    buffer.resize(row.size);
    if (::pread(::fileno(file_), buffer.data(), row.size, static_cast<off_t>(row.begin)) !=
        static_cast<ssize_t>(row.size))
      std::abort();
    return buffer;
  }
  [[nodiscard]] reuse::Imprint imprint(std::uint32_t i) const override { return rows_[i].imprint; }
  void read_stretches(std::uint32_t, reuse::Stretches& stretches) const override { stretches = {}; }
  [[nodiscard]] const reuse::Credit& credit(std::uint32_t) const override { return no_credit_; }
  [[nodiscard]] std::size_t n_bytes() const { return n_bytes_; }

 private:
  struct Row {
    std::size_t begin;
    std::uint32_t size;
    reuse::Imprint imprint;
  };
  std::vector<Row> rows_;
  std::string texts_;
  std::FILE* file_ = nullptr;
  std::size_t n_bytes_ = 0;
  reuse::Credit no_credit_;
};

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// So that the peak counts from now on (Linux); without it the peak of the process stays.
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

long peak_since_reset() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6) / 1024;
  return peak_megabytes();
}

// Times the steps that a search tells of, and the peak of memory up to the end of each.
class StepTimes final : public Progress {
 public:
  void begin(std::string_view step, std::uint64_t, std::string_view) override {
    step_ = step;
    start_ = std::chrono::steady_clock::now();
  }
  void advance(std::uint64_t) override {}
  void end(std::string_view note) override {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start_;
    line_ +=
        fmt::format("  {} {:.2f} s ({}, {} MB)", step_, took.count(), note, peak_since_reset());
  }
  std::string line_;

 private:
  std::string step_;
  std::chrono::steady_clock::time_point start_;
};

struct Measured {
  double seconds = 1e9;
  double cpu = 1e9;
  std::string steps;
  reuse::Groups groups;
  std::uint64_t n_passages = 0;
};

void run(const NewsCorpus& corpus, const reuse::SearchOptions& options, unsigned threads,
         Measured& best) {
  StepTimes times;
  std::uint64_t n_passages = 0;
  const std::clock_t cpu_start = std::clock();
  const auto start = std::chrono::steady_clock::now();
  auto groups =
      reuse::search(corpus, options,
                    [&](std::vector<reuse::SharedPassage>&& passages,
                        std::span<const std::uint32_t>) { n_passages += passages.size(); },
                    {.threads = threads, .stop = {}, .progress = &times});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const double cpu = static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC;
  if (!groups) {
    fmt::print(stderr, "{}\n", groups.error().what);
    std::exit(1);
  }
  best.cpu = std::min(best.cpu, cpu);
  if (took.count() > best.seconds) return;
  best = {took.count(), best.cpu, times.line_, std::move(*groups), n_passages};
}

std::size_t parse_size(const std::string& text) {
  char* end = nullptr;
  const auto n = static_cast<std::size_t>(std::strtoull(text.c_str(), &end, 10));
  switch (*end) {
    case 'K':
      return n * 1000;
    case 'M':
      return n * 1000 * 1000;
    case 'G':
      return n * 1000 * 1000 * 1000;
    default:
      return n;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string sizes = "10M,100M,1G";
  reuse::SearchOptions options;
  unsigned threads = 2;
  int rounds = 3;
  bool on_disk = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const std::string value = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--disk") {
      on_disk = true;
      continue;
    }
    if (word == "--sizes") sizes = value;
    if (word == "--threads") threads = static_cast<unsigned>(parse_size(value));
    if (word == "--max-memory") options.max_memory = parse_size(value);
    if (word == "--rounds") rounds = static_cast<int>(parse_size(value));
    ++i;
  }
  for (std::size_t at = 0; at < sizes.size();) {
    const std::size_t comma = std::min(sizes.find(',', at), sizes.size());
    const NewsCorpus corpus(parse_size(sizes.substr(at, comma - at)), on_disk);
    at = comma + 1;
    reset_peak();
    const long before = peak_since_reset();
    Measured best;
    for (int round = 0; round < rounds; ++round) run(corpus, options, threads, best);
    fmt::print(
        "{:>9.1f} MB {:>8} articles {:>8.3f} s {:>7.1f} MB/s  cpu {:>7.3f} s  {} passages  {} "
        "families  {} groups  memory {} -> {} MB\n         {}\n",
        static_cast<double>(corpus.n_bytes()) / 1e6, corpus.size(), best.seconds,
        static_cast<double>(corpus.n_bytes()) / 1e6 / best.seconds, best.cpu, best.n_passages,
        best.groups.families.size(), best.groups.copies.size(), before, peak_since_reset(),
        best.steps);
    std::fflush(stdout);
  }
}
