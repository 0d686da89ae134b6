// Captures and articles. An article is one row, its capture another of the same number; places,
// date candidates and learned roles are rows of their own, read side by side with the articles.
#include <algorithm>
#include <optional>

#include "base/hash.hpp"
#include "store/child_rows.hpp"
#include "store/compress.hpp"
#include "store/impl.hpp"
#include "store/lists.hpp"
#include "store/records.hpp"
#include "text/utf8.hpp"

namespace fabula::store {
namespace {

constexpr char kInsertCapture[] =
    "INSERT INTO capture (sha256, format, encoding, file_day, n_bytes, zstd)"
    " VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kInsertArticle[] =
    "INSERT INTO article VALUES"
    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kInsertSource[] = "INSERT OR IGNORE INTO source VALUES (?, ?)";
constexpr char kInsertDate[] =
    "INSERT INTO date_candidate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kDeleteLeftOut[] = "DELETE FROM left_out WHERE source = ?";

constexpr char kArticles[] = "SELECT * FROM article WHERE row BETWEEN ? AND ? ORDER BY row";
constexpr char kSources[] =
    "SELECT article, source FROM source WHERE article BETWEEN ? AND ? ORDER BY article, source";
constexpr char kDates[] =
    "SELECT article, earliest, latest, likely, grain, edtf, origin, words, begin, end, chosen,"
    " rejected FROM date_candidate WHERE row BETWEEN ? AND ? ORDER BY row";
constexpr char kLearnedRoles[] =
    "SELECT article, paragraph, role, rule FROM learned_role WHERE article BETWEEN ? AND ?"
    " ORDER BY article, paragraph";

bool all_inside(const Article& article) {
  const auto inside = [&](Range range) {
    return range.begin <= range.end && range.end <= article.text.size() &&
           text::is_boundary(article.text, range.begin) &&
           text::is_boundary(article.text, range.end);
  };
  return std::ranges::all_of(article.paragraphs, inside, &Paragraph::range) &&
         std::ranges::all_of(article.date_candidates, inside, &DateCandidate::range) &&
         std::ranges::all_of(article.content_notes, inside) &&
         std::ranges::all_of(article.published.evidence, inside);
}

std::string paragraph_list(const Article& article) {
  ListWriter list;
  list.open();
  for (const Paragraph& paragraph : article.paragraphs) {
    list.open();
    list.range(paragraph.range);
    list.text(text_of(paragraph.role));
    list.text(paragraph.rule);
    list.close();
  }
  list.close();
  return list.written();
}

bool read_paragraphs(std::string_view list, std::size_t n_text, std::vector<Paragraph>& out) {
  ListReader reader(list);
  bool ok = true;
  reader.open();
  while (reader.more()) {
    Paragraph& paragraph = out.emplace_back();
    reader.open();
    paragraph.range = reader.range();
    ok = read_enum(reader.text(), paragraph.role) && ok;
    paragraph.rule = reader.text();
    reader.close();
    ok = ok && is_inside(paragraph.range, n_text);
  }
  return ok && reader.ok();
}

// A row of kArticles. The text is its last column, but is read first: ranges are checked by it.
bool read_columns(const Query& query, Article& article) {
  constexpr int kText = 24;
  article.text = query.text(kText);
  Columns columns(query, article.text.size(), 1);
  article.id = columns.text();
  article.capture_sha256 = columns.text();
  article.sha256 = columns.text();
  article.url = columns.text();
  article.outlet = columns.text();
  article.title = columns.text();
  article.byline = columns.text();
  article.language = columns.text();
  article.published.when = columns.when();
  article.published.basis = columns.named<DateBasis>();
  article.published.because = columns.texts();
  article.published.evidence = columns.ranges();
  article.content_notes = columns.ranges();
  const bool paragraphs_ok =
      read_paragraphs(columns.view(), article.text.size(), article.paragraphs);
  article.report.source_bytes = columns.number<std::uint32_t>();
  article.report.visible_bytes = columns.number<std::uint32_t>();
  article.report.kept_bytes = columns.number<std::uint32_t>();
  article.report.n_dropped_blocks = columns.number<std::uint32_t>();
  article.report.doubts = columns.texts();
  return columns.ok() && paragraphs_ok;
}

bool read_date(const Query& query, Article& article) {
  Columns columns(query, article.text.size(), 1);
  DateCandidate& date = article.date_candidates.emplace_back();
  date.when = columns.when();
  date.origin = columns.text();
  date.as = columns.text();
  date.range = columns.range();
  date.chosen = columns.number<std::uint8_t>() != 0;
  date.rejected = columns.text();
  return columns.ok();
}

bool read_role(const Query& query, RoleOverride& role) {
  Columns columns(query, 0, 1);
  role.paragraph = columns.number<std::uint32_t>();
  role.role = columns.named<Role>();
  role.rule = columns.text();
  return columns.ok();
}

bool apply_role(const Query& query, Article& article) {
  RoleOverride role;
  if (!read_role(query, role) || role.paragraph >= article.paragraphs.size()) return false;
  Paragraph& paragraph = article.paragraphs[role.paragraph];
  paragraph.role = role.role;
  paragraph.rule = std::move(role.rule);
  return true;
}

}  // namespace

Result<std::vector<Article>> read_article_rows(Database& database, Row first, Row last,
                                               Store::Roles roles, std::vector<Row>* rows) {
  FABULA_TRY(const Snapshot snapshot, Snapshot::of(database));
  FABULA_TRY(Query query, database.query(kArticles, first, last));
  FABULA_TRY(ChildRows sources, ChildRows::of(database, kSources, first, last));
  FABULA_TRY(ChildRows dates,
             ChildRows::of(database, kDates, record_row(first, 0), record_row(last + 1, 0) - 1));
  FABULA_TRY(ChildRows learned, ChildRows::of(database, kLearnedRoles, first, last));
  std::vector<Article> articles;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) break;
    const Row row = query.integer(0);
    Article& article = articles.emplace_back();
    if (!read_columns(query, article)) return database.damaged("a column of an article");
    if (sha256_hex(article.text) != article.sha256)
      return database.damaged("the text of article '" + article.id + "' is not what it was");
    FABULA_TRY_VOID(sources.for_each(row, [&](const Query& source) {
      article.sources.emplace_back(source.text(1));
      return true;
    }));
    if (article.sources.empty()) return database.damaged("an article without a source");
    FABULA_TRY_VOID(
        dates.for_each(row, [&](const Query& date) { return read_date(date, article); }));
    FABULA_TRY_VOID(learned.for_each(row, [&](const Query& role) {
      return roles == Store::Roles::kExtracted || apply_role(role, article);
    }));
    if (rows) rows->push_back(row);
  }
  if (!sources.done() || !dates.done() || !learned.done())
    return database.damaged("a record belongs to no article");
  return articles;
}

