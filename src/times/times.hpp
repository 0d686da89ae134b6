// Article → time expressions with their meaning.
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/quote.hpp"
#include "model/segmentation.hpp"
#include "model/time.hpp"

namespace fabula::times {

// Time expressions of all paragraphs, by range.begin, not overlapping. Relative ones ("on Monday",
// "last month") are resolved against the article's stated publication date only; inside a quotation
// "yesterday" is relative to when it was said, which may not be known: then it stays unresolved,
// with its value in TIMEX3's open form ("XXXX-WXX-1").
// Pure; cost linear in the size of the article on any input.
[[nodiscard]] std::vector<TimeExpression> find_times(const Article& article,
                                                     const Segmentation& segmentation,
                                                     const std::vector<Quote>& quotes);

}  // namespace fabula::times
