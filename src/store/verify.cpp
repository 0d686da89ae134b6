// Everything that is written down, checked against the frozen text and the kept bytes.
//
// 1. the tables are those that Fabula makes      2. SQLite's own check of its pages
// 3. each article alone: capture, text, ids, every range, every reference inside of it
// 4. what was worked out across articles         5. the hash of all rows
// 6. the full text indexes
//
// An article that cannot be read is one fault and is passed over. Steps 3 to 6 need 1 and 2 to
// hold, 4 needs all articles, 5 all before it.
#include <fmt/format.h>

#include <map>

#include "base/hash.hpp"
#include "store/check_records.hpp"
#include "store/impl.hpp"
#include "store/records.hpp"
#include "store/seal.hpp"

namespace fabula::store {
namespace {

// The statements a database was made with, by the name of what they made.
Result<std::map<std::string, std::string>> statements_of(Database& database) {
  FABULA_TRY(Query query, database.query("SELECT name, sql FROM sqlite_schema"));
  std::map<std::string, std::string> statements;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) return statements;
    statements.emplace(query.text(0), query.text(1));
  }
}

class Verifier {
 public:
  Verifier(const Store& store, Database& database) : store_(store), database_(database) {}

  [[nodiscard]] Result<void> run() {
    {
      FABULA_TRY(const Snapshot snapshot, Snapshot::of(database_));
      FABULA_TRY_VOID(check_tables());
      FABULA_TRY_VOID(check_pages());
      if (!checked.faults.empty()) return {};
      FABULA_TRY_VOID(check_articles());
      FABULA_TRY_VOID(check_across());
      FABULA_TRY_VOID(check_content());
    }
    return check_indexes();
  }

  Checked checked;

 private:
  void fault(std::string sentence) { checked.faults.push_back(std::move(sentence)); }

  // Damage is a fault and the check goes on; a disk that cannot be read ends it.
  [[nodiscard]] Result<void> note(const Result<void>& result, std::string_view where) {
    if (result) return {};
    if (result.error().code != Errc::kDamagedStore) return result;
    fault(fmt::format("{}: {}", where, result.error().what));
    return {};
  }

  [[nodiscard]] Result<void> check_tables() {
    FABULA_TRY(const auto fresh,
               Database::open(":memory:", database_.path(), SQLITE_OPEN_READWRITE));
    FABULA_TRY_VOID(fresh->execute(kSchema));
    FABULA_TRY(const auto expected, statements_of(*fresh));
    FABULA_TRY(const auto found, statements_of(database_));
    for (const auto& [name, sql] : expected) {
      const auto ours = found.find(name);
      if (ours == found.end())
        fault(fmt::format("the table '{}' is missing", name));
      else if (ours->second != sql)
        fault(fmt::format("the table '{}' is not as Fabula makes it", name));
    }
    return {};
  }

  [[nodiscard]] Result<void> check_pages() {
    FABULA_TRY(Query query, database_.query("PRAGMA integrity_check(20)"));
    for (;;) {
      FABULA_TRY(const bool is_row, query.next());
      if (!is_row) return {};
      if (query.text(0) != "ok") fault(fmt::format("SQLite's own check: {}", query.text(0)));
    }
  }

  [[nodiscard]] Result<void> check_articles() {
    FABULA_TRY(const std::vector<Row> all, store_.articles());
    FABULA_TRY(const auto n_captures, database_.number("SELECT count(*) FROM capture", 0));
    if (std::cmp_not_equal(n_captures, all.size()))
      fault(fmt::format("there are {} captures and {} articles", n_captures, all.size()));
    for (const Row row : all)
      FABULA_TRY_VOID(note(check_article(row), fmt::format("article in row {}", row)));
    return {};
  }

  [[nodiscard]] Result<void> check_article(Row row) {
    AnnotatedArticle annotated;
    FABULA_TRY(annotated.article, store_.read_article(row, Store::Roles::kLearned));
    FABULA_TRY_VOID(read_layer_rows(database_, std::span(&row, 1), std::span(&annotated, 1)));
    FABULA_TRY(const std::string bytes, store_.capture_bytes(row));
    const Article& article = annotated.article;
    if (sha256_hex(bytes) != article.capture_sha256)
      fault(fmt::format("article '{}' was not made from the capture it names", article.id));
    if (article_id(article.capture_sha256) != article.id)
      fault(fmt::format("article '{}': the id is not that of its capture", article.id));
    check_article_records(annotated, checked);
    FABULA_TRY_VOID(check_ids(row, annotated));
    pile_.articles.push_back(std::move(annotated));
    rows_.push_back(row);
    return {};
  }

