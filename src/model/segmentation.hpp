// Words, sentences and paired quotation marks of one article, in text order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace fabula {

enum class WordKind : std::uint8_t {
  kWord,    // letters, with inner apostrophes, hyphens, dots of initials: "f**k" "U.S."
            // "mother-in-law"
  kNumber,  // begins with a digit: "2,500" "3.5" "20-week" "21st"
  kHandle,  // "@name" "#tag"
  kMark,    // punctuation, one mark a word: "," "“" "…" "..."
};

struct Word {
  Range range;
  WordKind kind = WordKind::kWord;
};

struct Sentence {
  Range range;                   // without white space around it
  std::uint32_t paragraph = 0;   // index into Article::paragraphs
  std::uint32_t first_word = 0;  // words [first_word, last_word) of Segmentation::words
  std::uint32_t last_word = 0;
};

// The words between a pair of quotation marks, inside one paragraph.
//
//   She said: “It was ‘enough’ for us.”
//              ^inner^          the marks are in `outer`, not in `inner`
//
// A quotation that runs over several paragraphs is one QuotedPart a paragraph; each but the last
// has `continues` set.
struct QuotedPart {
  Range outer;  // with its marks, as far as they are there
  Range inner;  // without its marks, without white space at the ends
  std::uint32_t paragraph = 0;
  std::int32_t parent = -1;  // index of the QuotedPart this one stands inside; -1: none
  bool is_single = false;    // single marks
  bool continues = false;    // goes on in the next body paragraph
  bool is_repaired = false;  // a mark is missing and its place was inferred
};

struct Segmentation {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<QuotedPart> quoted;  // by outer.begin, then longer first
};

}  // namespace fabula
