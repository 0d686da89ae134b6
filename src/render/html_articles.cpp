#include "render/html_articles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "render/event_days.hpp"
#include "render/html_bars.hpp"
#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/record_writer.hpp"

namespace fabula::render {
namespace {

std::vector<std::uint32_t> first_in_time(const Pile& pile, std::size_t most) {
  std::vector<std::uint32_t> articles = in_time_order(pile);
  articles.resize(std::min(most, articles.size()));
  return articles;
}

std::vector<When> days_of_articles(const Pile& pile, const std::vector<std::uint32_t>& articles) {
  std::vector<When> whens;
  for (const std::uint32_t i : articles) whens.push_back(pile.articles[i].article.published.when);
  return whens;
}

class Articles {
 public:
  Articles(const Pile& pile, const PileIndex& index, const PageStories& stories, std::size_t most,
           const LinkWords& link, std::ostream& out)
      : pile_(pile),
        index_(index),
        stories_(stories),
        shown_(first_in_time(pile, most)),
        bars_("articles", days_of_articles(pile, shown_), out),
        link_(link),
        out_(out) {}

  void write() {
    out_ << "<section aria-labelledby=\"articles\"><h2 id=\"articles\">Articles</h2>\n<div "
            "class=\"scaled\">\n";
    bars_.write_scale();
    out_ << "<ol class=\"lines\">\n";
    for (const std::uint32_t i : shown_) article(i);
    out_ << "</ol>\n</div>\n";
    if (pile_.articles.size() > shown_.size())
      out_ << "<p class=\"meta\">" << pile_.articles.size() - shown_.size()
           << " more not on this page: fabula articles shows all.</p>\n";
    out_ << "</section>\n";
  }

 private:
  void article(std::uint32_t i) {
    const Article& a = pile_.articles[i].article;
    const Published& published = a.published;
    const std::string_view basis = name_of(published.basis);
    out_ << "<li" << stories_.attribute(i) << "><span class=\"when\">"
         << escape_html(when_text(published.when)) << "<span class=\"basis\">"
         << (published.when.known() ? basis : "") << "</span></span><div>";
    // Of an article whose day is not known a bound may be: the page was saved by then.
    bars_.write_bar(published.when, published.basis == DateBasis::kUnknown ? "told" : basis,
                    fmt::format("{}, {}", when_words(published.when), basis));
    out_ << "<a class=\"title\" href=\"#text-" << a.id << "\">" << escape_html(title_label(a))
         << "</a><div class=\"meta\">" << escape_html(source_and_file(a)) << "</div>";
    if (const ArticleDate* date = index_.date_of(i); date && date->is_proven())
      proof(a, *date);
    else if (date && date->is_doubt())
      doubts(a, *date);
    else if (!published.when.known())
      reasons(undated_reasons(a));
    else if (published.basis == DateBasis::kUnknown)
      reasons(published.because);
    if (const ArticleDate* date = index_.date_of(i); date && !date->guess.empty()) guess(a, *date);
    out_ << "</div></li>\n";
  }

  void reasons(const std::vector<std::string>& some) {
    out_ << "<ul class=\"reasons\">";
    for (const std::string& reason : some) out_ << "<li>" << escape_html(reason) << "</li>";
    out_ << "</ul>";
  }

  void proof(const Article& a, const ArticleDate& date) {
    out_ << "<details class=\"proof\"><summary>how this is known: "
         << counted(date.steps.size(), "steps") << "</summary><ol>\n";
    for (std::size_t i = 0; i < date.steps.size(); ++i) {
      const DateStep& s = date.steps[i];
      out_ << "<li>";
      sentence(s, fmt::format("{}-{}", a.id, i + 1));
      out_ << "<div class=\"meta\">"
           << (s.end == "both"       ? "proves both ends"
               : s.end == "earliest" ? "proves the earliest day"
                                     : "proves the latest day")
           << " · rule: " << escape_html(rule_text(s.rule)) << "</div></li>\n";
    }
    out_ << "</ol><p class=\"meta\">From these steps alone; without any one of them less would be "
            "known. It is as sure as these articles are right.</p></details>";
  }

  // A likely day that nothing proves.
  void guess(const Article& a, const ArticleDate& date) {
    out_ << "<details class=\"proof\"><summary>likely about "
         << escape_html(when_text(when_day(*date.when.likely))) << ", a guess</summary><ol>\n";
    for (std::size_t i = 0; i < date.guess.size(); ++i) {
      out_ << "<li>";
      sentence(date.guess[i], fmt::format("{}-likely-{}", a.id, i + 1));
      out_ << "</li>\n";
    }
    out_ << "</ol><p class=\"meta\">rule: " << escape_html(rule_text(date.guess.front().rule))
         << "; this proves nothing</p></details>";
  }

  // What speaks against the day it states.
  void doubts(const Article& a, const ArticleDate& date) {
    out_ << "<details class=\"proof\"><summary>what speaks against this day</summary><ol>\n";
    for (std::size_t i = 0; i < date.steps.size(); ++i) {
      out_ << "<li>";
      sentence(date.steps[i], fmt::format("{}-{}", a.id, i + 1));
      out_ << "<div class=\"meta\">rule: " << escape_html(rule_text(date.steps[i].rule))
           << "</div></li>\n";
    }
    out_ << "</ol></details>";
  }

  // The step's sentence, its quoted words linked to where they stand.
  void sentence(const DateStep& step, const std::string& id) {
    std::size_t at = 0;
    for (std::size_t k = 0; k < step.words.size(); ++k) {
      const std::string words = quoted_words(pile_, step.words[k]);
      const std::size_t found = step.because.find("“" + words + "”", at);
      if (found == std::string::npos) continue;
      const std::size_t begin = found + std::string_view("“").size();
      out_ << escape_html(std::string_view(step.because).substr(at, begin - at));
      link_(step.words[k], fmt::format("{}-{}", id, k + 1), words);
      at = begin + words.size();
    }
    out_ << escape_html(std::string_view(step.because).substr(at));
  }

  const Pile& pile_;
  const PileIndex& index_;
  const PageStories& stories_;
  std::vector<std::uint32_t> shown_;
  Bars bars_;
  const LinkWords& link_;
  std::ostream& out_;
};

}  // namespace

void write_articles(const Pile& pile, const PileIndex& index, const PageStories& stories,
                    std::size_t most, const LinkWords& link, std::ostream& out) {
  Articles(pile, index, stories, most, link, out).write();
}

}  // namespace fabula::render
