// Whom an article names as the source of its words.
//
//   VALE, June 11 (Meridian Wire) — The bridge ...      in the brackets of a dateline
//   By Mara Voss, Associated Press                       in the byline
//   © 2031 Reuters                                       in a copyright line near the end
//
// "told Reuters" and the credits of pictures are no such thing.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.hpp"
#include "model/article.hpp"

namespace fabula::reconcile {

struct Credit {
  std::string_view name;  // of the agency; lives as long as the article
  Range range;            // the words in the frozen text; empty when they stand outside of it
};

// Nothing when there is no credit. Cost: that of a search in the article's first and last lines.
[[nodiscard]] std::optional<Credit> find_credit(const Article& article);

}  // namespace fabula::reconcile
