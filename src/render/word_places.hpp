// Words of an article's text, as they are counted and compared: after folding, marks passed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/fold.hpp"

namespace fabula::render {

// The words of one text and where they stand in it.
class WordPlaces {
 public:
  // `text` may go; its folded words are kept. Cost: linear.
  explicit WordPlaces(std::string_view text);
  explicit WordPlaces(text::FoldedText folded);

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  // Of the text; rising, not overlapping.
  [[nodiscard]] Range place(std::size_t word) const { return places_[word]; }
  // The folded word.
  [[nodiscard]] std::string_view word(std::size_t word) const {
    return fabula::words_of(folded_, in_folded_[word]);
  }
  // The stretch of the text from the first to the last of words [first, last); requires one at
  // least.
  [[nodiscard]] Range stretch(std::size_t first, std::size_t last) const {
    return {places_[first].begin, places_[last - 1].end};
  }
  // What stands between words i - 1 and i, folded.
  [[nodiscard]] std::string_view before(std::size_t word) const {
    return fabula::words_of(folded_, {in_folded_[word - 1].end, in_folded_[word].begin});
  }
  // Where words [first, last) of `phrase` stand one behind the other: the first words of the
  // places, rising. Cost: linear.
  [[nodiscard]] std::vector<std::size_t> find(const WordPlaces& phrase, std::size_t first,
                                              std::size_t last) const;
  // How many words begin in `range`.
  [[nodiscard]] std::size_t count(Range range) const;

 private:
  std::string folded_;
  std::vector<Range> in_folded_;
  std::vector<Range> places_;
};

// How many words `text` has.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace fabula::render
