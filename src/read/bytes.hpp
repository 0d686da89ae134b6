// Where bytes come from, and the window through which the readers of records look at them.
//
//   ByteSource    file, memory, gzip, zstd: one call after the other gives the next bytes
//   InputBuffer   ...already consumed|  view()              |not read yet...
//                                    ^ consume(n)           ^ grow()
//
// Trouble is met late: a source first hands out everything that could be read, then its error; so
// a reader gives all complete records before it learns that the file is cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace fabula::read {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `n` > 0 bytes into `out`; 0 at the end. Not called again after the end or an error.
  [[nodiscard]] virtual Result<std::size_t> read(char* out, std::size_t n) = 0;
};

// Bytes in memory; they must outlive the source.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}
  [[nodiscard]] Result<std::size_t> read(char* out, std::size_t n) override;

 private:
  std::string_view left_;
};

// A file, or standard input when the path is "-".
class FileSource final : public ByteSource {
 public:
  // `consumed` hears how many bytes each read took; may be empty.
  // Errors: kUnreadable, with the system's reason.
  [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(
      const std::string& path, std::function<void(std::uint64_t)> consumed);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  [[nodiscard]] Result<std::size_t> read(char* out, std::size_t n) override;

 private:
  FileSource(std::FILE* file, bool owned, std::function<void(std::uint64_t)> consumed);
  std::FILE* file_;
  bool owned_;
  std::function<void(std::uint64_t)> consumed_;
};

// The bytes read and not yet consumed. A reader that does not find the end of a record calls
// grow() and looks again from the record's start: each grow() at least doubles the view, so the
// total work stays linear.
class InputBuffer {
 public:
  // Readable bytes behind the end of the view, for parsers that read in wide steps.
  static constexpr std::size_t kPadding = 64;

  explicit InputBuffer(ByteSource& source) : source_(source) {}

  // Valid until the next grow().
  [[nodiscard]] std::string_view view() const { return {storage_.get() + begin_, end_ - begin_}; }
  // Reads more; false when there is no more, or after trouble.
  bool grow();
  // Grows until the view holds `n` bytes, if there are as many.
  void fill(std::size_t n);
  void consume(std::size_t n) { begin_ += n; }
  // Has the source come to its end, well or not? Then the view is all there is.
  [[nodiscard]] bool at_end() const { return at_end_; }
  // Why the bytes ended early.
  [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }

 private:
  void make_room(std::size_t n);

  ByteSource& source_;
  std::unique_ptr<char[]> storage_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::optional<Error> trouble_;
};

}  // namespace fabula::read
