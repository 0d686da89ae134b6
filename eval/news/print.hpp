// Words → text, with the place of each word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "news/random.hpp"
#include "news/story.hpp"

namespace fabula::news {

struct PrintStyle {
  bool straight_marks = false;  // "x" and x's instead of “x” and x’s
  std::uint32_t noise = 0;      // of 1,000 letters, so many are exchanged for others
};

// Appends the story to `text`: words parted by spaces, paragraphs by empty lines. Returns the range
// of each word in `text`, without the marks around it.
[[nodiscard]] std::vector<Range> print_story(const Story& story, const Words& words,
                                             PrintStyle style, Random& noise, std::string& text);

}  // namespace fabula::news
