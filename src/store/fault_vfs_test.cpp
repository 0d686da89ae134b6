#include "store/fault_vfs.hpp"

#include <new>

#include "base/error.hpp"

namespace fabula::store {
namespace {

sqlite3_vfs* real_vfs = nullptr;

// What is asked of all files together.
struct Plan {
  std::uint64_t n_done = 0;
  std::uint64_t fails_at = 0;
  Fault fault = Fault::kOnce;
};
Plan plan;

// The result code of the next operation: SQLITE_OK when the real file is to be asked.
int next(int error, bool writes) {
  ++plan.n_done;
  if (plan.fails_at == 0 || plan.n_done < plan.fails_at) return SQLITE_OK;
  switch (plan.fault) {
    case Fault::kOnce:
      return plan.n_done == plan.fails_at ? error : SQLITE_OK;
    case Fault::kForEver:
      return error;
    case Fault::kFull:
      return writes ? SQLITE_FULL : SQLITE_OK;
  }
  return SQLITE_OK;
}

// SQLite gives room for this and the real file behind it.
struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

constexpr sqlite3_io_methods kMethods = {
    .iVersion = 2,
    .xClose = [](sqlite3_file* f) { return methods(f).xClose(real(f)); },
    .xRead =
        [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
          const int code = next(SQLITE_IOERR_READ, false);
          return code ? code : methods(f).xRead(real(f), to, n, at);
        },
    .xWrite =
        [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
          const int code = next(SQLITE_IOERR_WRITE, true);
          return code ? code : methods(f).xWrite(real(f), from, n, at);
        },
    .xTruncate =
        [](sqlite3_file* f, sqlite3_int64 size) {
          const int code = next(SQLITE_IOERR_TRUNCATE, true);
          return code ? code : methods(f).xTruncate(real(f), size);
        },
    // Nothing is really synced: the machine does not lose its power in these tests.
    .xSync = [](sqlite3_file*, int) { return next(SQLITE_IOERR_FSYNC, true); },
    .xFileSize = [](sqlite3_file* f, sqlite3_int64* n) { return methods(f).xFileSize(real(f), n); },
    .xLock = [](sqlite3_file* f, int level) { return methods(f).xLock(real(f), level); },
    .xUnlock = [](sqlite3_file* f, int level) { return methods(f).xUnlock(real(f), level); },
    .xCheckReservedLock = [](sqlite3_file* f,
                             int* out) { return methods(f).xCheckReservedLock(real(f), out); },
    .xFileControl = [](sqlite3_file* f, int op,
                       void* arg) { return methods(f).xFileControl(real(f), op, arg); },
    .xSectorSize = [](sqlite3_file* f) { return methods(f).xSectorSize(real(f)); },
    .xDeviceCharacteristics =
        [](sqlite3_file* f) { return methods(f).xDeviceCharacteristics(real(f)); },
    .xShmMap =
        [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
          return methods(f).xShmMap(real(f), page, size, extend, out);
        },
    .xShmLock = [](sqlite3_file* f, int at, int n,
                   int flags) { return methods(f).xShmLock(real(f), at, n, flags); },
    .xShmBarrier = [](sqlite3_file* f) { methods(f).xShmBarrier(real(f)); },
    .xShmUnmap = [](sqlite3_file* f, int drop) { return methods(f).xShmUnmap(real(f), drop); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* faulty = new (file) File{};
  const int code = real_vfs->xOpen(real_vfs, name, faulty->real(), flags, out_flags);
  // SQLite closes a file exactly when it has methods.
  faulty->base.pMethods = faulty->real()->pMethods ? &kMethods : nullptr;
  return code;
}

// Without syncing the folder, for the same reason.
int delete_file(sqlite3_vfs*, const char* name, int) {
  return real_vfs->xDelete(real_vfs, name, 0);
}

}  // namespace

FaultyDisk::FaultyDisk() {
  real_vfs = sqlite3_vfs_find(nullptr);
  vfs_ = *real_vfs;
  vfs_.zName = "faulty";
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  FABULA_CHECK(sqlite3_vfs_register(&vfs_, 1) == SQLITE_OK);
  fail_at(0, Fault::kOnce);
}

FaultyDisk::~FaultyDisk() { sqlite3_vfs_unregister(&vfs_); }

void FaultyDisk::fail_at(std::uint64_t n, Fault fault) { plan = {0, n, fault}; }

std::uint64_t FaultyDisk::n_operations() const { return plan.n_done; }

}  // namespace fabula::store
