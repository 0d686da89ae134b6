// A comparison as one page: no script, no request, one column on a phone, readable in print.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/hash.hpp"
#include "render/compare.hpp"
#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

constexpr std::string_view kStyle =
#include "render/compare_page.css.inc"
    ;

class ComparisonPage {
 public:
  ComparisonPage(const Pile& pile, const Comparison& comparison, std::string_view version,
                 std::ostream& out)
      : pile_(pile), comparison_(comparison), version_(version), out_(out) {}

  void write() {
    head();
    out_ << "<main>\n<h2 class=\"away\">The two texts</h2>\n";
    const auto& rows = comparison_.rows;
    if (std::ranges::none_of(rows, [](const CompareRow& r) { return r.kind == RowKind::kShared; }))
      out_ << "<p class=\"none\">These two articles share no run of words.</p>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool has_both = rows[i].kind == RowKind::kOnlyLeft && i + 1 < rows.size() &&
                            rows[i + 1].kind == RowKind::kOnlyRight;
      if (rows[i].kind == RowKind::kShared)
        shared(rows[i]);
      else
        apart(rows[i], has_both ? &rows[i + 1] : nullptr);
      if (has_both) ++i;
    }
    out_ << "</main>\n<footer>Made by Fabula " << escape_html(version_)
         << " from these two articles. Nothing is judged: what is equal is shown as equal, what "
            "differs is marked.</footer>\n</body>\n</html>\n";
  }

 private:
  const Article& article(const CompareSide& side) const {
    return pile_.articles[side.article].article;
  }

  void side_heading(const CompareSide& side, std::string_view name) {
    const Article& a = article(side);
    out_ << "<div class=\"side\"><p class=\"name\">" << name << " · "
         << escape_html(side_label(pile_, side)) << "</p>\n<p class=\"title\">"
         << escape_html(title_label(a)) << "</p>\n<p class=\"meta\">"
         << escape_html(a.sources.front()) << "<br>" << share_text(side) << "</p>";
    for (const Range note : a.content_notes)
      out_ << "<p class=\"note\" role=\"note\">" << escape_html(fabula::words_of(a.text, note))
           << "</p>";
    out_ << "</div>\n";
  }

  void head() {
    const std::string title =
        escape_html(fmt::format("{} and {}, compared", source_label(article(comparison_.left)),
                                source_label(article(comparison_.right))));
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-"
         << sha256_base64(kStyle) << "'; base-uri 'none'; form-action 'none'\">\n<title>" << title
         << "</title>\n<style>" << kStyle << "</style>\n</head>\n<body>\n<header>\n<h1>" << title
         << "</h1>\n<div class=\"pair\">\n";
    side_heading(comparison_.left, "A");
    side_heading(comparison_.right, "B");
    out_ << "</div>\n<p class=\"meta\">" << edits_text(comparison_)
         << ". <del>In A only</del> <ins>In B only</ins></p>\n</header>\n";
  }

  void cell(std::string_view name, std::string_view html) {
    out_ << "<div class=\"cell\"><span class=\"which\">" << name << "</span><div class=\"words\">"
         << html << "</div></div>\n";
  }

  void shared(const CompareRow& row) {
    out_ << "<section class=\"shared" << (row.moved ? " moved" : "") << "\" id=\""
         << escape_html(row.reading.link->id) << "\">\n<h3>" << escape_html(link_text(pile_, row))
         << "</h3>\n";
    if (const std::string cut = cut_text(pile_, row); !cut.empty())
      out_ << "<p class=\"cut\">" << escape_html(cut) << "</p>\n";
    for (const auto& [left, right] : paragraphs_of(pile_, row)) {
      out_ << "<div class=\"pair\">\n";
      cell("A", html_marks(side_pieces(pile_, row.reading, row.reading.left, left)));
      cell("B", html_marks(side_pieces(pile_, row.reading, other(row.reading.left), right)));
      out_ << "</div>\n";
    }
    out_ << "</section>\n";
  }

  std::string folded(const CompareSide& side, Range range, std::size_t n_words,
                     std::string_view name) const {
    const std::string words = escape_html(shown_words(pile_, {side.article, range}));
    if (n_words <= kShortGap)
      return fmt::format("<span class=\"away\">In {} only: </span><div>{}</div>", name, words);
    return fmt::format("<details><summary>{} words in {} only</summary><div>{}</div></details>",
                       n_words, name, words);
  }

  // A stretch of one article only; `right`, when given, stands at the same place in the other.
  void apart(const CompareRow& row, const CompareRow* right) {
    if (row.kind == RowKind::kOnlyRight) right = &row;
    out_ << "<div class=\"pair apart\">\n<div class=\"cell\">";
    if (row.kind == RowKind::kOnlyLeft)
      out_ << folded(comparison_.left, row.left, row.n_words, "A");
    out_ << "</div>\n<div class=\"cell\">";
    if (right) out_ << folded(comparison_.right, right->right, right->n_words, "B");
    if (row.kind == RowKind::kElsewhere)
      out_ << "<a href=\"#" << escape_html(row.reading.link->id) << "\">" << row.n_words
           << " words that stand in another place in A</a>";
    out_ << "</div>\n</div>\n";
  }

  const Pile& pile_;
  const Comparison& comparison_;
  std::string_view version_;
  std::ostream& out_;
};

}  // namespace

void write_comparison_html(const Pile& pile, const Comparison& comparison, std::string_view version,
                           std::ostream& out) {
  ComparisonPage(pile, comparison, version, out).write();
}

}  // namespace fabula::render
