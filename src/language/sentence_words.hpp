// The words of one sentence, as far as telling who did what goes.
//
//   Sunday's count in Karsk   sunday · 's · count · in · karsk
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::language {

struct SentenceWord {
  Range range;              // of the article's text
  std::string lower;        // in small letters; a mark is itself: "," ";" ":" "(" ")"
  bool is_capital = false;  // begins with one
  bool is_mark = false;
};

// A word is letters, figures, hyphens and apostrophes between them; a possessive "'s" is one by
// itself. Quotation marks are passed over. Linear.
[[nodiscard]] std::vector<SentenceWord> words_of_sentence(std::string_view article_text,
                                                          Range sentence);

// Index of the first word that begins at or behind this byte; words.size() when none does.
[[nodiscard]] std::size_t word_from(const std::vector<SentenceWord>& words, std::uint32_t byte);

}  // namespace fabula::language
