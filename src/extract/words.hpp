// Small questions about short pieces of text that several readers of this folder ask.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.hpp"

namespace fabula::extract {

// ASCII lower case, curly quotation marks straight, runs of white space one blank, dashes '-',
// "…" three dots: enough to compare a line of furniture with a table of phrases. Not for offsets.
[[nodiscard]] std::string simple_form(std::string_view text);

// Does `text` end a sentence: . ! ? … or one of these before closing marks; also ':'?
[[nodiscard]] bool ends_sentence(std::string_view text);
// Does `text` begin with a quotation mark, straight, curly or angled?
[[nodiscard]] bool begins_with_quotation_mark(std::string_view text);
[[nodiscard]] bool begins_upper(std::string_view text);
[[nodiscard]] bool begins_lower(std::string_view text);

// Counts of words (runs between blanks) by how they are written; small words ("of", "and", up to
// three letters) are only in `n_words`.
struct WordShape {
  std::uint32_t n_words = 0;
  std::uint32_t n_long = 0;   // four letters or more
  std::uint32_t n_upper = 0;  // of these, with a capital first letter
};
[[nodiscard]] WordShape word_shape(std::string_view text);
// "Mayor Opens The Bridge After Storm": most of its longer words have a capital.
[[nodiscard]] bool is_title_case(std::string_view text);

// `inner` must be a view into `whole`; its place shifted by `offset`.
[[nodiscard]] Range place_of(std::string_view inner, std::string_view whole,
                             std::uint32_t offset = 0);

}  // namespace fabula::extract
