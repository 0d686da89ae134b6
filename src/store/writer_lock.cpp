#include "store/writer_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace fabula::store {
namespace {

Error locked_by_another(int file, const std::string& store_path) {
  std::array<char, 24> digits{};
  const ssize_t n = pread(file, digits.data(), digits.size(), 0);
  const std::string_view process(digits.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
  return {Errc::kLockedStore,
          process.empty() ? "another program is writing to the store"
                          : fmt::format("process {} is writing to the store", process),
          store_path, "wait until it has ended, then give the same command again"};
}

// Is `file` still the file of that name, or did its last owner remove it in the meantime?
bool is_current(int file, const std::string& path) {
  struct stat opened{};
  struct stat named{};
  return fstat(file, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& store_path) {
  WriterLock lock;
  lock.path_ = store_path + "-lock";
  for (;;) {
    const int file = open(lock.path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
      return fail(Errc::kWriteFailed,
                  fmt::format("the store cannot be written ({})", std::strerror(errno)), store_path,
                  "check that its folder exists and that you may write there");
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
      const Error error = locked_by_another(file, store_path);
      close(file);
      return tl::unexpected<Error>(error);
    }
    if (is_current(file, lock.path_)) {
      lock.file_ = file;
      break;
    }
    close(file);
  }
  // The number is only for the message that a second writer sees.
  const std::string process = std::to_string(getpid());
  [[maybe_unused]] const bool written =
      ftruncate(lock.file_, 0) == 0 && pwrite(lock.file_, process.data(), process.size(), 0) > 0;
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(path_, other.path_);
  return *this;
}

WriterLock::~WriterLock() {
  if (file_ < 0) return;
  unlink(path_.c_str());  // while the lock is held: nobody else's file can have this name
  close(file_);
}

}  // namespace fabula::store