std::string Store::pack(const Capture& capture) {
  thread_local Compressor compressor;
  return std::string(compressor.compress(capture.bytes));
}

Result<Row> Store::put_article(const Capture& capture, const Article& article) {
  return put_article(capture, article, pack(capture));
}

Result<Row> Store::put_article(const Capture& capture, const Article& article,
                               std::string_view packed) {
  Database& database = impl_->database();
  if (!all_inside(article) || article.sources.empty())
    return fail(Errc::kInternal, "an article has a range outside of its text, or no source",
                database.path());
  std::optional<std::string> file_day;
  if (capture.file_day) file_day = day_text(Day{std::chrono::days{*capture.file_day}});
  FABULA_TRY_VOID(database.run(kInsertCapture, capture.sha256, text_of(capture.format),
                               capture.encoding, file_day, capture.bytes.size(), Blob{packed}));
  const Row row = database.last_row();
  const Published& published = article.published;
  const ExtractionReport& report = article.report;
  FABULA_TRY_VOID(database.run(
      kInsertArticle, row, article.id, article.capture_sha256, article.sha256, article.url,
      article.outlet, article.title, article.byline, article.language, WhenColumns(published.when),
      text_of(published.basis), list_of_texts(published.because),
      list_of_ranges(published.evidence), list_of_ranges(article.content_notes),
      paragraph_list(article), report.source_bytes, report.visible_bytes, report.kept_bytes,
      report.n_dropped_blocks, list_of_texts(report.doubts), article.text));
  for (const std::string& source : article.sources) {
    FABULA_TRY_VOID(database.run(kInsertSource, row, source));
    FABULA_TRY_VOID(database.run(kDeleteLeftOut, source));
  }
  for (std::size_t i = 0; i < article.date_candidates.size(); ++i) {
    const DateCandidate& date = article.date_candidates[i];
    FABULA_TRY_VOID(database.run(kInsertDate, record_row(row, i), WhenColumns(date.when),
                                 date.origin, date.as, date.range, date.chosen, date.rejected));
  }
  return row;
}

