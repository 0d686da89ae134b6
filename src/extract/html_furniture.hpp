// Which blocks of a page are furniture, whatever its story is: by the page's own names and tags, by
// the label they stand under, and by repetition.
#pragma once

#include <vector>

#include "extract/html_blocks.hpp"
#include "extract/html_tree.hpp"

namespace fabula::extract {

// Words of a block in links, as a share of all its words.
[[nodiscard]] double link_share(const Block& block);

// What a block says for (above 0) or against (below 0) its surroundings being a story, in words:
// long paragraphs speak for it, rows of links against it, headings neither way.
[[nodiscard]] double worth_of(const Block& block);

// One flag a block. Every kind of furniture is believed only while it covers a small share of the
// page's worth: page builders call every paragraph a "widget", and then that name says nothing.
[[nodiscard]] std::vector<bool> find_furniture(const HtmlTree& tree, const PageBlocks& page);

}  // namespace fabula::extract
