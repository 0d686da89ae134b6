// Which blocks of a page are its article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/html_blocks.hpp"
#include "extract/html_tree.hpp"
#include "model/article.hpp"

namespace fabula::extract {

// A block that is kept, and its role when the page's own markup tells it (else `rule` is empty).
struct KeptBlock {
  std::uint32_t block;  // index into PageBlocks::blocks
  Role role = Role::kBody;
  std::string_view rule;
};

struct PageContent {
  std::vector<KeptBlock> kept;        // in document order
  std::uint32_t headline = kNoNode;   // index into PageBlocks::blocks; then kept[0]
  std::uint32_t container = kNoNode;  // the element they were found in
  std::uint32_t n_dropped = 0;        // blocks of the page that were not kept
};

// title: the page's title as its metadata give it, to find the headline; may be empty.
[[nodiscard]] PageContent find_content(const HtmlTree& tree, const PageBlocks& page,
                                       std::string_view title);

}  // namespace fabula::extract
