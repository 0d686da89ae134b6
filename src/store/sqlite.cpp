#include "store/sqlite.hpp"

#include <fmt/format.h>

#include <utility>

namespace fabula::store {
namespace {

constexpr std::string_view kDamagedHint =
    "run `fabula verify` to see what is wrong, or build the store again from its inputs";

bool is_read_failure(int code) {
  return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ||
         code == SQLITE_IOERR_FSTAT || code == SQLITE_IOERR_SHMMAP;
}

// SQLite counts the memory it takes under a lock that all threads share; nobody asks for the count.
void leave_memory_uncounted() {
  [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// A pointer that is never null: SQLite takes a null pointer for NULL, also when nothing is to be
// stored.
const char* start_of(std::string_view bytes) { return bytes.empty() ? "" : bytes.data(); }

}  // namespace

void Binder::text(std::string_view value) {
  note(sqlite3_bind_text64(statement_, ++place_, start_of(value), value.size(), SQLITE_STATIC,
                           SQLITE_UTF8));
}

void Binder::blob(std::string_view value) {
  note(sqlite3_bind_blob64(statement_, ++place_, start_of(value), value.size(), SQLITE_STATIC));
}

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Query& Query::operator=(Query&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(statement_, other.statement_);
  return *this;
}

Query::~Query() {
  if (statement_) sqlite3_reset(statement_);
}

Result<bool> Query::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return tl::unexpected<Error>(database_->error(code));
}

std::string_view Query::text(int column) const {
  // The order matters: the pointer first, then the length of what it points to.
  const unsigned char* begin = sqlite3_column_text(statement_, column);
  if (!begin) return {};
  return {reinterpret_cast<const char*>(begin),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Query::blob(int column) const {
  const void* begin = sqlite3_column_blob(statement_, column);
  if (!begin) return {};
  return {static_cast<const char*>(begin),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Result<std::unique_ptr<Database>> Database::open(const std::string& name, const std::string& path,
                                                 int flags) {
  leave_memory_uncounted();
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle,
                                   flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
  // On an error too there is a handle, which must be closed.
  std::unique_ptr<Database> database(new Database(handle, path));
  if (code != SQLITE_OK) return tl::unexpected<Error>(database->error(code));
  return database;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);  // rolls back what is open
}

Result<void> Database::execute(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected<Error>(error(code));
  return {};
}

Result<sqlite3_stmt*> Database::prepared(const char* sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::unexpected<Error>(error(code));
  statements_.emplace(sql, statement);
  return statement;
}

Error Database::error(int code) const {
  const char* text = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  const auto made = [&](Errc errc, std::string_view what, std::string_view hint) {
    return Error{errc, fmt::format("{} ({})", what, text), path_, std::string(hint)};
  };
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return made(Errc::kLockedStore, "another program is using the store",
                  "wait until it has ended, then give the same command again");
    case SQLITE_NOTADB:
      return made(Errc::kNotAStore, "this is not a Fabula store",
                  "name a file that `fabula build` made");
    case SQLITE_FULL:
      return made(Errc::kWriteFailed, "the disk is full",
                  "free some space, then give the same command again; it continues");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return made(Errc::kWriteFailed, "the store cannot be written",
                  "check the permissions of the file and of its folder");
    case SQLITE_CANTOPEN:
      return made(Errc::kReadFailed, "the store cannot be opened",
                  "check the permissions of the file and of its folder");
    case SQLITE_IOERR:
      return is_read_failure(code)
                 ? made(Errc::kReadFailed, "reading the store failed", "check the disk")
                 : made(Errc::kWriteFailed, "writing the store failed",
                        "check the disk and its free space, then give the same command again");
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return made(Errc::kLimit, "a record is larger than the store can hold", "");
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return made(Errc::kInternal, "the store was given what it cannot hold", "");
    default:  // SQLITE_CORRUPT, SQLITE_ERROR (a table is missing), SQLITE_SCHEMA ...
      return made(Errc::kDamagedStore, "the store is damaged", kDamagedHint);
  }
}

tl::unexpected<Error> Database::damaged(std::string_view what) const {
  return fail(Errc::kDamagedStore, fmt::format("the store is damaged: {}", what), path_,
              std::string(kDamagedHint));
}

Result<Snapshot> Snapshot::of(Database& database) {
  Snapshot snapshot;
  if (database.in_transaction()) return snapshot;
  FABULA_TRY_VOID(database.run("BEGIN"));
  snapshot.database_ = &database;
  return snapshot;
}

Snapshot::~Snapshot() {
  if (!database_) return;
  // Nothing was written, so there is nothing that could fail to be kept.
  [[maybe_unused]] const auto ended = database_->run("ROLLBACK");
}

}  // namespace fabula::store
