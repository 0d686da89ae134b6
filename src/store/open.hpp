// Opening: is this a store, ours, whole, of a version we know, and may we write it?
#pragma once

#include <memory>
#include <string>

#include "base/error.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"
#include "store/writer_lock.hpp"

namespace fabula::store {

// Stand in the file's header; `file` and any SQLite tool show them.
inline constexpr std::int64_t kApplicationId = 0x46414255;  // "FABU"
inline constexpr std::int64_t kSchemaVersion = 7;           // PRAGMA user_version

struct OpenedFile {
  WriterLock lock;  // taken first, given back last
  std::unique_ptr<Database> database;
};

// The statements that make all tables, views and indexes of a new store.
extern const char* const kSchema;

// As Store::open. A new store has its tables when this returns. A store of format 1 is brought up
// to date when it is opened for writing: its articles, layers and the user's decisions stay, what
// was worked out across articles is dropped and the store counts as unfinished, so that `build`
// works it out again. A reader refuses it and names the command (kDamagedStore).
[[nodiscard]] Result<OpenedFile> open_file(const std::string& path, Mode mode);

}  // namespace fabula::store
