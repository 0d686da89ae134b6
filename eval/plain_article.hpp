// An article from plain text: what the programs that look at one stage alone start from.
#pragma once

#include <string>
#include <string_view>

#include "model/article.hpp"

namespace fabula::eval {

// Paragraphs end at a blank line and hold no white space at their edges.
//
// day        "2018-06-01", what follows it is left aside; published then, or undated if it is no
// day language   "en-GB"
[[nodiscard]] Article plain_article(std::string text, std::string_view day, std::string language);

}  // namespace fabula::eval
