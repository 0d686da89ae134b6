#include "read/bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace fabula::read {
namespace {

// Large enough that a system call costs nothing beside decoding what it brought.
constexpr std::size_t kChunkBytes = std::size_t{256} << 10;

std::string reason(int error_number) { return std::generic_category().message(error_number); }

tl::unexpected<Error> unreadable(int error_number, const char* hint) {
  return fail(Errc::kUnreadable, "cannot be read: " + reason(error_number), {}, hint);
}

}  // namespace

Result<std::size_t> MemorySource::read(char* out, std::size_t n) {
  n = std::min(n, left_.size());
  if (n > 0) std::memcpy(out, left_.data(), n);
  left_.remove_prefix(n);
  return n;
}

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path,
                                                     std::function<void(std::uint64_t)> consumed) {
  if (path == "-")
    return std::unique_ptr<FileSource>(new FileSource(stdin, false, std::move(consumed)));
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return unreadable(errno, "check that you may read this file");
  // The callers read in large pieces; a second buffer would only copy once more.
  std::setvbuf(file, nullptr, _IONBF, 0);
  return std::unique_ptr<FileSource>(new FileSource(file, true, std::move(consumed)));
}

FileSource::FileSource(std::FILE* file, bool owned, std::function<void(std::uint64_t)> consumed)
    : file_(file), owned_(owned), consumed_(std::move(consumed)) {}

FileSource::~FileSource() {
  if (owned_) std::fclose(file_);
}

Result<std::size_t> FileSource::read(char* out, std::size_t n) {
  errno = 0;
  const std::size_t got = std::fread(out, 1, n, file_);
  if (got == 0 && std::ferror(file_) != 0)
    return unreadable(errno, "check the disk, or copy the file and try again");
  if (consumed_ && got > 0) consumed_(got);
  return got;
}

bool InputBuffer::grow() {
  if (at_end_) return false;
  const std::size_t wanted = std::max(kChunkBytes, view().size());
  make_room(wanted);
  std::size_t got = 0;
  while (got < wanted && !at_end_) {
    const auto n = source_.read(storage_.get() + end_, wanted - got);
    if (!n) trouble_ = n.error();
    at_end_ = !n || *n == 0;
    if (n) {
      got += *n;
      end_ += *n;
    }
  }
  std::memset(storage_.get() + end_, 0, kPadding);
  return got > 0;
}

void InputBuffer::fill(std::size_t n) {
  while (view().size() < n && grow()) {
  }
}

// Room for `n` more bytes behind the view: moves the view to the front, into a larger block if it
// must. At least as many bytes are read as were moved, so moving stays linear.
void InputBuffer::make_room(std::size_t n) {
  const std::string_view held = view();
  if (held.size() + n > capacity_) {
    const std::size_t capacity = held.size() + n;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity + kPadding);
    if (!held.empty()) std::memcpy(larger.get(), held.data(), held.size());
    storage_ = std::move(larger);
    capacity_ = capacity;
  } else if (!held.empty()) {
    std::memmove(storage_.get(), held.data(), held.size());
  }
  begin_ = 0;
  end_ = held.size();
}

}  // namespace fabula::read
