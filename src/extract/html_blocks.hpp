// The text a reader of the page sees, cut into blocks: what would be paragraphs of an article.
//
//   <h2>One</h2><p>Two <a href=x>three</a></p><ul><li>Four<br><br>five</ul>
//
//   blocks   "One" h2 | "Two three" p, 5 bytes in links | "Four" li | "five" li
//
// White space is collapsed; a table row of plain cells is one block with " | " between the cells;
// <br><br> parts blocks, a single <br> is a space. Blocks are in document order, so the blocks of a
// subtree are neighbours.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "extract/html_hints.hpp"
#include "extract/html_tree.hpp"

namespace fabula::extract {

struct Block {
  Range text;                // in PageBlocks::text; never empty
  std::uint32_t first_node;  // the text node it begins in
  std::uint32_t element;     // the block element it stands in directly
  // The element that decides what the block is, also from further out: a heading, figcaption, li,
  // dt, dd, blockquote, pre, tr or caption; Tag::text when it stands in none of these.
  Tag shape = Tag::text;
  std::uint32_t hints = 0;  // of all elements around it
  std::uint32_t n_words = 0;
  std::uint32_t n_link_words = 0;
};

// An element that carries hints, or whose tag alone says that it is not the story.
struct HintedElement {
  std::uint32_t node;
  std::uint32_t hints;
};

struct PageBlocks {
  std::string text;
  std::vector<Block> blocks;
  std::vector<HintedElement> hinted;  // sorted by node

  // Indexes [first, last) of the blocks below `node`. O(log n).
  [[nodiscard]] Range blocks_below(const HtmlTree& tree, std::uint32_t node) const;
};

[[nodiscard]] PageBlocks find_blocks(const HtmlTree& tree);

}  // namespace fabula::extract
