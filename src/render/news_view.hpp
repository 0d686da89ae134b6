// `fabula new`: what one article adds, and what was printed before.
#pragma once

#include <cstdint>

#include "model/pile.hpp"
#include "render/table.hpp"

namespace fabula::render {

// How much of an article's body text is new, in words of whole sentences.
struct NewsCounts {
  std::size_t n_new = 0;
  std::size_t n_repeat = 0;
  std::size_t n_not_known = 0;  // shared, and nobody can tell which article had it first
  bool day_is_known = false;    // when not, nothing can be said of the article
};

// Sentence by sentence in the order of the article: the label, how many words, the words; of a
// repeat also where they were printed before, when, and what is different.
[[nodiscard]] Table news_table(const Pile& pile, std::uint32_t article);
// The same for all articles.
[[nodiscard]] Table news_table(const Pile& pile);

[[nodiscard]] NewsCounts count_news(const Pile& pile, std::uint32_t article);

}  // namespace fabula::render
