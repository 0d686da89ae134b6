// What stands between headline and story, and the <time> elements of a page: dates and byline as
// readers see them.
#pragma once

#include <string>
#include <vector>

#include "extract/html_blocks.hpp"
#include "extract/html_content.hpp"
#include "extract/html_tree.hpp"
#include "model/article.hpp"

namespace fabula::extract {

// A date as a reader sees it; `block` and `range` (of PageBlocks::text) tell where, if it is text.
struct SeenDate {
  DateCandidate candidate;  // its range is not yet set
  std::uint32_t block = kNoNode;
  Range range;
};

// Dates in document order: "microdata" and "time" from elements near the story, "comment" and
// "related" from elsewhere, "byline" from the words near the headline, "modified" when the words
// before say so ("Updated 3 May 2021").
[[nodiscard]] std::vector<SeenDate> find_seen_dates(const HtmlTree& tree, const PageBlocks& page,
                                                    const PageContent& content);

// Names marked up as the author near the headline, or after "By"; empty when there are none.
[[nodiscard]] std::string find_seen_byline(const HtmlTree& tree, const PageBlocks& page,
                                           const PageContent& content);

}  // namespace fabula::extract
