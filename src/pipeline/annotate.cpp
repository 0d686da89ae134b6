#include "pipeline/annotate.hpp"

#include <utility>

#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "quotes/utterance_day.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace fabula::pipeline {

AnnotatedArticle annotate(Article article) {
  AnnotatedArticle made;
  made.article = std::move(article);
  made.segmentation = segment::segment(made.article);
  made.names = names::find_names(made.article, made.segmentation);
  made.quotes = quotes::find_quotes(made.article, made.segmentation, made.names);
  made.times = times::find_times(made.article, made.segmentation, made.quotes);
  quotes::date_quotes(made.article, made.segmentation, made.times, made.quotes);
  // "I could not sleep last night", she said on Tuesday.
  if (times::waits_for_saying(made.times, made.quotes)) {
    made.times = times::find_times(made.article, made.segmentation, made.quotes);
    quotes::date_quotes(made.article, made.segmentation, made.times, made.quotes);
  }
  return made;
}

}  // namespace fabula::pipeline
