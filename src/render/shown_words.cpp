#include "render/shown_words.hpp"

#include <algorithm>
#include <string_view>

#include "render/word_places.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

// Calls paragraph(range) and between(range) in text order for the pieces of `range`.
template <class Paragraph, class Between>
void for_pieces(const Article& article, Range range, const Paragraph& paragraph,
                const Between& between) {
  std::uint32_t at = range.begin;
  auto p = std::ranges::partition_point(
      article.paragraphs,
      [&](const fabula::Paragraph& candidate) { return candidate.range.end <= range.begin; });
  for (; p != article.paragraphs.end() && p->range.begin < range.end; ++p) {
    if (at < p->range.begin) between(Range{at, p->range.begin});
    at = std::min(range.end, p->range.end);
    paragraph(Range{std::max(range.begin, p->range.begin), at});
  }
  if (at < range.end) between(Range{at, range.end});
}

// White space, or marks with white space around them, and no word.
bool is_break(std::string_view between) { return count_words(between) == 0; }

}  // namespace

std::string shown_words(const Article& article, Range range) {
  std::string shown;
  for_pieces(
      article, range, [&](Range words) { shown += words_of(article.text, words); },
      [&](Range between) {
        const std::string_view words = words_of(article.text, between);
        if (text::trim(words).empty() || !is_break(words))
          shown += words;
        else
          shown += "\n\n";
      });
  return shown;
}

std::string shown_words(const Pile& pile, const Span& span) {
  return shown_words(pile.articles[span.article].article, span.range);
}

Range without_breaks(const Article& article, Range range) {
  Range inner{range.begin, range.begin};
  const auto add = [&](Range words) {
    const std::string_view all = words_of(article.text, words);
    const std::string_view trimmed = text::trim(all);
    if (trimmed.empty()) return;
    const auto begin = words.begin + static_cast<std::uint32_t>(trimmed.data() - all.data());
    if (inner.empty()) inner.begin = begin;
    inner.end = begin + static_cast<std::uint32_t>(trimmed.size());
  };
  for_pieces(article, range, add, [&](Range between) {
    if (!is_break(words_of(article.text, between))) add(between);
  });
  return inner;
}

}  // namespace fabula::render
