#include "read/read.hpp"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "read/bytes.hpp"
#include "read/source.hpp"

namespace fabula::read {
namespace {

std::optional<std::int32_t> last_change(const std::string& path) {
  std::error_code failed;
  const auto time = std::filesystem::last_write_time(path, failed);
  if (failed) return std::nullopt;
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(time));
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

}  // namespace

Result<void> read_files(std::span<const InputFile> files, const ReadOptions& options,
                        const Context& context, const CaptureSink& sink) {
  for (const InputFile& file : files) {
    if (context.stop.stop_requested())
      return fail(Errc::kInterrupted, "stopped while reading", shown_path(file.path),
                  "give the same command again to continue");
    std::uint64_t n_read = 0;
    auto bytes = FileSource::open(file.path, [&](std::uint64_t n) {
      n_read += n;
      if (sink.consumed) sink.consumed(n);
    });
    if (bytes) {
      const auto day = options.file_times ? last_change(file.path) : std::nullopt;
      FABULA_TRY_VOID(read_source(file.path, std::move(*bytes), day, options, context, sink));
    } else {
      bytes.error().where = shown_path(file.path);
      sink.left_out({shown_path(file.path), std::move(bytes.error())});
    }
    // What was not worth reading is done with, too.
    if (sink.consumed && n_read < file.size_bytes) sink.consumed(file.size_bytes - n_read);
  }
  return {};
}

}  // namespace fabula::read
