#include "render/html_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "model/short_edition.hpp"
#include "model/weight.hpp"
#include "render/event_days.hpp"
#include "render/html_bars.hpp"
#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kMostOthers = 8;  // other tellings of a line: so many are listed under it

std::vector<When> whens_of(std::span<const Event> events) {
  std::vector<When> whens;
  for (const Event& e : events) whens.push_back(e.when);
  return whens;
}

// Of the first `n` lines: is it of their short edition?
std::vector<bool> heavy_lines(const Pile& pile, std::size_t n) {
  std::vector<std::uint32_t> lines(n);
  std::iota(lines.begin(), lines.end(), std::uint32_t{0});
  std::vector<bool> is_heavy(n);
  for (const std::uint32_t line : short_edition(pile, weigh_events(pile), lines))
    is_heavy[line] = true;
  return is_heavy;
}

class Timeline {
 public:
  Timeline(const Pile& pile, std::size_t most, const LinkWords& link, std::ostream& out)
      : pile_(pile),
        shown_(std::span(pile.events).first(std::min(most, pile.events.size()))),
        is_heavy_(heavy_lines(pile, shown_.size())),
        bars_("lines", whens_of(shown_), out),
        link_(link),
        out_(out) {}

  void write() {
    out_ << "<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">What happened when</h2>\n";
    if (pile_.events.empty())
      out_ << "<p>No line with a date was found. The quotes and the articles below still "
              "stand.</p>\n";
    edition_switch();
    // Lines without a day stand behind all others.
    const auto undated =
        std::ranges::find_if(shown_, [](const Event& e) { return !e.when.known(); });
    const auto n_dated = static_cast<std::size_t>(undated - shown_.begin());
    dated(shown_.first(n_dated));
    without_day(shown_.subspan(n_dated));
    if (const std::size_t n = pile_.events.size() - shown_.size(); n > 0)
      out_ << "<p class=\"meta\">" << n
           << " more not on this page: fabula timeline shows all.</p>\n";
    out_ << "</section>\n";
  }

 private:
  // Works without a script: page.css looks at the box. What is drawn stays where it is.
  void edition_switch() {
    if (shown_.size() <= kShortEdition) return;
    out_ << "<input type=\"checkbox\" id=\"short\"><label for=\"short\" class=\"keys\">In short: "
         << std::ranges::count(is_heavy_, true) << " of " << shown_.size() << " lines, "
         << kShortEditionRule << "</label>\n";
  }

  // How a list item begins.
  std::string_view item(const Event& e) const {
    const auto line = static_cast<std::size_t>(&e - pile_.events.data());
    return is_heavy_[line] ? "<li class=\"heavy\">" : "<li>";
  }

  void dated(std::span<const Event> events) {
    if (events.empty()) return;
    key();
    out_ << "<div class=\"scaled\">\n";
    bars_.write_scale();
    out_ << "<ol class=\"lines\">\n";
    for (const Event& e : events) {
      const EventDays days = days_of(pile_, e);
      const std::string basis = basis_text(pile_, e, days);
      out_ << item(e) << "<span class=\"when\">" << escape_html(when_text(e.when))
           << "<span class=\"basis\">" << escape_html(basis) << "</span></span><div>";
      bars_.write_bar(e.when, name_of(days.basis), when_words(e.when) + ", " + basis);
      words(e);
      more(e);
      out_ << "</div></li>\n";
    }
    out_ << "</ol>\n</div>\n";
  }

  // What the forms of the bars mean.
  void key() {
    const auto form = [&](std::string_view name, std::string_view meaning) {
      out_ << "<li><svg class=\"bars form " << name
           << "\" aria-hidden=\"true\" focusable=\"false\"><circle cx=\"7\" cy=\"8\" "
              "r=\"4.5\"/><rect "
              "class=\"bar\" x=\"18\" y=\"4\" width=\"24\" height=\"8\"/></svg> "
           << meaning << "</li>";
    };
    out_ << "<ul class=\"key\" aria-label=\"What the bars mean\">";
    form("stated", "<b>stated</b>: words give the date in full");
    form("read", "<b>read from words</b>: “on Monday”, from the day of the article");
    form("inferred", "<b>inferred</b>: from a day that other articles prove");
    out_
        << "<li><svg class=\"bars form told\" aria-hidden=\"true\" focusable=\"false\"><rect "
           "class=\"bar before\" x=\"2\" y=\"4\" width=\"40\" height=\"8\"/><line class=\"end\" "
           "x1=\"42\" x2=\"42\" y1=\"2\" y2=\"14\"/><path class=\"arrow\" d=\"M8 3 L2 8 L8 "
           "13\"/></svg> "
           "<b>told by then</b>: no word says when, its article appeared that day</li></ul>\n"
           "<p class=\"meta\">A dot is a day, a bar a time in which it lies. Stretches in which no "
           "bar begins or ends are drawn shorter than they were.</p>\n";
  }

  void without_day(std::span<const Event> events) {
    if (events.empty()) return;
    const bool is_short =
        std::ranges::any_of(events, [&](const Event& e) { return item(e) != "<li>"; });
    out_ << "<section class=\"undated" << (is_short ? " heavy" : "")
         << "\" aria-labelledby=\"undated\"><h3 "
            "id=\"undated\">Undated</h3>\n"
            "<p class=\"meta\">Where these lines belong is not known.</p>\n<ol class=\"lines\">\n";
    for (const Event& e : events) {
      out_ << item(e) << "<div>";
      words(e);
      out_ << "<ul class=\"reasons\">";
      for (const std::string& reason : undated_reasons(pile_, e))
        out_ << "<li>" << escape_html(reason) << "</li>";
      out_ << "</ul>";
      more(e);
      out_ << "</div></li>\n";
    }
    out_ << "</ol></section>\n";
  }

  void words(const Event& e) {
    link_(e.line, e.id, one_line(words_of(pile_, e.line), 600));
    out_ << "<div class=\"meta\">" << source_text(e.line) << " · "
         << counted(e.n_articles, "articles") << ", " << counted(e.n_origins, "origins")
         << "</div>\n";
  }

  void more(const Event& e) {
    out_ << "<details><summary>why, and other tellings</summary><ul>";
    for (const std::string& reason : e.because) out_ << "<li>" << escape_html(reason) << "</li>";
    std::size_t n = 0;
    for (const Span& telling : e.tellings) {
      if (telling == e.line || n == kMostOthers) continue;
      const std::string id = fmt::format("{}-{}", e.id, ++n);
      out_ << "<li>";
      link_(telling, id, one_line(words_of(pile_, telling), 400));
      out_ << " <span class=\"meta\">" << source_text(telling) << "</span></li>";
    }
    out_ << "</ul></details>";
  }

  std::string source_text(const Span& span) const {
    const Article& a = pile_.articles[span.article].article;
    return escape_html(source_label(a) + ", " + published_text(a.published));
  }

  const Pile& pile_;
  std::span<const Event> shown_;
  std::vector<bool> is_heavy_;  // by line
  Bars bars_;
  const LinkWords& link_;
  std::ostream& out_;
};

}  // namespace

void write_timeline(const Pile& pile, std::size_t most, const LinkWords& link, std::ostream& out) {
  Timeline(pile, most, link, out).write();
}

}  // namespace fabula::render
