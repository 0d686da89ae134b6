// Deeds that are told in several words.
//
//   stepped down              resign
//   found Ann Orr guilty      convict
//   a minute of silence       commemorate
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/sentence_words.hpp"

namespace fabula::language {

struct DeedPhrase {
  std::string_view deed;  // of the table of deeds, or an everyday one ("speak"); empty: no phrase
  bool is_noun = false;
  std::size_t end = 0;  // index behind its last word
};

// The phrase that begins with word `at` of a sentence, the first of the table. A phrase ends where
// another clause begins. O(1): a few words are looked at.
[[nodiscard]] DeedPhrase deed_phrase_at(const std::vector<SentenceWord>& words, std::size_t at);

}  // namespace fabula::language
