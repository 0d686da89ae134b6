// A file system for SQLite that fails on demand: for tests.
//
//   FaultyDisk disk;                  every database opened from here on uses it
//   disk.fail_at(17, Fault::kOnce);   the 17th read, write, truncation or sync from now on fails
//
// Everything else goes to the file system that was the default one.
#pragma once

#include <sqlite3.h>

#include <cstdint>

namespace fabula::store {

enum class Fault : std::uint8_t {
  kOnce,     // one operation fails, the next ones work
  kForEver,  // the disk is gone from then on
  kFull,     // writes fail for ever with "disk full"; reads work
};

class FaultyDisk {
 public:
  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  // Counts from now; `n` = 0: nothing fails any more.
  void fail_at(std::uint64_t n, Fault fault);
  [[nodiscard]] std::uint64_t n_operations() const;

 private:
  sqlite3_vfs vfs_;
};

}  // namespace fabula::store