Result<bool> Store::add_source(std::string_view capture_sha256, std::string_view source) {
  Database& database = impl_->database();
  FABULA_TRY(const Row row,
             database.number("SELECT row FROM capture WHERE sha256 = ?", 0, capture_sha256));
  if (row == 0) return fail(Errc::kInternal, "a place was given for an unknown capture");
  FABULA_TRY_VOID(database.run(kDeleteLeftOut, source));
  FABULA_TRY_VOID(database.run(kInsertSource, row, source));
  return database.n_changed() > 0;
}

Result<bool> Store::put_left_out(const LeftOut& left_out) {
  Database& database = impl_->database();
  const Error& error = left_out.error;
  // A row that says the same already is not touched.
  FABULA_TRY_VOID(database.run(
      "INSERT INTO left_out VALUES (?, ?, ?, ?, ?) ON CONFLICT (source) DO UPDATE SET"
      " code = excluded.code, what = excluded.what, place = excluded.place, hint = excluded.hint"
      " WHERE (code, what, place, hint) IS NOT"
      " (excluded.code, excluded.what, excluded.place, excluded.hint)",
      left_out.source, name_of(error.code), error.what, error.where, error.hint));
  return database.n_changed() > 0;
}

Result<std::string> Store::capture_bytes(Row article) const {
  Database& database = impl_->database();
  FABULA_TRY(Query query,
             database.query("SELECT sha256, n_bytes, zstd FROM capture WHERE row = ?", article));
  FABULA_TRY(const bool is_row, query.next());
  if (!is_row) return database.damaged("an article without a capture");
  Columns columns(query, 0);
  const std::string sha256 = columns.text();
  const auto n_bytes = columns.number<std::uint64_t>();
  if (!columns.ok()) return database.damaged("the length of a capture");
  auto bytes = decompress(query.blob(2), n_bytes);
  if (!bytes || sha256_hex(*bytes) != sha256)
    return database.damaged("the bytes of capture '" + sha256 + "' are not what they were");
  return std::move(*bytes);
}

Result<std::vector<RoleOverride>> Store::learned_roles(Row article) const {
  Database& database = impl_->database();
  FABULA_TRY(Query query, database.query(kLearnedRoles, article, article));
  std::vector<RoleOverride> roles;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) return roles;
    if (!read_role(query, roles.emplace_back())) return database.damaged("a learned role");
  }
}

Result<Article> Store::read_article(Row article, Roles roles) const {
  FABULA_TRY(auto articles, read_article_rows(impl_->database(), article, article, roles, nullptr));
  if (articles.empty()) return impl_->database().damaged("there is no article in this row");
  return std::move(articles.front());
}

}  // namespace fabula::store
