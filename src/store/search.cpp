// Full text: FTS5 indexes that hold no words of their own.
//
// Articles never change, so the index grows by the rows behind its last one. Quotes are replaced
// with their article's layers: those are taken out of the index first (FTS5 must be told the very
// words that it indexed), and index_texts() adds whatever is not in it.
#include <fmt/format.h>

#include "store/impl.hpp"
#include "store/records.hpp"
#include "text/utf8.hpp"

namespace fabula::store {
namespace {

// Each word as an FTS5 string, so that nothing in it is an operator: all of them must be there.
std::string all_words(std::string_view query) {
  std::string out;
  std::size_t at = 0;
  bool in_word = false;
  while (at < query.size()) {
    const text::CodePoint c = text::decode(query, at);
    const bool is_gap = text::is_space(c.value) || c.value == 0;
    if (is_gap == in_word) {
      out += in_word ? "\" " : "\"";
      in_word = !in_word;
    }
    if (!is_gap) out += c.value == '"' ? "\"\"" : query.substr(at, c.n_bytes);
    at += c.n_bytes;
  }
  if (in_word) out += '"';
  return out;
}

}  // namespace

Result<void> Store::index_texts() {
  Database& database = impl_->database();
  FABULA_TRY_VOID(database.run(
      "INSERT INTO article_index (rowid, title, text) SELECT row, title, text FROM article"
      " WHERE row > (SELECT coalesce(max(id), 0) FROM article_index_docsize) ORDER BY row"));
  return database.run(
      "INSERT INTO quote_index (rowid, words, speaker) SELECT row, words, speaker FROM quote_words"
      " WHERE row NOT IN (SELECT id FROM quote_index_docsize) ORDER BY row");
}

Result<void> unindex_quotes(Database& database, std::int64_t first, std::int64_t last) {
  return database.run(
      "INSERT INTO quote_index (quote_index, rowid, words, speaker)"
      " SELECT 'delete', row, words, speaker FROM quote_words WHERE row BETWEEN ? AND ?"
      " AND row IN (SELECT id FROM quote_index_docsize WHERE id BETWEEN ?1 AND ?2)",
      first, last);
}

Result<std::vector<Found>> Store::search(std::string_view query, std::size_t limit) const {
  Database& database = impl_->database();
  std::vector<Found> found;
  const std::string words = all_words(query);
  if (words.empty()) return found;
  FABULA_TRY(Query rows,
             database.query("SELECT rowid, snippet(article_index, -1, '', '', '…', 24)"
                            " FROM article_index WHERE article_index MATCH ? ORDER BY rank, rowid"
                            " LIMIT ?",
                            words, limit));
  for (;;) {
    FABULA_TRY(const bool is_row, rows.next());
    if (!is_row) return found;
    found.push_back({rows.integer(0), std::string(rows.text(1))});
  }
}

}  // namespace fabula::store
