// One writer a store: a lock on the file STORE-lock, which lies beside it while it is written.
//
// SQLite's own lock is held only inside a transaction, and a build has many: a second build could
// slip in between two of them. The lock ends with the process, also when that is killed; what stays
// then is a file of a few bytes, which the next writer takes over.
#pragma once

#include <string>

#include "base/error.hpp"

namespace fabula::store {

class WriterLock {
 public:
  // Takes the lock without waiting. Errors: kLockedStore with the other process's number;
  // kWriteFailed when the folder cannot be written.
  [[nodiscard]] static Result<WriterLock> take(const std::string& store_path);
  WriterLock() = default;
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

 private:
  int file_ = -1;
  std::string path_;
};

}  // namespace fabula::store
