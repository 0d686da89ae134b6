// Articles of one paragraph for the tests of this folder.
#pragma once

#include <string>
#include <string_view>

#include "model/article.hpp"

namespace fabula::times {

// An article with this text, published on this day (or "" for an unknown one).
inline Article test_article(std::string_view text, std::string_view published,
                            std::string_view language = "en") {
  Article article;
  article.text = text;
  article.language = language;
  article.paragraphs.push_back({{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
  if (const auto day = parse_iso_day(published)) {
    article.published.when = when_day(*day);
    article.published.basis = DateBasis::kStated;
  }
  return article;
}

}  // namespace fabula::times
