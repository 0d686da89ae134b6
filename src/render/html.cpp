#include "render/html.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "render/html_article.hpp"
#include "render/html_articles.hpp"
#include "render/html_bars.hpp"
#include "render/html_disagreements.hpp"
#include "render/html_escape.hpp"
#include "render/html_quotes.hpp"
#include "render/html_shared.hpp"
#include "render/html_stories.hpp"
#include "render/html_timeline.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/page_assets.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {
namespace {

// A browser stays quick with so many lines, and with so much article text; what is beyond is
// counted on the page, and the tables have it all.
constexpr std::size_t kMostLines = 2000;
constexpr std::size_t kMostTextBytes = std::size_t{4} << 20;

class Page {
 public:
  Page(const Pile& pile, std::string_view version, std::ostream& out)
      : pile_(pile),
        index_(pile),
        stories_(pile, index_),
        version_(version),
        out_(out),
        marks_(pile.articles.size()) {
    std::size_t n_bytes = 0;
    for (const AnnotatedArticle& a : pile.articles) n_bytes += a.article.text.size();
    only_marked_ = n_bytes > kMostTextBytes;
  }

  void write() {
    head();
    write_bar_definitions(out_);
    out_ << "<div class=\"columns\">\n<main>\n"
            "<div class=\"script-only finder\"><label for=\"find\" class=\"keys\">Find in lines "
            "(press /; j and k move)</label> <span id=\"found\" class=\"keys\" "
            "role=\"status\"></span><input id=\"find\" type=\"search\"></div>\n";
    timeline();
    disagreements();
    quotes();
    shared_words();
    articles();
    left_out();
    out_ << "</main>\n";
    texts();
    out_ << "</div>\n<footer>Made by Fabula " << escape_html(version_)
         << " from the articles listed here, and nothing else. Every line is an article's own "
            "words. "
            "<b>First</b> always means first in this pile; <b>origins</b> are articles that are no "
            "copies of another.</footer>\n<script>"
         << kPageScript << "</script>\n</body>\n</html>\n";
  }

 private:
  const Article& article(std::uint32_t i) const { return pile_.articles[i].article; }

  // A link to the words of a record, which are marked in the text at the right.
  void link(const Span& span, MarkKind kind, const std::string& id, std::string_view words) {
    // Lines of a story are written twice.
    if (linked_.insert(id).second) marks_[span.article].push_back({span.range, kind, id});
    out_ << "<a class=\"words\" href=\"#s-" << id << "\">" << escape_html(words) << "</a>";
  }

  std::string source_text(std::uint32_t i) const {
    const Article& a = article(i);
    return escape_html(source_label(a) + ", " + published_text(a.published));
  }

  void beyond(std::size_t n, std::string_view table) {
    if (n > kMostLines)
      out_ << "<p class=\"meta\">" << n - kMostLines << " more not on this page: fabula " << table
           << " shows all.</p>\n";
  }

  void head() {
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-"
         << sha256_base64(kPageStyle) << "'; script-src 'sha256-" << sha256_base64(kPageScript)
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<title>"
         << title() << "</title>\n<style>" << kPageStyle
         << "</style>\n</head>\n<body>\n<header>\n<h1>" << title() << "</h1>\n";
    stories_.write_choice(out_);
    out_ << "<p class=\"counts\">";
    std::size_t n_quotes = 0, n_undated = 0;
    for (const AnnotatedArticle& a : pile_.articles) {
      n_quotes += a.quotes.size();
      n_undated += !has_stated_day(a.article);
    }
    out_ << counted(pile_.events.size(), "lines") << " · " << counted(n_quotes, "quotes") << " · "
         << counted(n_undated, "articles") << " without a stated date · "
         << counted(pile_.left_out.size(), "inputs") << " left out</p>\n"
         << "<nav aria-label=\"Parts of this page\"><a href=\"#timeline\">What happened when</a>"
         << differ_link()
         << "<a href=\"#quotes\">Who said what</a><a href=\"#shared\">Shared words</a><a "
            "href=\"#articles\">Articles</a><a href=\"#left-out\">Left out ("
         << pile_.left_out.size() << ")</a></nav>\n</header>\n";
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i)
      for (const Range note : article(i).content_notes)
        out_ << "<p class=\"note\" role=\"note\"" << stories_.attribute(i) << ">"
             << escape_html(fabula::words_of(article(i).text, note)) << " <span class=\"meta\">("
             << source_text(i) << ")</span></p>\n";
  }

  std::string title() const {
    const std::string articles = counted(pile_.articles.size(), "articles");
    return stories_.offered().empty()
               ? "The story in " + articles
               : counted(pile_.stories.size(), "stories") + " in " + articles;
  }

  std::string differ_link() const {
    if (pile_.disagreements.empty()) return {};
    std::vector<std::uint32_t> articles;
    for (const Disagreement& d : pile_.disagreements)
      for (const std::uint32_t article : articles_that_tell(d)) articles.push_back(article);
    return "<a href=\"#differ\"" + stories_.attribute(articles) + ">Where accounts differ</a>";
  }

