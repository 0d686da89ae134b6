// Room on disk for what does not fit into memory. The file has no name: it is gone with the
// program, however that ends.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace fabula::reuse {

class ScratchFile {
 public:
  // In `folder`, or in the system's folder for such files when it is empty. Errors: kWriteFailed.
  [[nodiscard]] static Result<std::unique_ptr<ScratchFile>> make(const std::string& folder);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  // Appends all of `data` and says where it begins. Any number of threads. After a failure nothing
  // more is written or read, and state() tells why: the caller asks once its threads have ended.
  template <class T>
  std::uint64_t append(std::span<const T> data) {
    return append_bytes(std::as_bytes(data));
  }
  template <class T>
  void read(std::uint64_t at, std::span<T> data) {
    read_bytes(at, std::as_writable_bytes(data));
  }
  template <class T>
  void write(std::uint64_t at, std::span<const T> data) {
    write_bytes(at, std::as_bytes(data));
  }

  [[nodiscard]] Result<void> state() const;
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  explicit ScratchFile(int descriptor) : descriptor_(descriptor) {}
  std::uint64_t append_bytes(std::span<const std::byte> data);
  void read_bytes(std::uint64_t at, std::span<std::byte> data);
  void write_bytes(std::uint64_t at, std::span<const std::byte> data);

  int descriptor_;
  std::atomic<std::uint64_t> size_ = 0;
  std::atomic<int> error_ = 0;  // errno of the first failure
};

}  // namespace fabula::reuse
