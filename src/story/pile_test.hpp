// Piles of small articles for tests.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/pile.hpp"
#include "segment/segment.hpp"

namespace fabula::story {

// Adds an article with a body of one paragraph; without a day it states none.
inline void add_article(Pile& pile, std::string_view text, std::string_view day = {}) {
  AnnotatedArticle& made = pile.articles.emplace_back();
  made.article.id = std::string("a") + std::to_string(pile.articles.size());
  made.article.sources = {made.article.id + ".txt"};
  made.article.text = text;
  made.article.language = "en";
  made.article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
  made.segmentation = segment::segment(made.article);
  if (day.empty()) return;
  made.article.published.when = when_day(*parse_iso_day(day));
  made.article.published.basis = DateBasis::kStated;
}

}  // namespace fabula::story
