// Plain text → paragraphs, from how its lines lie.
//
//   blank lines between blocks     a block is a paragraph, or, when its lines were not wrapped by
//                                  a machine, each of its lines is
//   one paragraph a line           each line
//   lines wrapped at a width       joined, up to a line that ends well before the width
//   Markdown                       as blocks; "# heading", list items and "> quotes" stand alone,
//                                  their marks and lines such as "---" are in no paragraph
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::extract {

// A paragraph's place, without the white space and the marks around it; never empty.
struct TextBlock {
  Range range;
  bool is_marked_heading = false;  // "# heading", or underlined with "===" or "---"
  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

// In text order. Line ends: LF, CR LF, CR, form feed, U+2028, U+2029. Linear.
[[nodiscard]] std::vector<TextBlock> split_blocks(std::string_view text, bool is_markdown);

// The pieces of `text` between `separator`s (" ### "), trimmed, without the empty ones.
[[nodiscard]] std::vector<TextBlock> split_at(std::string_view text, std::string_view separator);

}  // namespace fabula::extract
