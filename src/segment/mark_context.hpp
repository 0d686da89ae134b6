// Quotation marks of one paragraph, each with what it would cost to take it for an opening mark, a
// closing mark, or no mark at all (an apostrophe, feet and inches).
//
//   the boys’ "own" record        ’  none 4, close 1      first "  open 0, close 16, none 18
//
// A cost says how badly the reading fits the glyph and the characters left and right of it; 0 is a
// perfect fit. Apostrophes between two letters are certain and not reported at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "segment/glyphs.hpp"

namespace fabula::segment {

struct Mark {
  Range range;
  Glyph glyph;
  int open_cost = 0;
  int close_cost = 0;
  int none_cost = 0;
  bool is_at_start = false;    // of the paragraph, but for other marks
  bool is_after_stop = false;  // behind a finished sentence and white space
};

// The marks of `text[paragraph]` in text order. Linear.
[[nodiscard]] std::vector<Mark> collect_marks(std::string_view text, Range paragraph);

}  // namespace fabula::segment
