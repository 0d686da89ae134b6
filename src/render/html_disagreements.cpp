#include "render/html_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "render/disagreements.hpp"
#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kMostTellings = 8;  // of one value: so many are listed
constexpr std::size_t kMostValues = 12;   // of one card
constexpr std::size_t kLineBytes = 400;

// As a sentence begins.
std::string sentence_of(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

void write_telling(const Pile& pile, const ValueTelling& telling, const std::string& id,
                   const LinkWords& link, std::ostream& out) {
  const AnnotatedArticle& article = pile.articles[telling.words.article];
  const Sentence* sentence = sentence_at(article.segmentation, telling.words.range.begin);
  const Span line{telling.words.article,
                  sentence != nullptr ? sentence->range : telling.words.range};
  out << "<li>";
  link(line, id, one_line(words_of(pile, line), kLineBytes));
  out << " <span class=\"meta\">" << escape_html(source_label(article.article)) << ", "
      << escape_html(when_text(article.article.published.when)) << "</span></li>\n";
}

void write_card(const Pile& pile, const PageStories& stories, const Disagreement& record,
                const LinkWords& link, std::ostream& out) {
  out << "<section class=\"differ\"" << stories.attribute(articles_that_tell(record))
      << " aria-labelledby=\"differ-" << record.id << "\"><h3 id=\"differ-" << record.id << "\">"
      << escape_html(sentence_of(about_text(record))) << "</h3>\n<dl>\n";
  const std::size_t n_values = std::min(record.values.size(), kMostValues);
  for (std::size_t v = 0; v < n_values; ++v) {
    const DisagreeingValue& value = record.values[v];
    out << "<dt>" << escape_html(value.value) << "</dt><dd><p class=\"meta\">"
        << escape_html(standing_of(pile, value)) << "</p><ul>\n";
    const std::size_t n = std::min(value.tellings.size(), kMostTellings);
    for (std::size_t t = 0; t < n; ++t)
      write_telling(pile, value.tellings[t], fmt::format("{}-{}-{}", record.id, v, t), link, out);
    out << "</ul>";
    if (value.tellings.size() > n)
      out << "<p class=\"meta\">" << value.tellings.size() - n << " more tellings</p>";
    out << "</dd>\n";
  }
  out << "</dl>\n<p class=\"meta\">";
  if (record.values.size() > n_values) out << record.values.size() - n_values << " more values. ";
  out << escape_html(sentence_of(record.because))
      << ". Which of them is right is not said here.</p></section>\n";
}

}  // namespace

void write_disagreements(const Pile& pile, const PageStories& stories, std::size_t most,
                         const LinkWords& link, std::ostream& out) {
  if (pile.disagreements.empty()) return;
  out << "<section aria-labelledby=\"differ\"><h2 id=\"differ\">Where accounts differ</h2>\n";
  stories.write_nothing_here(out);
  const std::size_t n = std::min(pile.disagreements.size(), most);
  for (std::size_t i = 0; i < n; ++i) write_card(pile, stories, pile.disagreements[i], link, out);
  if (pile.disagreements.size() > n)
    out << "<p class=\"meta\">" << pile.disagreements.size() - n
        << " more not on this page: fabula disagree shows all.</p>\n";
  out << "</section>\n";
}

}  // namespace fabula::render
