// The words by which two sentences show that they tell of one thing.
//
//   Six people were hurt when the weir at Ostrey broke on Sunday.     weir, Ostrey (a name), broke
//
// A word here has four letters or more and is neither of the news at large (thing_words_table.inc)
// nor of a time; a name is written with a capital inside of a sentence, or stands at its begin and
// is a name elsewhere in the article; a dateline has none. Words meet by their stems, in one
// spelling.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::reconcile {

struct ThingWord {
  std::uint64_t key = 0;  // of its stem
  Range range;
  bool is_name = false;
};
using ThingWords = std::vector<ThingWord>;

// Of a part of the article, in text order. value: its number and its source are passed over;
// nullptr: none. Cost: linear in the words.
[[nodiscard]] ThingWords thing_words_in(const AnnotatedArticle& article, Range range,
                                        const Value* value);

// Sorts by key; each key once, a name when it is one somewhere.
void tidy(ThingWords& words);

// Of tidy words: those of both, in pairs, by key.
using SharedWords = std::vector<std::pair<ThingWord, ThingWord>>;
[[nodiscard]] SharedWords shared_by(const ThingWords& a, const ThingWords& b);

}  // namespace fabula::reconcile
