// An article of one paragraph for tests, with all its layers.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "model/pile.hpp"
#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace fabula::language {

inline AnnotatedArticle annotated(std::string_view text) {
  AnnotatedArticle made;
  made.article.text = text;
  made.article.language = "en";
  made.article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
  made.segmentation = segment::segment(made.article);
  made.names = names::find_names(made.article, made.segmentation);
  made.quotes = quotes::find_quotes(made.article, made.segmentation, made.names);
  made.times = times::find_times(made.article, made.segmentation, made.quotes);
  return made;
}

}  // namespace fabula::language
