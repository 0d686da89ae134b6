// Piles of small articles with all their layers, and their news in a form that tests can read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "model/pile.hpp"
#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "timeline/news.hpp"
#include "times/times.hpp"

namespace fabula::timeline {

class NewsPile {
 public:
  // An article whose paragraphs are the lines of `text`; a line that begins with READ is no body
  // text. Without a day ("2024-03-11") it states none.
  std::uint32_t add(std::string_view text, std::string_view day = {}) {
    AnnotatedArticle made;
    Article& article = made.article;
    article.id = "a" + std::to_string(pile.articles.size());
    article.text = text;
    article.language = "en";
    if (!day.empty())
      article.published = {when_day(*parse_iso_day(day)), DateBasis::kStated, {}, {}};
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const bool is_promo = text.substr(begin).starts_with("READ");
      article.paragraphs.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           is_promo ? Role::kPromo : Role::kBody,
           "test"});
      begin = end + 1;
    }
    made.segmentation = segment::segment(article);
    made.names = names::find_names(article, made.segmentation);
    made.quotes = quotes::find_quotes(article, made.segmentation, made.names);
    made.times = times::find_times(article, made.segmentation, made.quotes);
    pile.articles.push_back(std::move(made));
    return static_cast<std::uint32_t>(pile.articles.size() - 1);
  }

  Span find(std::uint32_t article, std::string_view words) const {
    const auto at = pile.articles[article].article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {article,
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
  }

  // A shared passage.
  ReuseLink& share(std::uint32_t a, std::string_view in_a, std::uint32_t b, std::string_view in_b) {
    ReuseLink& link = pile.reuse.emplace_back();
    link.a = find(a, in_a);
    link.b = find(b, in_b);
    link.type = "copy";
    link.direction = "unknown";
    return link;
  }

  // All articles tell one story; else each its own.
  void join() {
    Story& story = pile.stories.emplace_back();
    for (std::uint32_t i = 0; i < pile.articles.size(); ++i)
      story.members.push_back({i, -1, {}, {}, {}});
  }

  // Of the articles from `first` on, one sentence a line: "0 new: words",
  // "1 repeat: words < 0: words", "1 new: words ? 0: words" where 0 may be earlier.
  std::string drawn(std::uint32_t first = 0) {
    for (std::uint32_t i = 0; pile.stories.empty() && i < pile.articles.size(); ++i)
      apart_.push_back({"s", {{i, -1, {}, {}, {}}}, i, 1});
    if (!apart_.empty()) pile.stories = std::exchange(apart_, {});
    std::string lines;
    for (const NewsItem& item : find_news(pile, Context())) {
      if (item.span.article < first) continue;
      lines += std::to_string(item.span.article) + " " + item.label + ": " + words(item.span);
      const auto add = [&](const char* mark, const Span& place) {
        lines += mark + std::to_string(place.article) + ": " + words(place);
      };
      if (item.earlier) add(" < ", *item.earlier);
      if (item.unless) add(" ? ", *item.unless);
      lines += "\n";
    }
    return lines;
  }

  std::string words(const Span& span) const {
    return std::string(words_of(pile.articles[span.article].article.text, span.range));
  }

  Pile pile;

 private:
  std::vector<Story> apart_;
};

}  // namespace fabula::timeline
