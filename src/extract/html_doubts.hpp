// What makes one doubt that an article was read whole, and why a page gave none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "extract/html_blocks.hpp"
#include "extract/html_tree.hpp"
#include "model/article.hpp"

namespace fabula::extract {

// Plain sentences, in a fixed order: limits that were met, a text that the page repeats, that ends
// in the middle of a sentence, words of a paywall behind the text, a much longer text in the page's
// JSON-LD (`stated_body`), a very short text.
[[nodiscard]] std::vector<std::string> find_doubts(const HtmlTree& tree, const PageBlocks& page,
                                                   const Article& article,
                                                   std::string_view stated_body);

// The error for a page without an article: a consent page, a page for robots, an error page, one
// that is only built by a script, or one without text; each with the next step.
[[nodiscard]] Error why_no_text(const PageBlocks& page, std::string_view title,
                                std::string_view source);

// Is this page about accepting cookies and not about its subject? Few words, many of consent.
[[nodiscard]] bool is_consent_page(const PageBlocks& page, const Article& article);

}  // namespace fabula::extract
