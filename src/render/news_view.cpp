#include "render/news_view.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "render/changes.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/word_places.hpp"

namespace fabula::render {
namespace {

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

// News is sorted by span: an article's items stand together.
std::span<const NewsItem> items_of(const Pile& pile, std::uint32_t article) {
  const auto of = [](const NewsItem& item) { return item.span.article; };
  const auto found = std::ranges::equal_range(pile.news, article, {}, of);
  return {found.begin(), found.end()};
}

Table table_of(const Pile& pile, std::span<const NewsItem> items) {
  constexpr std::size_t kBytes = 4000;
  Table table{{{"label", "", 0},
               {"shown", "THIS IS", 8},
               {"words", "WORDS", 5},
               {"text", "IN THIS ARTICLE", 0},
               {"earlier_outlet", "PRINTED BEFORE BY", 22},
               {"earlier_published", "ON", 13},
               {"earlier_text", "IN THESE WORDS", 40},
               {"begin", "", 0},
               {"end", "", 0},
               {"earlier_article", "", 0},
               {"earlier_source", "", 0},
               {"earlier_begin", "", 0},
               {"earlier_end", "", 0},
               {"article", "", 0},
               {"source", "", 0},
               {"rule", "", 0}},
              {}};
  for (const NewsItem& item : items) {
    const Article& a = pile.articles[item.span.article].article;
    const std::string_view words = words_of(pile, item.span);
    std::vector<Cell> row = {item.label, item.label == "repeat" ? "repeated" : item.label,
                             number(count_words(words)),
                             one_line(shown_words(pile, item.span), kBytes)};
    if (item.earlier) {
      const Article& earlier = pile.articles[item.earlier->article].article;
      row.insert(row.end(),
                 {source_label(earlier), when_text(earlier.published.when),
                  one_line(shown_words(pile, *item.earlier), kBytes), number(item.span.range.begin),
                  number(item.span.range.end), earlier.id, earlier.sources.front(),
                  number(item.earlier->range.begin), number(item.earlier->range.end)});
    } else {
      row.insert(row.end(), {Cell(), Cell(), Cell(), number(item.span.range.begin),
                             number(item.span.range.end), Cell(), Cell(), Cell(), Cell()});
    }
    row.insert(row.end(), {a.id, a.sources.front(), item.rule});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Table news_table(const Pile& pile, std::uint32_t article) {
  return table_of(pile, items_of(pile, article));
}

Table news_table(const Pile& pile) { return table_of(pile, pile.news); }

NewsCounts count_news(const Pile& pile, std::uint32_t article) {
  NewsCounts counts;
  const auto& [a, segmentation, names, quotes, times] = pile.articles[article];
  counts.day_is_known = a.published.basis == DateBasis::kStated;
  for (const NewsItem& item : items_of(pile, article))
    (item.label == "repeat" ? counts.n_repeat : counts.n_new) +=
        count_words(words_of(pile, item.span));
  std::size_t n_all = 0;
  for (const Sentence& sentence : segmentation.sentences)
    if (a.paragraphs[sentence.paragraph].role == Role::kBody)
      n_all += count_words(fabula::words_of(a.text, sentence.range));
  counts.n_not_known = n_all - std::min(n_all, counts.n_new + counts.n_repeat);
  return counts;
}

}  // namespace fabula::render
