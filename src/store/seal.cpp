#include "store/seal.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "store/impl.hpp"
#include "store/store.hpp"

namespace fabula::store {
namespace {

// In the order of the schema. NOT INDEXED: rows in the order of their keys.
constexpr auto kArticleTables = std::to_array<const char*>({
    "SELECT row, sha256, format, encoding, file_day, n_bytes FROM capture NOT INDEXED",
    "SELECT * FROM source NOT INDEXED",
    "SELECT * FROM left_out NOT INDEXED",
    "SELECT row, id, capture_sha256, sha256, url, outlet, title, byline, language, earliest, "
    "latest, likely, grain, edtf, basis, because, evidence, content_notes, paragraphs, "
    "source_bytes, visible_bytes, kept_bytes, n_dropped, doubts FROM article NOT INDEXED",
    "SELECT * FROM date_candidate NOT INDEXED",
    "SELECT * FROM learned_role NOT INDEXED",
    "SELECT * FROM layer NOT INDEXED",
    "SELECT * FROM named_thing NOT INDEXED",
    "SELECT * FROM quote NOT INDEXED",
    "SELECT * FROM time_expression NOT INDEXED",
});
constexpr auto kPileTables = std::to_array<const char*>({
    "SELECT * FROM person NOT INDEXED",
    "SELECT * FROM person_thing NOT INDEXED",
    "SELECT * FROM person_quote NOT INDEXED",
    "SELECT * FROM family NOT INDEXED",
    "SELECT * FROM family_member NOT INDEXED",
    "SELECT * FROM edit NOT INDEXED",
    "SELECT * FROM reuse NOT INDEXED",
    "SELECT * FROM reuse_edit NOT INDEXED",
    "SELECT * FROM passage NOT INDEXED",
    "SELECT * FROM passage_holder NOT INDEXED",
    "SELECT * FROM passage_evidence NOT INDEXED",
    "SELECT * FROM article_date NOT INDEXED",
    "SELECT * FROM date_step NOT INDEXED",
    "SELECT * FROM date_step_words NOT INDEXED",
    "SELECT * FROM date_time NOT INDEXED",
    "SELECT * FROM copy_group NOT INDEXED",
    "SELECT * FROM copy_member NOT INDEXED",
    "SELECT * FROM story NOT INDEXED",
    "SELECT * FROM story_article NOT INDEXED",
    "SELECT * FROM story_words NOT INDEXED",
    "SELECT * FROM event NOT INDEXED",
    "SELECT * FROM telling NOT INDEXED",
    "SELECT * FROM event_person NOT INDEXED",
});
constexpr auto kLastTables = std::to_array<const char*>({
    "SELECT * FROM news NOT INDEXED",
    "SELECT * FROM disagreement NOT INDEXED",
    "SELECT * FROM disagreement_evidence NOT INDEXED",
    "SELECT * FROM disagreement_value NOT INDEXED",
    "SELECT * FROM disagreement_telling NOT INDEXED",
});

// Hashes a stream in pieces: each piece with the hash of those before it.
class ChainedHash {
 public:
  explicit ChainedHash(std::string begun) : piece_(std::move(begun)) {}
  void add(std::string_view bytes) {
    const fmt::format_int size(bytes.size());  // so that no two lists of values read the same
    piece_.append(size.data(), size.size());
    piece_ += ':';
    piece_ += bytes;
    if (piece_.size() >= kPieceBytes) close();
  }
  // What is not yet hashed stands behind the hash of what is.
  [[nodiscard]] std::string begun() { return std::move(piece_); }
  [[nodiscard]] std::string take() {
    close();
    return std::move(piece_);
  }

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
  void close() { piece_ = sha256_hex(piece_); }
  std::string piece_;
};

// Numbers as SQLite writes them, but sooner.
void add_value(const Query& query, int column, ChainedHash& hash) {
  switch (query.type(column)) {
    case SQLITE_NULL:
      return hash.add({"\0null", 5});
    case SQLITE_INTEGER: {
      const fmt::format_int digits(query.integer(column));
      return hash.add({digits.data(), digits.size()});
    }
    default:
      return hash.add(query.text(column));
  }
}

Result<void> add_tables(Database& database, std::span<const char* const> tables,
                        ChainedHash& hash) {
  for (const char* sql : tables) {
    hash.add(sql);
    FABULA_TRY(Query query, database.query(sql));
    const int n_columns = query.n_columns();
    for (;;) {
      FABULA_TRY(const bool is_row, query.next());
      if (!is_row) break;
      for (int column = 0; column < n_columns; ++column) add_value(query, column, hash);
    }
  }
  return {};
}

}  // namespace

Result<std::string> begin_digest(Database& database) {
  ChainedHash hash({});
  FABULA_TRY_VOID(add_tables(database, kArticleTables, hash));
  return hash.begun();
}

Result<std::string> go_on_digest(Database& database, std::string begun) {
  ChainedHash hash(std::move(begun));
  FABULA_TRY_VOID(add_tables(database, kPileTables, hash));
  return hash.begun();
}

Result<std::string> end_digest(Database& database, std::string begun) {
  ChainedHash hash(std::move(begun));
  FABULA_TRY_VOID(add_tables(database, kLastTables, hash));
  return hash.take();
}

Result<std::string> content_digest(Database& database) {
  FABULA_TRY(std::string articles, begin_digest(database));
  FABULA_TRY(std::string pile, go_on_digest(database, std::move(articles)));
  return end_digest(database, std::move(pile));
}

Result<std::string> Store::digest_articles() const { return begin_digest(impl_->database()); }

Result<std::string> Store::digest_pile(std::string articles) const {
  return go_on_digest(impl_->database(), std::move(articles));
}

Result<void> Store::complete() {
  FABULA_TRY(std::string articles, digest_articles());
  FABULA_TRY(std::string pile, digest_pile(std::move(articles)));
  return complete(std::move(pile));
}

Result<void> Store::complete(std::string pile) {
  FABULA_TRY(const std::string digest, end_digest(impl_->database(), std::move(pile)));
  FABULA_TRY_VOID(set_fact("content", digest));
  return set_fact("state", "complete");
}

}  // namespace fabula::store
