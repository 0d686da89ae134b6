// What an editor's hand leaves between two tellings: words, brackets, hidden letters, ellipses.
//
//   We warned [the council] ... d***ed times        items: word word bracket ellipsis mask word
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "reuse/edit_types.hpp"
#include "reuse/edits_words.hpp"

namespace fabula::reuse {

// A stretch of one telling with its words.
struct Telling {
  std::string_view text;  // of the article
  Range range;            // the stretch, in bytes
  std::span<const EditWord> words;
};

enum class ItemKind : std::uint8_t { kWord, kBracket, kSic, kExpletive, kMask, kEllipsis };

struct Item {
  ItemKind kind = ItemKind::kWord;
  Range range;         // bytes, with brackets and marks of its own
  Range words;         // indexes into Telling::words; empty for an ellipsis and for "****"
  std::string folded;  // of a word or mask; of a bracket what stands in it
  std::string plain;   // plain_spelling of a word, once it has been asked for
};

// The items of bytes `range` of `telling`, whose words are `words`.
void find_items(const Telling& telling, Range range, Range words, std::vector<Item>& items);

// The square bracket that opens at `at`, with letters that touch it ("[t]he"); empty when it is not
// closed near by.
[[nodiscard]] Range bracket_at(std::string_view text, std::uint32_t at, Range inside);

// Are words `left` and `left` + 1 two parts of one number: "2,000", "8.30", "3/5"? `spaced`: and of
// "2 000"?
[[nodiscard]] bool joins_digits(const Telling& telling, std::uint32_t left, bool spaced);

// Bytes of the ellipsis at `at` ("...", "…", ". . .", in brackets or not); 0: there is none.
[[nodiscard]] std::uint32_t ellipsis_at(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace fabula::reuse
