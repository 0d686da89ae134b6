// Tells quoted words that somebody said from those that only stand in quotation marks.
#pragma once

#include <string_view>

#include "quotes/outline.hpp"

namespace fabula::quotes {

// Clears Item::is_spoken where the place itself shows that nobody is quoted:
//
//   title      the song “Hold On”   on “The Late Hour”   the “Lost Keys” co-host
//   name       Theo “Tee” Marsh   a man named “Shorty”
//   scare      so-called “gurus”
//   sign       the sign read “No dogs.”
//   unreal     If she had said “I quit,” ...
//
// but not in: her song, “I am free,” she said · he called it “a mess” · the “worst” year, she said.
// Short quoted words without any cue are dropped later, when the cues are known.
void mark_unspoken(const Layers& layers, Outline& outline);

[[nodiscard]] std::size_t count_words(std::string_view words);
// Are all words capitalised but for small ones ("of", "the")? At least one is.
[[nodiscard]] bool is_title_case(std::string_view words);
[[nodiscard]] std::string_view inner_words(const Layers& layers, const Item& quoted);
// Without quotation marks and brackets at the end, which may stand behind a comma or full stop.
[[nodiscard]] std::string_view without_closing_marks(std::string_view words);
// Do the quoted words end with a full stop, question or exclamation mark, or a comma?
[[nodiscard]] bool ends_with_mark(std::string_view words);

}  // namespace fabula::quotes
