// The words of one sentence, as far as comparing what sentences tell goes.
//
//   Orla's 35-year-old boat      orla · 35-year-old · boat
//   "12,000 boats," he said      12,000 · boats · , · he · said
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "text/fold.hpp"

namespace fabula::timeline {

struct NewsWord {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark };

  std::string_view lower;   // folded, without a possessive "'s"; lives as long as its NewsWords
  Range place;              // of the article's text
  Kind kind = Kind::kWord;  // kNumber: begins with a digit
  bool is_capital = false;
};

// A word is letters, digits, hyphens and apostrophes between them; commas and points between
// digits. Every other character but white space and double quotation marks is a mark by itself.
class NewsWords {
 public:
  // Linear.
  NewsWords(std::string_view text, Range sentence);
  NewsWords(const NewsWords&) = delete;
  NewsWords& operator=(const NewsWords&) = delete;
  NewsWords(NewsWords&&) = delete;
  NewsWords& operator=(NewsWords&&) = delete;
  ~NewsWords() = default;

  [[nodiscard]] const std::vector<NewsWord>& all() const { return words_; }

 private:
  text::FoldedText folded_;
  std::vector<NewsWord> words_;
};

}  // namespace fabula::timeline
