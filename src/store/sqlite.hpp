// SQLite behind types: a database that is closed, statements that are kept prepared and reset.
//
//   FABULA_TRY(Query query, database.query("SELECT name, n FROM fruit WHERE n > ?", 3));
//   for (;;) {
//     FABULA_TRY(const bool is_row, query.next());
//     if (!is_row) break;
//     use(query.text(0), query.integer(1));
//   }
//   FABULA_TRY_VOID(database.run("INSERT INTO fruit VALUES (?, ?)", "plum", 7));
//
// SQL is given as literals: a statement is kept under its literal's address and prepared once. Only
// one Query of the same literal may be open at a time. Values bound are not copied: they must live
// until the statement has run.
//
// Errors: SQLite's codes become ours in one place (error()): damage, a lock, a full disk, a failed
// read or write. A constraint that does not hold is a fault of the caller (kInternal).
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.hpp"
#include "base/shared_text.hpp"
#include "base/short_text.hpp"

namespace fabula::store {

// Bytes that are not text.
struct Blob {
  std::string_view bytes;
};

// Puts values into a statement's places, from left to right. bind_value() may be overloaded for
// types that fill several places (records.hpp does it for ranges and stretches of days).
class Binder {
 public:
  explicit Binder(sqlite3_stmt* statement) : statement_(statement) {}
  void integer(std::int64_t value) { note(sqlite3_bind_int64(statement_, ++place_, value)); }
  void text(std::string_view value);
  void blob(std::string_view value);
  void null() { note(sqlite3_bind_null(statement_, ++place_)); }
  [[nodiscard]] int code() const { return code_; }  // of the first bind that failed

 private:
  void note(int code) {
    if (code_ == SQLITE_OK) code_ = code;
  }
  sqlite3_stmt* statement_;
  int place_ = 0;
  int code_ = SQLITE_OK;
};

template <std::integral T>
void bind_value(Binder& binder, T value) {
  binder.integer(static_cast<std::int64_t>(value));
}
inline void bind_value(Binder& binder, std::string_view value) { binder.text(value); }
inline void bind_value(Binder& binder, const std::string& value) { binder.text(value); }
inline void bind_value(Binder& binder, const SharedText& value) { binder.text(value); }
inline void bind_value(Binder& binder, const ShortText& value) { binder.text(value); }
inline void bind_value(Binder& binder, const char* value) { binder.text(value); }
inline void bind_value(Binder& binder, Blob value) { binder.blob(value.bytes); }

class Database;

// The rows of a statement, one at a time. Text and bytes are valid until the next row.
class Query {
 public:
  Query() = default;
  Query(Query&& other) noexcept;
  Query& operator=(Query&& other) noexcept;
  ~Query();

  // Goes to the next row; false when there is none.
  [[nodiscard]] Result<bool> next();
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] int n_columns() const { return sqlite3_column_count(statement_); }
  // SQLITE_NULL, SQLITE_INTEGER, ...
  [[nodiscard]] int type(int column) const { return sqlite3_column_type(statement_, column); }
  [[nodiscard]] bool is_null(int column) const { return type(column) == SQLITE_NULL; }

 private:
  friend class Database;
  Query(Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  Database* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

// An open database. Stays where it is: queries point to it.
class Database {
 public:
  // `name` is what SQLite is given (a file name or a URI), `path` what messages show.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& name,
                                                              const std::string& path, int flags);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // Runs one or more statements that give no rows.
  [[nodiscard]] Result<void> execute(const char* sql);

  template <class... T>
  [[nodiscard]] Result<Query> query(const char* sql, const T&... values) {
    FABULA_TRY(sqlite3_stmt * statement, prepared(sql));
    Binder binder(statement);
    (bind_value(binder, values), ...);
    if (binder.code() != SQLITE_OK) return tl::unexpected<Error>(error(binder.code()));
    return Query(this, statement);
  }
  template <class... T>
  [[nodiscard]] Result<void> run(const char* sql, const T&... values) {
    FABULA_TRY(Query rows, query(sql, values...));
    for (;;) {
      FABULA_TRY(const bool is_row, rows.next());
      if (!is_row) return {};
    }
  }
  // The first column of the first row; `otherwise` when there is no row.
  template <class... T>
  [[nodiscard]] Result<std::int64_t> number(const char* sql, std::int64_t otherwise,
                                            const T&... values) {
    FABULA_TRY(Query rows, query(sql, values...));
    FABULA_TRY(const bool is_row, rows.next());
    return is_row ? rows.integer(0) : otherwise;
  }

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  [[nodiscard]] std::int64_t n_changed() const { return sqlite3_changes64(handle_); }
  [[nodiscard]] std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  // What SQLite's extended result code means to the user.
  [[nodiscard]] Error error(int code) const;
  // The content contradicts itself: `what` names the record ("a quote's range").
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view what) const;

 private:
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  [[nodiscard]] Result<sqlite3_stmt*> prepared(const char* sql);

  sqlite3* handle_;
  std::string path_;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

// One state of the database for several queries: begins a reading transaction unless a transaction
// is open already, and ends what it began.
class Snapshot {
 public:
  [[nodiscard]] static Result<Snapshot> of(Database& database);
  Snapshot() = default;
  Snapshot(Snapshot&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Snapshot& operator=(Snapshot&& other) noexcept {
    std::swap(database_, other.database_);
    return *this;
  }
  ~Snapshot();

 private:
  Database* database_ = nullptr;  // null: there is nothing to end
};

}  // namespace fabula::store
