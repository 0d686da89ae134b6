// Noun phrases of an outline, and who a cue's subject is.
#pragma once

#include <cstddef>
#include <optional>

#include "quotes/outline.hpp"

namespace fabula::quotes {

// Fills Outline::phrases: maximal runs of determiners, describing words, nouns, names, and quoted
// titles among them. A pronoun is a phrase of its own; a determiner begins a new one; a name ends
// one, unless a noun for a person or a group follows ("the Lopes campaign"). Linear.
void find_phrases(Outline& outline);

// Somebody to whom words can be given: items [first, last), of which `head` says who it is.
//
//   a rep for Ana Lopes      first..last all of it, head "rep"
//   singer Ana Lopes, 34,    first..last "singer Ana Lopes", head the name
struct Source {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t head = 0;
};

// The subject of the verb at `verb` by what stands before it: "X said", "X, who ..., has also
// said", "X smiled and said", "X did it, saying".
[[nodiscard]] std::optional<Source> subject_before(const Outline& outline, std::size_t verb);

// The phrase that begins at `at` with what hangs on it: "a rep for Ana Lopes".
[[nodiscard]] std::optional<Source> source_from(const Outline& outline, std::size_t at);

// The subject of the sentence that holds `at`, before `at`: its first phrase that is not governed
// by a preposition and does not stand in an opening clause.
[[nodiscard]] std::optional<Source> sentence_subject(const Outline& outline, std::size_t at);

// Can this phrase be somebody who speaks: a name, a pronoun, a noun for people?
[[nodiscard]] bool can_speak(const Outline& outline, const Source& source);

}  // namespace fabula::quotes
