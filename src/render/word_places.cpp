#include "render/word_places.hpp"

#include <algorithm>
#include <utility>

#include "text/words.hpp"

namespace fabula::render {

WordPlaces::WordPlaces(std::string_view text) : WordPlaces(text::fold(text)) {}

WordPlaces::WordPlaces(text::FoldedText folded) {
  text::split_folded(folded.text, in_folded_);
  places_.reserve(in_folded_.size());
  for (const Range word : in_folded_) places_.push_back(folded.map.to_source(word));
  folded_ = std::move(folded.text);
}

std::vector<std::size_t> WordPlaces::find(const WordPlaces& phrase, std::size_t first,
                                          std::size_t last) const {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at + (last - first) <= size(); ++at) {
    std::size_t n = 0;
    while (first + n < last && word(at + n) == phrase.word(first + n)) ++n;
    if (n == last - first) found.push_back(at);
  }
  return found;
}

std::size_t WordPlaces::count(Range range) const {
  const auto first = std::ranges::lower_bound(places_, range.begin, {}, &Range::begin);
  const auto last = std::ranges::lower_bound(first, places_.end(), range.end, {}, &Range::begin);
  return static_cast<std::size_t>(last - first);
}

std::size_t count_words(std::string_view text) { return WordPlaces(text).size(); }

}  // namespace fabula::render
