#include "store/open.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <string_view>

namespace fabula::store {

const char* const kSchema =
#include "store/schema.sql.inc"
#include "store/schema_names.sql.inc"
#include "store/schema_pile.sql.inc"
#include "store/schema_quote.sql.inc"
    ;

namespace {

// The part of kSchema that is worked out across articles, and can be worked out again.
constexpr char kPileSchema[] =
#include "store/schema_pile.sql.inc"
    ;

// The quotations of articles, and whom they name.
constexpr char kLayerSchema[] =
#include "store/schema_names.sql.inc"
#include "store/schema_quote.sql.inc"
    ;

constexpr std::string_view kOtherNameHint = "name a file that `fabula build` made";

// Refuses what cannot be a store by its name and kind alone.
Result<void> look_at(const std::string& path, Mode mode) {
  struct stat status{};
  if (path.empty() || path.find('\0') != std::string::npos)
    return fail(Errc::kNoStore, "the name of the store is empty", path,
                std::string(kOtherNameHint));
  if (stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT && errno != ENOTDIR)
      return fail(Errc::kReadFailed,
                  fmt::format("the store cannot be opened ({})", std::strerror(errno)), path,
                  "check the permissions of its folder");
    if (mode == Mode::kCreateOrContinue) return {};
    return fail(Errc::kNoStore, "there is no store here", path,
                fmt::format("make one: fabula build INPUT... -o {}", path));
  }
  if (S_ISDIR(status.st_mode))
    return fail(Errc::kNotAStore, "this is a folder, not a store", path,
                std::string(kOtherNameHint));
  if (!S_ISREG(status.st_mode))
    return fail(Errc::kNotAStore, "this is not a file", path, std::string(kOtherNameHint));
  if (status.st_size == 0) {
    if (mode == Mode::kCreateOrContinue) return {};
    return fail(Errc::kNotAStore, "the file is empty", path,
                fmt::format("make a store: fabula build INPUT... -o {}", path));
  }
  return {};
}

// SQLite reads ":memory:", "" and "file:" as something else than file names.
std::string plain_name(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

// The same file for SQLite as one that nobody changes: it needs no files beside it then.
std::string unchanging_name(const std::string& path) {
  std::string uri = "file:";
  for (const char c : plain_name(path)) {
    if (c == '%' || c == '?' || c == '#')
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

// Settings of a connection. A store may come from anybody: its views and triggers get no function
// that does harm, its hidden tables are not written to directly, its cells are checked.
Result<void> configure(Database& database, Mode mode) {
  sqlite3_busy_timeout(database.handle(), 5000);  // for a reader that ends, or another tool
  sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  FABULA_TRY_VOID(database.execute(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;"
      "PRAGMA temp_store = MEMORY;"));
  if (mode == Mode::kRead) return database.execute("PRAGMA query_only = ON");
  // NORMAL: a power cut may lose the last commits, never the store. Freed pages are not zeroed, and
  // the log is emptied every 32 MiB: both measured in bench/store_bench.cpp.
  return database.execute(
      "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA wal_autocheckpoint = 4096;");
}

// Reads something, so that a missing permission or a damaged header shows itself.
Result<std::unique_ptr<Database>> connect(const std::string& path, Mode mode) {
  const int flags = mode == Mode::kCreateOrContinue ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                    : SQLITE_OPEN_READWRITE;
  FABULA_TRY(auto database, Database::open(plain_name(path), path, flags));
  FABULA_TRY_VOID(configure(*database, mode));
  FABULA_TRY([[maybe_unused]] const auto version, database->number("PRAGMA schema_version", 0));
  return database;
}

// A reader without write permission in the folder cannot make the files that go with the log; when
// no log lies there, nothing is missing.
Result<std::unique_ptr<Database>> connect_to_read(const std::string& path) {
  auto database = connect(path, Mode::kRead);
  struct stat status{};
  const bool has_log = stat((path + "-wal").c_str(), &status) == 0;
  if (database || has_log || database.error().code == Errc::kNotAStore) return database;
  FABULA_TRY(auto unchanging,
             Database::open(unchanging_name(path), path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
  FABULA_TRY_VOID(configure(*unchanging, Mode::kRead));
  FABULA_TRY([[maybe_unused]] const auto version, unchanging->number("PRAGMA schema_version", 0));
  return unchanging;
}

Result<void> create_tables(Database& database) {
  FABULA_TRY_VOID(database.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"));
  // One transaction: a file that says it is a store has all tables.
  FABULA_TRY_VOID(database.execute("BEGIN IMMEDIATE"));
  FABULA_TRY_VOID(
      database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                   kApplicationId, kSchemaVersion)
                           .c_str()));
  FABULA_TRY_VOID(database.execute(kSchema));
  return database.execute("COMMIT");
}

Result<bool> has_no_tables(Database& database) {
  FABULA_TRY(const auto n_tables, database.number("SELECT count(*) FROM sqlite_schema", 0));
  return n_tables == 0;
}

// Format 1 knew no edits of shared passages, no lineage and no news; format 2 no clauses of
// quotations and no speakers that only the pile tells; format 4 no days that the pile tells, format
// 5 no times of undated articles, format 6 no reasons of stories. Articles and decisions stay, the
// rest is made again.
constexpr std::int64_t kOldestVersion = 1;

Result<void> bring_up_to_date(Database& database) {
  FABULA_TRY_VOID(database.execute("BEGIN IMMEDIATE"));
  for (const char* table : {"person",
                            "person_thing",
                            "person_quote",
                            "family",
                            "family_member",
                            "edit",
                            "reuse",
                            "reuse_edit",
                            "passage",
                            "passage_holder",
                            "passage_evidence",
                            "article_date",
                            "date_step",
                            "date_step_words",
                            "date_time",
                            "news",
                            "copy_group",
                            "copy_member",
                            "story",
                            "story_article",
                            "story_words",
                            "event",
                            "telling",
                            "event_person",
                            "disagreement",
                            "disagreement_evidence",
                            "disagreement_value",
                            "disagreement_telling",
                            "named_thing",
                            "quote"})
    FABULA_TRY_VOID(database.execute(fmt::format("DROP TABLE IF EXISTS {}", table).c_str()));
  FABULA_TRY_VOID(database.execute(kLayerSchema));
  FABULA_TRY_VOID(database.execute(kPileSchema));
  FABULA_TRY_VOID(
      database.execute(fmt::format("INSERT INTO quote_index (quote_index) VALUES ('delete-all');"
                                   "DELETE FROM layer;"
                                   "DELETE FROM time_expression;"
                                   "UPDATE fact SET value = 'building' WHERE name = 'state';"
                                   "PRAGMA user_version = {};",
                                   kSchemaVersion)
                           .c_str()));
  return database.execute("COMMIT");
}

Result<void> check_version(Database& database, Mode mode) {
  const std::string& path = database.path();
  FABULA_TRY(const auto application, database.number("PRAGMA application_id", 0));
  FABULA_TRY(const auto version, database.number("PRAGMA user_version", 0));
  if (application != kApplicationId)
    return fail(Errc::kNotAStore, "this is another program's database", path,
                std::string(kOtherNameHint));
  if (version > kSchemaVersion)
    return fail(
        Errc::kNewerStore,
        fmt::format("the store has format {}, this program knows {}", version, kSchemaVersion),
        path, "install the newest version of Fabula");
  const bool is_older = version >= kOldestVersion && version < kSchemaVersion;
  if (is_older && mode != Mode::kRead) return bring_up_to_date(database);
  if (is_older)
    return fail(Errc::kDamagedStore,
                fmt::format("the store was written by an older Fabula (format {}, this program "
                            "reads {})",
                            version, kSchemaVersion),
                path, "give its `fabula build` command again: it brings the store up to date");
  if (version < kSchemaVersion)
    return database.damaged(fmt::format("there is no format {}", version));
  return {};
}

}  // namespace

Result<OpenedFile> open_file(const std::string& path, Mode mode) {
  OpenedFile opened;
  FABULA_TRY_VOID(look_at(path, mode));
  if (mode == Mode::kRead) {
    FABULA_TRY(opened.database, connect_to_read(path));
  } else {
    FABULA_TRY(opened.lock, WriterLock::take(path));
    FABULA_TRY(opened.database, connect(path, mode));
    if (sqlite3_db_readonly(opened.database->handle(), "main") == 1)
      return fail(Errc::kWriteFailed, "the store may only be read", path,
                  "check the permissions of the file");
  }
  FABULA_TRY(const auto application, opened.database->number("PRAGMA application_id", 0));
  FABULA_TRY(const bool is_bare, has_no_tables(*opened.database));
  if (is_bare && application == 0) {
    if (mode != Mode::kCreateOrContinue)
      return fail(Errc::kNotAStore, "the store was never begun", path,
                  fmt::format("make it: fabula build INPUT... -o {}", path));
    FABULA_TRY_VOID(create_tables(*opened.database));
  }
  FABULA_TRY_VOID(check_version(*opened.database, mode));
  return opened;
}

}  // namespace fabula::store
