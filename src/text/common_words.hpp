// How common a word is in the news at large.
//
//   the, said      small words: they tell nothing of what a text is about
//   year           6,895 of 10,000 articles hold it
//   harbour        in no list: rare
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::text {

using WordKey = std::uint64_t;  // a hash of a word or stem; the same on every machine

[[nodiscard]] WordKey word_key(std::string_view word);

// Is the lower-case word one of grammar, or one that every report holds? O(1).
[[nodiscard]] bool is_small_word(std::string_view lower);

// Of 10,000 articles those that hold a word with the stem (see text/stem.hpp) of this key; 10 for
// one that the table does not have. Names are not in it. O(log n) of a short table.
[[nodiscard]] float news_share(WordKey stem);

}  // namespace fabula::text
