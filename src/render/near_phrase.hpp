// Places that have a phrase in nearly its words.
//
//   phrase   we warned them three times last year
//   text     "We warned them twice last year," she said
//   found    We warned them [-three times-] {+twice+} last year      2 words differ
//
// A place is near when the least number of words to change, to put in or to cut is at most a
// quarter of the phrase's, and one at least: so some block of the phrase, when it is cut into as
// many blocks as may differ and one more, stands there unchanged. The blocks are looked for, the
// words around them aligned. Phrases of fewer than four words have no near places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "render/changes.hpp"
#include "render/word_places.hpp"

namespace fabula::render {

struct NearPlace {
  Range range;                  // of the text
  std::vector<Piece> pieces;    // the phrase's words that are not there cut, the text's own put in
  std::uint32_t n_changed = 0;  // words; 0 never is
};

class NearPhrase {
 public:
  explicit NearPhrase(std::string_view phrase);
  NearPhrase(const NearPhrase&) = delete;  // blocks point into words
  NearPhrase& operator=(const NearPhrase&) = delete;

  // No place of the phrase itself and no near one is in a text without one of these words' bytes
  // (folded): a cheap look that saves splitting it.
  [[nodiscard]] bool may_be_in(std::string_view folded_text) const;
  // The phrase's own words.
  [[nodiscard]] const WordPlaces& words() const { return words_; }
  // Near places in `text`, whose words are `places`; by range, not overlapping. The phrase itself,
  // word for word, is none. cost linear in the text, and words² a place where a block stands
  [[nodiscard]] std::vector<NearPlace> find(std::string_view text, const WordPlaces& places) const;

 private:
  struct Block {  // words [first, last) of the phrase
    std::size_t first = 0;
    std::size_t last = 0;
    std::string_view longest;  // of its words, in words_
  };
  [[nodiscard]] std::optional<NearPlace> fit(std::string_view text, const WordPlaces& places,
                                             const Block& block, std::size_t at) const;

  std::string phrase_;
  WordPlaces words_;
  std::size_t most_ = 0;  // words that may differ
  std::vector<Block> blocks_;
};

}  // namespace fabula::render
