// Whom an article names as the source of its words: agencies (text/agencies.hpp).
#pragma once

#include <optional>

#include "model/article.hpp"
#include "text/agencies.hpp"

namespace fabula::reconcile {

// Nothing when there is no credit. The credit's name lives as long as the article.
// Cost: that of a search in the article's first and last lines.
[[nodiscard]] std::optional<text::AgencyCredit> find_credit(const Article& article);

}  // namespace fabula::reconcile
