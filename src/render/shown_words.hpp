// An article's words as a reader is shown them.
//
//   frozen   The weir broke. ### The road is closed.      paragraphs parted by a mark of the input
//   shown    The weir broke.⏎⏎The road is closed.
//
// What parts paragraphs is no word. What programs are given (spans, the text of an export) is the
// frozen text as it stands; only what people look at goes through here.
#pragma once

#include <string>

#include "model/pile.hpp"

namespace fabula::render {

// The words of `range`; where marks without a letter or digit stand between two paragraphs, two
// line ends. Cost: O(log n) for n paragraphs, and the size of the range.
[[nodiscard]] std::string shown_words(const Article& article, Range range);
[[nodiscard]] std::string shown_words(const Pile& pile, const Span& span);

// `range` without white space and marks between paragraphs at both ends; empty, at its beginning,
// when nothing else is in it.
[[nodiscard]] Range without_breaks(const Article& article, Range range);

}  // namespace fabula::render
