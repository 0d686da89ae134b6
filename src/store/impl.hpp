// What a Store keeps, for the source files that share its work.
#pragma once

#include <memory>
#include <string_view>

#include "store/open.hpp"
#include "store/store.hpp"

namespace fabula::store {

struct Store::Impl {
  OpenedFile file;
  [[nodiscard]] Database& database() { return *file.database; }
};

// Articles [first, last] without their layers, by row (article.cpp). `rows` gets their rows.
[[nodiscard]] Result<std::vector<Article>> read_article_rows(Database& database, Row first,
                                                             Row last, Store::Roles roles,
                                                             std::vector<Row>* rows);
// Reads the layers of articles [first, last] into `articles`, which are those with `rows`
// (layers.cpp).
[[nodiscard]] Result<void> read_layer_rows(Database& database, std::span<const Row> rows,
                                           std::span<AnnotatedArticle> articles);
// Reads all lists of `pile` but its articles, which are those with `rows` (pile_read.cpp).
[[nodiscard]] Result<void> read_pile_lists(Database& database, std::span<const Row> rows,
                                           Pile& pile);
// Takes the quotes with rows in [first, last] out of the full text index (search.cpp).
[[nodiscard]] Result<void> unindex_quotes(Database& database, std::int64_t first,
                                          std::int64_t last);

}  // namespace fabula::store
