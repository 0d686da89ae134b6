// What another wording of the same statement changes, word by word.
//
//   was    We warned them three times last year, and nobody came.
//   now    We warned them twice, and [some] nobody came.
//   read   We warned them [-three times last year-] {+twice+}, and {+[some]+} nobody came.
//
// Words are compared after folding; marks and capitals that alone are different are shown as they
// stand in `now`. A bracket belongs to the words it is put around.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "render/changes.hpp"
#include "render/word_places.hpp"

namespace fabula::render {

// Words [was, was + n) of one wording that are words [now, now + n) of the other.
struct EqualWords {
  std::size_t was = 0;
  std::size_t now = 0;
  std::size_t n = 0;
  friend bool operator==(const EqualWords&, const EqualWords&) = default;
};

// The most words that both have in the same order, in the fewest runs; in text order, none empty,
// none touching the next on both sides. Of texts with more than a million pairs of words what
// stands between the equal words at both ends may count as all different. Cost: n · m time and
// memory.
[[nodiscard]] std::vector<EqualWords> equal_words(const WordPlaces& was, const WordPlaces& now);

// `now` with what it lacks of `was`, and what it has beyond it, as marked pieces. A single equal
// word between two exchanges goes with them: five small marks in a row are hard to read.
[[nodiscard]] std::vector<Piece> word_changes(std::string_view was, std::string_view now);

// Is anything marked?
[[nodiscard]] bool has_changes(const std::vector<Piece>& pieces);

}  // namespace fabula::render
