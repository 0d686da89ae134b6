// How do time, memory and the store grow with the pile? Builds invented articles end to end.
//
//   growth_bench [SIZES] [FOLDER]     default: 10000,100000 articles, the system's temporary folder
//
// Articles are those of generate_worlds - --stories 0: short reports of invented stories, some 770
// bytes each, all with their day. Each size is built by a process of its own. A million takes half
// an hour, 16 GB of memory and 30 GB of the folder.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include "base/temporary_folder.hpp"
#include "pipeline/pipeline.hpp"
#include "world_generator.hpp"
#include "worlds/gold.hpp"

namespace {

using namespace fabula;

// World after world, one at a time.
bool write_articles(const std::filesystem::path& path, std::uint64_t n_articles) {
  std::ofstream file(path, std::ios::binary);
  worlds::WorldOptions options = worlds::story_options(1, 0);
  for (std::uint64_t left = n_articles; left > 0; ++options.seed) {
    const std::string lines = worlds::articles_as_json_lines(worlds::make_world(options));
    std::size_t end = 0;
    for (; left > 0 && end < lines.size(); --left) end = lines.find('\n', end) + 1;
    file.write(lines.data(), static_cast<std::streamsize>(end));
  }
  return static_cast<bool>(file.flush());
}

double in_seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Exit code of the process that does it.
int build(const std::filesystem::path& articles, const std::filesystem::path& path) {
  auto store = store::Store::open(path.native(), store::Mode::kCreateOrContinue);
  if (!store) return 5;
  const std::string inputs[] = {articles.native()};
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  return pipeline::build(*store, inputs, {}, context) ? 0 : 5;
}

bool measure(std::uint64_t n_articles, const TemporaryFolder& folder) {
  const std::filesystem::path articles = folder / "articles.jsonl";
  const std::filesystem::path path = folder / "pile.fabula";
  if (!write_articles(articles, n_articles)) return false;
  const auto began = std::chrono::steady_clock::now();
  const pid_t builder = fork();
  if (builder == 0) _exit(build(articles, path));
  int status = 0;
  rusage used{};
  if (builder < 0 || wait4(builder, &status, 0, &used) != builder || status != 0) return false;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;
  const double cpu_seconds = in_seconds(used.ru_utime) + in_seconds(used.ru_stime);
  const double n = static_cast<double>(n_articles);
  const double peak = static_cast<double>(used.ru_maxrss) * 1024;
  const auto n_stored = static_cast<double>(std::filesystem::file_size(path));
  std::printf(
      "%8llu articles %7.1f MB   %8.1f s  cpu %8.1f s %5.2f ms each   memory %7.0f MB %5.1f kB each"
      "   store %7.0f MB %5.1f kB each\n",
      static_cast<unsigned long long>(n_articles),
      static_cast<double>(std::filesystem::file_size(articles)) / 1e6, seconds.count(), cpu_seconds,
      cpu_seconds / n * 1e3, peak / 1e6, peak / n / 1e3, n_stored / 1e6, n_stored / n / 1e3);
  std::fflush(stdout);
  std::filesystem::remove(articles);
  std::filesystem::remove(path);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view sizes = argc > 1 ? argv[1] : "10000,100000";
  if (argc > 2) setenv("TMPDIR", argv[2], 1);
  const TemporaryFolder folder;
  for (std::size_t at = 0; at < sizes.size();) {
    const std::size_t end = std::min(sizes.find(',', at), sizes.size());
    std::uint64_t n_articles = 0;
    std::from_chars(sizes.data() + at, sizes.data() + end, n_articles);
    if (n_articles == 0) return std::fprintf(stderr, "growth_bench: no size at '%s'\n", argv[1]), 2;
    if (!measure(n_articles, folder))
      return std::fprintf(stderr, "growth_bench: cannot build\n"), 5;
    at = end + 1;
  }
  return 0;
}
