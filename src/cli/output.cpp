#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>

namespace fabula::cli {
namespace {

// Writes to a file descriptor and remembers why that failed: an ofstream would not say.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int fd) : fd_(fd) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  ~DescriptorBuffer() override { sync(); }
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

  [[nodiscard]] int error() const { return error_; }

 protected:
  int overflow(int c) override {
    if (sync() != 0) return traits_type::eof();
    if (c != traits_type::eof()) sputc(static_cast<char>(c));
    return 0;
  }

  int sync() override {
    const char* at = pbase();
    while (at < pptr() && error_ == 0) {
      const ssize_t n = ::write(fd_, at, static_cast<std::size_t>(pptr() - at));
      if (n >= 0)
        at += n;
      else if (errno != EINTR)
        error_ = errno;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int fd_;
  int error_ = 0;
  std::array<char, 1 << 16> buffer_{};
};

tl::unexpected<Error> write_failed(const std::string& where, int error) {
  return fail(Errc::kWriteFailed, fmt::format("writing failed: {}", std::strerror(error)), where,
              error == ENOSPC ? "make room on the disk, or write elsewhere with -o"
                              : "check the path and its permissions, or write elsewhere with -o");
}

Result<void> write_to(int fd, const std::string& where,
                      const std::function<Result<void>(std::ostream&)>& write) {
  DescriptorBuffer buffer(fd);
  std::ostream out(&buffer);
  FABULA_TRY_VOID(write(out));
  out.flush();
  if (buffer.error() == EPIPE) return {};
  if (buffer.error() != 0) return write_failed(where, buffer.error());
  return {};
}

}  // namespace

Result<void> write_output(const std::string& path,
                          const std::function<Result<void>(std::ostream&)>& write) {
  if (path.empty() || path == "-") return write_to(STDOUT_FILENO, "standard output", write);
  // What is there and is no file (a device, a pipe) is written to, never replaced.
  struct stat there{};
  if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (device < 0) return write_failed(path, errno);
    const Result<void> written = write_to(device, path, write);
    ::close(device);
    return written;
  }
  const std::string temporary = path + ".part";
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return write_failed(path, errno);
  Result<void> written = write_to(fd, path, write);
  if (written && ::fsync(fd) != 0 && errno != EINVAL) written = write_failed(path, errno);
  ::close(fd);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0)
    written = write_failed(path, errno);
  if (!written) ::unlink(temporary.c_str());
  return written;
}

}  // namespace fabula::cli
