#include "render/news_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/word_places.hpp"

namespace fabula::render {
namespace {

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

// Outlet, day, words, article, source, begin and end of another place.
std::vector<Cell> place_cells(const Pile& pile, const std::optional<Span>& place) {
  constexpr std::size_t kBytes = 4000;
  if (!place) return std::vector<Cell>(7);
  const Article& article = pile.articles[place->article].article;
  return {source_label(article),
          when_text(article.published.when),
          one_line(shown_words(pile, *place), kBytes),
          article.id,
          article.sources.front(),
          number(place->range.begin),
          number(place->range.end)};
}

Table table_of(const Pile& pile, std::span<const NewsItem> items) {
  constexpr std::size_t kBytes = 4000;
  Table table{{{"label", "THIS IS", 10},
               {"words", "WORDS", 5},
               {"text", "IN THIS ARTICLE", 0},
               {"earlier_outlet", "TOLD BEFORE BY", 20},
               {"earlier_published", "ON", 12},
               {"earlier_text", "IN THESE WORDS", 36},
               {"earlier_article", "", 0},
               {"earlier_source", "", 0},
               {"earlier_begin", "", 0},
               {"earlier_end", "", 0},
               {"unless_outlet", "UNLESS EARLIER", 16},
               {"unless_published", "", 0},
               {"unless_text", "", 0},
               {"unless_article", "", 0},
               {"unless_source", "", 0},
               {"unless_begin", "", 0},
               {"unless_end", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"article", "", 0},
               {"source", "", 0},
               {"id", "ID", 8},
               {"rule", "", 0}},
              {}};
  for (const NewsItem& item : items) {
    const Article& a = pile.articles[item.span.article].article;
    std::vector<Cell> row = {item.label, number(count_words(words_of(pile, item.span))),
                             one_line(shown_words(pile, item.span), kBytes)};
    for (const auto& place : {item.earlier, item.unless})
      for (Cell& cell : place_cells(pile, place)) row.push_back(std::move(cell));
    row.insert(row.end(), {number(item.span.range.begin), number(item.span.range.end), a.id,
                           a.sources.front(), short_id(news_id(a, item)), item.rule});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::span<const NewsItem> news_of(const Pile& pile, std::uint32_t article) {
  const auto of = [](const NewsItem& item) { return item.span.article; };
  const auto found = std::ranges::equal_range(pile.news, article, {}, of);
  return {found.begin(), found.end()};
}

Table news_table(const Pile& pile, std::uint32_t article) {
  return table_of(pile, news_of(pile, article));
}

Table news_table(const Pile& pile) { return table_of(pile, pile.news); }

NewsCounts count_news(const Pile& pile, std::uint32_t article) {
  NewsCounts counts;
  for (const NewsItem& item : news_of(pile, article)) {
    const std::size_t n = count_words(words_of(pile, item.span));
    counts.n_all += n;
    if (item.unless) counts.n_unless += n;
    std::size_t& of_label = item.label == "new"          ? counts.n_new
                            : item.label == "repeat"     ? counts.n_repeat
                            : item.label == "background" ? counts.n_background
                            : item.label == "comment"    ? counts.n_comment
                                                         : counts.n_changed;
    of_label += n;
  }
  return counts;
}

std::string news_text(const NewsCounts& counts) {
  if (counts.n_all == 0) return {};
  const auto percent = [&](std::size_t n) { return (n * 100 + counts.n_all / 2) / counts.n_all; };
  std::string text =
      fmt::format("{}: {} % new", counted(counts.n_all, "words"), percent(counts.n_new));
  if (counts.n_unless > 0)
    text += fmt::format(" ({} % unless another article is earlier)", percent(counts.n_unless));
  if (counts.n_changed > 0)
    text += fmt::format(", {} % updates and corrections", percent(counts.n_changed));
  if (counts.n_repeat > 0) text += fmt::format(", {} % told before", percent(counts.n_repeat));
  if (counts.n_background > 0)
    text += fmt::format(", {} % background", percent(counts.n_background));
  if (counts.n_comment > 0) text += fmt::format(", {} % comment", percent(counts.n_comment));
  return text;
}

std::string news_label(const Pile& pile, const NewsItem& item) {
  const auto place = [&](const Span& span) {
    const Article& article = pile.articles[span.article].article;
    return fmt::format("{}, {}", source_label(article), published_text(article.published));
  };
  if (item.unless) return fmt::format("new unless {}, is earlier", place(*item.unless));
  if (!item.earlier) return item.label;
  return fmt::format("{} of {}", item.label, place(*item.earlier));
}

}  // namespace fabula::render
