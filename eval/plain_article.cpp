#include "plain_article.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace fabula::eval {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void add_paragraphs(Article& article) {
  const std::string_view text = article.text;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at;
    for (; end < text.size(); ++end) {
      if (text[end] != '\n') continue;
      std::size_t next = end + 1;
      while (next < text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
      if (next >= text.size() || text[next] == '\n') break;
    }
    std::size_t stop = end;
    while (stop > at && is_space(text[stop - 1])) --stop;
    if (stop > at)
      article.paragraphs.push_back(
          {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)}, {}, {}});
    at = end;
  }
}

}  // namespace

Article plain_article(std::string text, std::string_view day, std::string language) {
  Article article;
  article.text = std::move(text);
  article.language = std::move(language);
  if (const auto published = parse_iso_day(day.substr(0, 10))) {
    article.published.when = when_day(*published);
    article.published.basis = DateBasis::kStated;
  }
  add_paragraphs(article);
  return article;
}

}  // namespace fabula::eval
