// What editors do to the words they copy.
#pragma once

#include <cstdint>
#include <span>

#include "news/random.hpp"
#include "news/story.hpp"

namespace fabula::news {

// The words as a copy begins: what was planted in the parent is the parent's affair.
[[nodiscard]] Story copy_words(std::span<const NewsWord> words);

// Changes each word with a chance of `permille` in 1,000: half are exchanged, a quarter dropped, a
// quarter have a word put in behind them. New words are the editor's own.
void edit_words(Story& story, std::uint32_t permille, Writer& editor, Random& random);

// Drops the end: keeps 30 to 95 per cent, the last word of it then ends a sentence.
void truncate(Story& story, Random& random);

// Makes one edit of the given kind at a random place, and marks its words. Returns false when the
// story has no place for it. Not for kMoved and kMarks.
bool plant(Story& story, Planted planted, Writer& editor, Random& random);

// Moves a paragraph to another place, and marks its words. Returns false under 3 paragraphs.
bool move_paragraph(Story& story, Random& random);

}  // namespace fabula::news
