// Piles made to hurt, each in a process of its own with a limit of time and memory.
//
//   copying_attacks [NAME...] [--permille N] [--seconds 300] [--megabytes 12000] [--threads 2]
//
// Without names all are run. --permille makes them smaller: of the sizes in attack_piles.cpp, so
// many parts in 1,000. Prints size, time and peak memory with and without the pile itself,
// passages, the largest group of copies and what is wrong. Exit code 1 when something is.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "attack_piles.hpp"

namespace {

using namespace fabula;

struct Arguments {
  std::vector<std::string_view> names;
  std::uint64_t permille = 1000;
  std::uint64_t seconds = 300;
  std::uint64_t megabytes = 12'000;
  std::uint64_t threads = 2;
};

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// Runs in the child: 0 when all is well.
int run(const eval::Attack& attack, std::uint32_t size, const Arguments& arguments) {
  const rlim_t bytes = arguments.megabytes << 20;
  const rlimit memory{bytes, bytes};
  setrlimit(RLIMIT_AS, &memory);
  alarm(static_cast<unsigned>(arguments.seconds));
  const std::vector<AnnotatedArticle> pile = attack.make(size);
  std::size_t n_bytes = 0;
  for (const AnnotatedArticle& article : pile) n_bytes += article.article.text.size();
  const long before = peak_megabytes();
  const auto start = std::chrono::steady_clock::now();
  const auto found = eval::run_engine(pile, static_cast<unsigned>(arguments.threads));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const std::string fault = found ? attack.check(pile, *found) : "the engine failed";
  std::size_t largest = 0;
  if (found)
    for (const CopyGroup& group : found->copies) largest = std::max(largest, group.articles.size());
  fmt::print(
      "{:>7.1f} MB {:>7.2f} s  peak {:>5} -> {:>5} MB {:>9} passages, largest group {:>6}  {}\n",
      static_cast<double>(n_bytes) / 1e6, took.count(), before, peak_megabytes(),
      found ? found->links.size() : 0, largest, fault.empty() ? "ok" : "FAULT: " + fault);
  std::fflush(stdout);
  return fault.empty() ? 0 : 1;
}

bool survives(const eval::Attack& attack, const Arguments& arguments) {
  const auto size = static_cast<std::uint32_t>(
      std::max<std::uint64_t>(1, attack.size * arguments.permille / 1000));
  fmt::print("{:<16} {:>8} {:<44}", attack.name, size, attack.what);
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    try {
      _exit(run(attack, size, arguments));
    } catch (const std::bad_alloc&) {
      _exit(3);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) <= 1) return WEXITSTATUS(status) == 0;
  const bool is_late = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
  fmt::print("FAULT: {}\n", is_late ? fmt::format("more than {} s", arguments.seconds)
                            : WIFEXITED(status)
                                ? fmt::format("more than {} MB", arguments.megabytes)
                                : fmt::format("signal {}", WTERMSIG(status)));
  std::fflush(stdout);
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with("--") || i + 1 == argc) {
      arguments.names.push_back(word);
      continue;
    }
    const std::uint64_t value = std::strtoull(argv[++i], nullptr, 10);
    if (word == "--permille") arguments.permille = value;
    if (word == "--seconds") arguments.seconds = value;
    if (word == "--megabytes") arguments.megabytes = value;
    if (word == "--threads") arguments.threads = value;
  }
  bool is_well = true;
  for (const eval::Attack& attack : eval::attacks())
    if (arguments.names.empty() || std::find(arguments.names.begin(), arguments.names.end(),
                                             attack.name) != arguments.names.end())
      is_well = survives(attack, arguments) && is_well;
  return is_well ? 0 : 1;
}
