// Does a sentence of the writer's own tell nothing that could be known before or after: a
// judgement, a thought, a general truth?
//
//   It is hard to know what to think of it.         a judgement
//   Perhaps that is how it had to be.               a guess
//   The council should resign.                      what ought to be
//   Patience is a virtue.                           a general truth
//   Anger wears many faces.                         the same
//   The council resigned.                           no: something happened
//   Orra deserves an answer, Vera Bell said.        no: somebody's word
//
// Told by what it lacks and by what it has. It lacks anything done: no past tense, no perfect, no
// verb of the news (language/verbs.hpp) but behind a modal, nothing under way ("is looking"),
// nobody who says it. And it speaks in the present of nobody in particular ("one", "nobody", "you",
// "a town", a bare noun, nothing that is known already: not "the", not "he") or weighs ("it is hard
// to", "should", "perhaps", "the question is").
#pragma once

#include <span>

#include "timeline/news_words.hpp"

namespace fabula::timeline {

// Of the words of a sentence that has no number, no time, no quotation, and names no person and no
// organisation. first_is_name: it begins with a name, of a place for instance. Linear.
[[nodiscard]] bool is_general(std::span<const NewsWord> words, bool first_is_name);

}  // namespace fabula::timeline