  void timeline() {
    write_timeline(
        pile_, stories_, kMostLines,
        [this](const Span& span, const std::string& id, std::string_view words) {
          link(span, MarkKind::kLine, id, words);
        },
        out_);
  }

  void quotes() {
    write_quotes(
        pile_, index_, stories_, kMostLines,
        [this](const Span& span, const std::string& id, std::string_view words) {
          link(span, MarkKind::kQuote, id, words);
        },
        out_);
  }

  void disagreements() {
    constexpr std::size_t kMostCards = 200;
    write_disagreements(
        pile_, stories_, kMostCards,
        [this](const Span& span, const std::string& id, std::string_view words) {
          link(span, MarkKind::kLine, id, words);
        },
        out_);
  }

  void shared_words() {
    write_shared_words(
        pile_, stories_, kMostLines,
        [this](const Span& span, const std::string& id, std::string_view words) {
          link(span, MarkKind::kShared, id, words);
        },
        out_);
  }

  void articles() {
    write_articles(
        pile_, index_, stories_, kMostLines,
        [this](const Span& span, const std::string& id, std::string_view words) {
          link(span, MarkKind::kDate, id, words);
        },
        out_);
  }

  void left_out() {
    out_ << "<section aria-labelledby=\"left-out\"><h2 id=\"left-out\">Left out</h2>\n";
    if (pile_.left_out.empty()) {
      out_ << "<p>Every input was read.</p></section>\n";
      return;
    }
    out_ << "<table><thead><tr><th>Input</th><th>Why</th><th>Next</th></tr></thead><tbody>\n";
    std::size_t n = 0;
    for (const LeftOut& l : pile_.left_out)
      if (n++ < kMostLines)
        out_ << "<tr><td>" << escape_html(l.source) << "</td><td>" << escape_html(l.error.what)
             << "</td><td>" << escape_html(l.error.hint) << "</td></tr>\n";
    out_ << "</tbody></table>\n";
    beyond(pile_.left_out.size(), "left-out");
    out_ << "</section>\n";
  }

  // What the sentences of an article add. With too much text for one page: nothing.
  std::vector<AddsMark> adds_of(std::uint32_t i) const {
    std::vector<AddsMark> adds;
    if (only_marked_) return adds;
    for (const NewsItem& item : news_of(pile_, i))
      adds.push_back({item.span.range, item.label, news_label(pile_, item),
                      item.earlier || item.unless ? news_id(article(i), item) : std::string()});
    return adds;
  }

  // Marks the places that other articles repeat.
  void mark_earlier_places() {
    for (const NewsItem& item : pile_.news)
      for (const auto& place : {item.earlier, item.unless})
        if (place)
          marks_[place->article].push_back(
              {place->range, MarkKind::kEarlier, news_id(article(item.span.article), item)});
  }

  void news_key() {
    mark_earlier_places();
    out_ << "<p class=\"meta\">What each sentence adds to the articles before it: ";
    for (const std::string_view label :
         {"new", "update", "correction", "repeat", "background", "comment"})
      out_ << "<span class=\"adds " << label << "\">" << label << "</span> ";
    out_ << "<span class=\"adds new\"><b class=\"what\">new?</b> unless the linked article is "
            "earlier</span></p>\n";
  }

  void texts() {
    out_ << "<aside id=\"texts\" aria-label=\"The articles' words\" tabindex=\"0\">\n<h2>The "
            "words</h2>\n"
            "<p class=\"meta\">Choose a line: its words are marked here. <span "
            "class=\"line\">Lines of the story</span>, "
            "<span class=\"quote\">quotes</span>, <span class=\"shared\">words shared with another "
            "article</span>, <span class=\"date\">words that date an article</span>.</p>\n";
    if (!only_marked_) news_key();
    std::size_t n_before = 0;
    for (const std::uint32_t i : in_time_order(pile_)) {
      // The list of articles leads to each that it names.
      if (n_before++ >= kMostLines && only_marked_ && marks_[i].empty()) continue;
      const Article& a = article(i);
      out_ << "<article id=\"text-" << a.id << "\"" << stories_.attribute(i) << ">\n<h3>"
           << escape_html(title_label(a)) << "</h3>\n<p class=\"meta\">"
           << escape_html(source_and_file(a)) << " · " << escape_html(published_text(a.published))
           << "</p>\n";
      if (const std::string text = news_text(count_news(pile_, i)); !text.empty())
        out_ << "<p class=\"meta\">" << escape_html(text) << "</p>\n";
      write_article_text(a, std::move(marks_[i]), adds_of(i), only_marked_, out_);
      out_ << "<p class=\"meta\"><a href=\"#timeline\">back to the lines</a></p>\n</article>\n";
    }
    out_ << "</aside>\n";
  }

  const Pile& pile_;
  PileIndex index_;
  PageStories stories_;
  std::string_view version_;
  std::ostream& out_;
  std::set<std::string> linked_;          // ids of records whose words are marked
  std::vector<std::vector<Mark>> marks_;  // by article, filled while the lines are written
  bool only_marked_ = false;              // too much text for one page: only paragraphs with marks
};

}  // namespace

void write_html(const Pile& pile, std::string_view version, std::ostream& out) {
  Page(pile, version, out).write();
}

}  // namespace fabula::render
