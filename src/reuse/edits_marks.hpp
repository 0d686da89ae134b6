// What changed between words: punctuation and white space.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::reuse {

struct MarkEdit {
  std::string_view op;  // "space", "mark", "spelling" ("long-term" → "long term")
  Range a;              // bytes of the two pieces
  Range b;
};

// Two pieces of text without words, mark by mark and space by space. Puts the differences into
// `edits`, in order, replacing what was in it; replaying them on `a` gives `b`. `in_word`: both
// pieces stand between letters.
void compare_marks(std::string_view a, std::string_view b, bool in_word,
                   std::vector<MarkEdit>& edits);

// How two writings of one folded word differ: "case", "space" or "mark".
[[nodiscard]] std::string_view writing_op(std::string_view a, std::string_view b);

// Bytes that the two begin (end) with, in whole code points, at most `limit`.
[[nodiscard]] std::uint32_t common_head(std::string_view a, std::string_view b,
                                        std::uint32_t limit);
[[nodiscard]] std::uint32_t common_tail(std::string_view a, std::string_view b,
                                        std::uint32_t limit);

// Does `text`, put between two words of a quotation, close it, say who spoke, and open it again?
//   ,” she said, “
[[nodiscard]] bool is_attribution(std::string_view text);

}  // namespace fabula::reuse
