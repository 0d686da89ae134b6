// Whose words an article says it has.
#pragma once

#include <string_view>

#include "model/article.hpp"
#include "reuse/corpus.hpp"

namespace fabula::reuse {

// In parentheses near the article's beginning, in its byline, dateline or outlet, or in a copyright
// line near its end; or any name in the brackets of a dateline, "VALE, June 11 (Meridian Wire)".
// "told Reuters" and picture credits do not count. Cost: linear in the article's ends.
[[nodiscard]] Credit find_credit(const Article& article);

// Is this a line such as "The Associated Press contributed to this report."?
[[nodiscard]] bool is_credit_line(std::string_view text);

}  // namespace fabula::reuse
