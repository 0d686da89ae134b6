// How fast inputs become captures, hashes included: read_bench INPUT...
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <span>
#include <string>
#include <vector>

#include "read/read.hpp"

int main(int argc, char** argv) {
  using fabula::read::find_inputs;
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  const auto begin = std::chrono::steady_clock::now();
  const auto found = find_inputs(inputs);
  if (!found) return std::fprintf(stderr, "%s\n", found.error().what.c_str()), 5;

  std::uint64_t n_captures = 0;
  std::uint64_t n_bytes = 0;
  std::uint64_t n_left_out = found->left_out.size();
  const fabula::read::CaptureSink sink{
      .capture = [&](fabula::Capture&& capture) -> fabula::Result<void> {
        ++n_captures;
        n_bytes += capture.bytes.size();
        return {};
      },
      .left_out =
          [&](fabula::LeftOut&& row) {
            if (++n_left_out <= 20)
              std::printf("left out  %s  %s  %s\n", row.source.c_str(), row.error.what.c_str(),
                          row.error.hint.c_str());
          },
      .consumed = {}};
  const auto read = fabula::read::read_files(found->files, {}, {}, sink);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  const double megabytes = static_cast<double>(n_bytes) / 1e6;
  // On a busy machine the processor's time says more than the clock's.
  const double cpu_seconds = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  std::printf("%zu files, %llu captures, %llu left out, %.1f MB\n", found->files.size(),
              static_cast<unsigned long long>(n_captures),
              static_cast<unsigned long long>(n_left_out), megabytes);
  std::printf("%.3f s by the clock: %.0f MB/s   %.3f s of processor: %.0f MB/s\n", seconds.count(),
              megabytes / seconds.count(), cpu_seconds, megabytes / cpu_seconds);
  return read ? 0 : 5;
}
