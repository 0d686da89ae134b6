// What an article adds, and what was told before: `fabula new`, the exports' and the page's view.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/pile.hpp"
#include "render/table.hpp"

namespace fabula::render {

// How much of an article's body text is new, in words of whole sentences.
struct NewsCounts {
  std::size_t n_new = 0;
  std::size_t n_unless = 0;   // of these: new unless an article is earlier whose day is not known
  std::size_t n_changed = 0;  // updates and corrections
  std::size_t n_repeat = 0;
  std::size_t n_background = 0;
  std::size_t n_comment = 0;
  std::size_t n_all = 0;
};

// Sorted by span, as Pile::news.
[[nodiscard]] std::span<const NewsItem> news_of(const Pile& pile, std::uint32_t article);

// Sentence by sentence in the order of the article: the label, how many words, the words; where it
// was told before, when, and in which words; which article would have to be later for it to be new.
[[nodiscard]] Table news_table(const Pile& pile, std::uint32_t article);
// The same for all articles.
[[nodiscard]] Table news_table(const Pile& pile);

[[nodiscard]] NewsCounts count_news(const Pile& pile, std::uint32_t article);

// "410 words: 62 % new, 5 % updates and corrections, 33 % told before", each sentence with all its
// words; empty when the article has no sentence of body text.
[[nodiscard]] std::string news_text(const NewsCounts& counts);

// "repeat of Castlebrook Gazette, published 3 Mar 2025", "new unless Castlebrook Gazette, no date,
// is earlier", "new".
[[nodiscard]] std::string news_label(const Pile& pile, const NewsItem& item);

}  // namespace fabula::render
