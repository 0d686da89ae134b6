#include "reuse/scratch_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace fabula::reuse {

Result<std::unique_ptr<ScratchFile>> ScratchFile::make(const std::string& folder) {
  std::error_code ignored;
  const std::string in =
      folder.empty() ? std::filesystem::temp_directory_path(ignored).string() : folder;
  std::string path = in + "/fabula-scratch-XXXXXX";
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0)
    return fail(Errc::kWriteFailed,
                std::string("cannot make a scratch file: ") + std::strerror(errno), in,
                "set TMPDIR to a folder with room, or raise --max-memory");
  ::unlink(path.c_str());
  ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return std::unique_ptr<ScratchFile>(new ScratchFile(descriptor));
}

ScratchFile::~ScratchFile() { ::close(descriptor_); }

std::uint64_t ScratchFile::append_bytes(std::span<const std::byte> data) {
  const std::uint64_t at = size_.fetch_add(data.size());
  write_bytes(at, data);
  return at;
}

void ScratchFile::write_bytes(std::uint64_t at, std::span<const std::byte> data) {
  while (!data.empty() && error_ == 0) {
    const ssize_t n = ::pwrite(descriptor_, data.data(), data.size(), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      int none = 0;
      error_.compare_exchange_strong(none, n < 0 ? errno : EIO);
      return;
    }
    at += static_cast<std::uint64_t>(n);
    data = data.subspan(static_cast<std::size_t>(n));
  }
}

void ScratchFile::read_bytes(std::uint64_t at, std::span<std::byte> data) {
  while (!data.empty() && error_ == 0) {
    const ssize_t n = ::pread(descriptor_, data.data(), data.size(), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      int none = 0;
      error_.compare_exchange_strong(none, n < 0 ? errno : EIO);
      return;
    }
    at += static_cast<std::uint64_t>(n);
    data = data.subspan(static_cast<std::size_t>(n));
  }
}

Result<void> ScratchFile::state() const {
  if (error_ == 0) return {};
  return fail(Errc::kWriteFailed, std::string("the scratch file failed: ") + std::strerror(error_),
              {}, "set TMPDIR to a folder with room, or raise --max-memory");
}

}  // namespace fabula::reuse
