// Rows that belong to articles, read side by side with them in one pass.
#pragma once

#include <utility>

#include "store/sqlite.hpp"
#include "store/store.hpp"

namespace fabula::store {

// The rows of a query that is ordered by its first column, the article's row.
class ChildRows {
 public:
  // `sql` takes the first and last key of the rows wanted.
  [[nodiscard]] static Result<ChildRows> of(Database& database, const char* sql, std::int64_t first,
                                            std::int64_t last) {
    ChildRows rows;
    rows.database_ = &database;
    FABULA_TRY(rows.query_, database.query(sql, first, last));
    FABULA_TRY_VOID(rows.advance());
    return rows;
  }

  // Calls `read(row)` for each row of `article`, which rises from call to call; it returns false
  // when the row cannot be right. Errors: kDamagedStore then.
  template <class Read>
  [[nodiscard]] Result<void> for_each(Row article, Read read) {
    while (is_row_ && query_.integer(0) == article) {
      if (!read(std::as_const(query_))) return database_->damaged("a record of an article");
      FABULA_TRY_VOID(advance());
    }
    return {};
  }
  // Has every row been read? When not, the next one belongs to no article that was asked for.
  [[nodiscard]] bool done() const { return !is_row_; }

 private:
  [[nodiscard]] Result<void> advance() {
    FABULA_TRY(is_row_, query_.next());
    return {};
  }
  Database* database_ = nullptr;
  Query query_;
  bool is_row_ = false;
};

}  // namespace fabula::store