  // Ids of quotes and times are stored for finding them; they must be those of the records.
  [[nodiscard]] Result<void> check_ids(Row row, const AnnotatedArticle& annotated) {
    std::vector<std::string> expected;
    for (const Quote& quote : annotated.quotes)
      expected.push_back(quote_id(annotated.article, quote));
    for (const TimeExpression& time : annotated.times)
      expected.push_back(time_id(annotated.article, time));
    std::size_t i = 0;
    for (const char* sql :
         {"SELECT id FROM quote WHERE row BETWEEN ? AND ? ORDER BY row",
          "SELECT id FROM time_expression WHERE row BETWEEN ? AND ? ORDER BY row"}) {
      FABULA_TRY(Query query, database_.query(sql, record_row(row, 0), record_row(row + 1, 0) - 1));
      for (;;) {
        FABULA_TRY(const bool is_row, query.next());
        if (!is_row) break;
        if (i >= expected.size() || query.text(0) != expected[i])
          fault(fmt::format("article '{}': the id '{}' is not that of its record",
                            annotated.article.id, query.text(0)));
        ++i;
      }
    }
    return {};
  }

  [[nodiscard]] Result<void> check_across() {
    if (!checked.faults.empty()) return {};
    FABULA_TRY_VOID(note(read_pile_lists(database_, rows_, pile_), "across articles"));
    if (checked.faults.empty()) check_pile_records(pile_, checked);
    // Layers of articles that are not there would be seen by nobody else.
    for (const char* sql :
         {"SELECT count(*) FROM layer WHERE article NOT IN (SELECT row FROM article)",
          "SELECT count(*) FROM source WHERE article NOT IN (SELECT row FROM article)",
          "SELECT count(*) FROM quote WHERE row >> 32 NOT IN (SELECT article FROM layer)",
          "SELECT count(*) FROM time_expression WHERE row >> 32 NOT IN (SELECT article FROM layer)",
          "SELECT count(*) FROM named_thing WHERE row >> 32 NOT IN (SELECT article FROM layer)"}) {
      FABULA_TRY(const auto n_orphans, database_.number(sql, 0));
      if (n_orphans != 0) fault(fmt::format("{} records belong to no article", n_orphans));
    }
    return {};
  }

  // Words that no other check guards. A store that is still being built, or was built by a Fabula
  // that did not hash it, has nothing to compare.
  [[nodiscard]] Result<void> check_content() {
    if (!checked.faults.empty()) return {};
    FABULA_TRY(const auto facts, store_.facts());
    const auto state = facts.find("state"), content = facts.find("content");
    if (state != facts.end() && state->second != "complete" && state->second != "building")
      fault(fmt::format("the state of the store is '{}'", state->second));
    if (state == facts.end() || state->second != "complete" || content == facts.end()) return {};
    FABULA_TRY(const std::string digest, content_digest(database_));
    if (digest != content->second)
      fault(
          "something in the store was changed after it was built: titles, names or reasons may "
          "not be what they were");
    return {};
  }

  // FTS5 checks itself by a command that SQLite takes for writing; nothing is written. A file that
  // cannot be opened for writing is checked without.
  [[nodiscard]] Result<void> check_indexes() {
    if (!checked.faults.empty() || sqlite3_db_readonly(database_.handle(), "main") == 1) return {};
    FABULA_TRY(const auto n_missing,
               database_.number("SELECT count(*) FROM article WHERE row NOT IN"
                                " (SELECT id FROM article_index_docsize)"
                                " AND row < (SELECT max(id) FROM article_index_docsize)",
                                0));
    if (n_missing != 0)
      fault(fmt::format("{} articles are missing from the full text index", n_missing));
    FABULA_TRY(const auto query_only, database_.number("PRAGMA query_only", 0));
    FABULA_TRY_VOID(database_.execute("PRAGMA query_only = OFF"));
    for (const char* sql : {"INSERT INTO article_index (article_index) VALUES ('integrity-check')",
                            "INSERT INTO quote_index (quote_index) VALUES ('integrity-check')"})
      FABULA_TRY_VOID(note(database_.run(sql), "full text index"));
    return query_only ? database_.execute("PRAGMA query_only = ON") : Result<void>();
  }

  const Store& store_;
  Database& database_;
  Pile pile_;
  std::vector<Row> rows_;
};

}  // namespace

Result<std::vector<std::string>> Store::verify(std::uint64_t* n_checked) const {
  Verifier verifier(*this, impl_->database());
  FABULA_TRY_VOID(verifier.run());
  if (n_checked) *n_checked = verifier.checked.n_spans;
  return std::move(verifier.checked.faults);
}

}  // namespace fabula::store
