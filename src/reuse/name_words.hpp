// What a passage tells beside names with their titles, and stock phrases.
//
//   said Mara Voss, chairwoman of the Vale Harbour Commission, on Tuesday     tells nothing
//   the chairwoman, Mara Voss, refused to open the cracked sluice             refused open cracked
//                                                                             sluice
//
// Two who write of the same person name her alike and have copied nothing, however long the name
// of the office is; the same goes for lists of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reuse/pile_words.hpp"
#include "reuse/stock_phrases.hpp"

namespace fabula::reuse {

enum class WordUse : std::uint8_t {
  kTells,
  kNames,  // part of a name, or a title, or a number
  kStock,  // of a stock phrase, see stock_phrases.hpp
  kTies,   // function words, and those that say that somebody spoke
};

struct WordUses {
  std::vector<WordUse> of_words;  // of each word of the text, as text::split_folded
  StockKind stock = StockKind::kNone;
};

// What each word of `text` does there. Names begin with a capital
// letter; titles and the rest are a table's. Where capitals mean nothing (headlines, scripts
// without case) all words tell something. Titles are known in English only: in other languages
// those in small letters count as told.
//
// text     valid UTF-8, any piece of an article
// cost     linear
[[nodiscard]] WordUses find_word_uses(std::string_view text);

// No more words of `text` than this are kNames or kStock: a quick look that spares most passages
// the long one. `words` are those of `text`.
[[nodiscard]] std::size_t count_common_at_most(std::string_view text,
                                               std::span<const WordCode> words);

}  // namespace fabula::reuse
