// Quotations across the pile.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Groups quotations of the same words: equal after folding, or one inside the other. A quotation
// that stands alone has no family. `first` is the member of the article with the earliest stated
// date, when every member that could be earlier has one; else -1. As Pile::families.
[[nodiscard]] std::vector<Family> group_quotes(std::span<const AnnotatedArticle> articles);

}  // namespace fabula::story
