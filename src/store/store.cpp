// The store's life: opening, facts, transactions, and reading all articles. The other members stand
// in article.cpp, layers.cpp, pile_write.cpp, pile_read.cpp, search.cpp and verify.cpp.
#include "store/store.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "store/impl.hpp"
#include "store/records.hpp"

namespace fabula::store {
namespace {

Result<std::vector<Row>> row_numbers(Database& database, const char* sql) {
  FABULA_TRY(Query query, database.query(sql));
  std::vector<Row> rows;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) return rows;
    rows.push_back(query.integer(0));
  }
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Mode mode) {
  auto impl = std::make_unique<Impl>();
  FABULA_TRY(impl->file, open_file(path, mode));
  return Store(std::move(impl));
}

Result<std::map<std::string, std::string>> Store::facts() const {
  FABULA_TRY(Query query, impl_->database().query("SELECT name, value FROM fact"));
  std::map<std::string, std::string> facts;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) return facts;
    facts.emplace(query.text(0), query.text(1));
  }
}

Result<void> Store::set_fact(std::string_view name, std::string_view value) {
  return impl_->database().run(
      "INSERT INTO fact VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name, value);
}

Result<void> Store::begin() { return impl_->database().run("BEGIN IMMEDIATE"); }

Result<void> Store::commit() { return impl_->database().run("COMMIT"); }

Result<std::unordered_set<std::string>> Store::captures() const {
  FABULA_TRY(Query query, impl_->database().query("SELECT sha256 FROM capture"));
  std::unordered_set<std::string> hashes;
  for (;;) {
    FABULA_TRY(const bool is_row, query.next());
    if (!is_row) return hashes;
    hashes.emplace(query.text(0));
  }
}

Result<std::vector<Row>> Store::articles() const {
  return row_numbers(impl_->database(), "SELECT row FROM article ORDER BY row");
}

Result<std::vector<Row>> Store::articles_without_layers() const {
  return row_numbers(impl_->database(),
                     "SELECT row FROM article WHERE row NOT IN (SELECT article FROM layer)"
                     " ORDER BY row");
}

Result<std::vector<AnnotatedArticle>> Store::read_articles(std::vector<Row>* rows,
                                                           Roles roles) const {
  Database& database = impl_->database();
  FABULA_TRY(const Snapshot snapshot, Snapshot::of(database));
  std::vector<Row> stored_rows;
  FABULA_TRY(auto articles, read_article_rows(database, 0, kLastRow, roles, &stored_rows));
  std::vector<AnnotatedArticle> stored(articles.size());
  for (std::size_t i = 0; i < stored.size(); ++i) stored[i].article = std::move(articles[i]);
  FABULA_TRY_VOID(read_layer_rows(database, stored_rows, stored));

  std::vector<std::size_t> order(stored.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    return std::tie(stored[i].article.sources.front(), stored[i].article.id);
  });
  std::vector<AnnotatedArticle> sorted;
  sorted.reserve(stored.size());
  if (rows) rows->clear();
  for (const std::size_t i : order) {
    sorted.push_back(std::move(stored[i]));
    shrink(sorted.back());
    if (rows) rows->push_back(stored_rows[i]);
  }
  return sorted;
}

}  // namespace fabula::store
