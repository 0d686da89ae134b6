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

using Lines = std::span<const std::uint32_t>;  // indexes into Pile::events, sorted

std::vector<When> whens_of(const Pile& pile, Lines lines) {
  std::vector<When> whens;
  for (const std::uint32_t line : lines) whens.push_back(pile.events[line].when);
  return whens;
}

constexpr std::size_t kManyLines = 100;

// Some lines with a scale and a short edition of their own.
class Timeline {
 public:
  Timeline(const Pile& pile, Lines shown, Lines heavy, const LinkWords& link, std::ostream& out)
      : pile_(pile),
        shown_(shown),
        heavy_(heavy),
        bars_("lines", whens_of(pile, shown), out),
        link_(link),
        out_(out) {}

  void write() {
    edition_switch();
    // Lines without a day stand behind all others.
    const auto undated = std::ranges::find_if(
        shown_, [&](std::uint32_t line) { return !pile_.events[line].when.known(); });
    const auto n_dated = static_cast<std::size_t>(undated - shown_.begin());
    dated(shown_.first(n_dated));
    without_day(shown_.subspan(n_dated));
  }

 private:
  // Works without a script: page.css looks at the box. What is drawn stays where it is. Nobody
  // reads hundreds of lines to learn what it is about: of so many the short edition comes first.
  void edition_switch() {
    if (shown_.size() <= kShortEdition) return;
    out_ << "<input type=\"checkbox\" id=\"short\""
         << (shown_.size() > kManyLines ? " checked" : "")
         << "><label for=\"short\" class=\"keys\">In short: " << heavy_.size() << " of "
         << shown_.size() << " lines, " << kShortEditionRule << "</label>\n";
  }

  // How a list item begins.
  std::string_view item(std::uint32_t line) const {
    return is_heavy(line) ? "<li class=\"heavy\">" : "<li>";
  }
  bool is_heavy(std::uint32_t line) const { return std::ranges::binary_search(heavy_, line); }

  void dated(Lines lines) {
    if (lines.empty()) return;
    out_ << "<div class=\"scaled\">\n";
    bars_.write_scale();
    out_ << "<ol class=\"lines\">\n";
    for (const std::uint32_t line : lines) {
      const Event& e = pile_.events[line];
      const EventDays days = days_of(pile_, e);
      const std::string basis = basis_text(pile_, e, days);
      out_ << item(line) << "<span class=\"when\">" << escape_html(when_text(e.when))
           << "<span class=\"basis\">" << escape_html(basis) << "</span></span><div>";
      bars_.write_bar(e.when, name_of(days.basis), when_words(e.when) + ", " + basis);
      words(e);
      more(e);
      out_ << "</div></li>\n";
    }
    out_ << "</ol>\n</div>\n";
  }

  void without_day(Lines lines) {
    if (lines.empty()) return;
    const bool is_short =
        std::ranges::any_of(lines, [&](std::uint32_t line) { return is_heavy(line); });
    out_ << "<section class=\"undated" << (is_short ? " heavy" : "")
         << "\" aria-labelledby=\"undated\"><h3 "
            "id=\"undated\">Undated</h3>\n"
            "<p class=\"meta\">Where these lines belong is not known.</p>\n<ol class=\"lines\">\n";
    for (const std::uint32_t line : lines) {
      const Event& e = pile_.events[line];
      out_ << item(line) << "<div>";
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
    out_ << "<div class=\"meta\">" << source_text(e.line);
    if (e.n_articles > 1)
      out_ << " · " << counted(e.n_articles, "articles") << ", " << counted(e.n_origins, "origins");
    out_ << "</div>\n";
  }

  void more(const Event& e) {
    out_ << "<details><summary>" << (e.tellings.size() > 1 ? "why, and other tellings" : "why")
         << "</summary><ul>";
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
  Lines shown_;
  Lines heavy_;  // of `shown_` those of the short edition
  Bars bars_;
  const LinkWords& link_;
  std::ostream& out_;
};

// What the forms of the bars mean.
void write_key(std::ostream& out) {
  const auto form = [&](std::string_view name, std::string_view meaning) {
    out << "<li><svg class=\"bars form " << name
        << "\" aria-hidden=\"true\" focusable=\"false\"><circle cx=\"7\" cy=\"8\" "
           "r=\"4.5\"/><rect "
           "class=\"bar\" x=\"18\" y=\"4\" width=\"24\" height=\"8\"/></svg> "
        << meaning << "</li>";
  };
  out << "<details><summary>What the bars mean</summary><ul class=\"key\">";
  form("stated", "<b>stated</b>: words give the date in full");
  form("read", "<b>read from words</b>: “on Monday”, from the day of the article");
  form("inferred", "<b>inferred</b>: from a day that other articles prove");
  out << "<li><svg class=\"bars form told\" aria-hidden=\"true\" focusable=\"false\"><rect "
         "class=\"bar before\" x=\"2\" y=\"4\" width=\"40\" height=\"8\"/><line class=\"end\" "
         "x1=\"42\" x2=\"42\" y1=\"2\" y2=\"14\"/><path class=\"arrow\" d=\"M8 3 L2 8 L8 "
         "13\"/></svg> "
         "<b>told by then</b>: no word says when, its article appeared that day</li></ul>\n"
         "<p class=\"meta\">A dot is a day, a bar a time in which it lies. Stretches in which no "
         "bar begins or ends are drawn shorter than they were.</p></details>\n";
}

}  // namespace

void write_timeline(const Pile& pile, const PageStories& stories, std::size_t most,
                    const LinkWords& link, std::ostream& out) {
  const std::vector<std::uint32_t> weights = weigh_events(pile);
  const auto write = [&](Lines lines) {
    Timeline(pile, lines, short_edition(pile, weights, lines), link, out).write();
  };
  std::vector<std::uint32_t> all(std::min(most, pile.events.size()));
  std::iota(all.begin(), all.end(), std::uint32_t{0});
  out << "<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">What happened when</h2>\n";
  if (pile.events.empty())
    out << "<p>No line with a date was found. The quotes and the articles below still "
           "stand.</p>\n";
  else
    write_key(out);
  stories.write_nothing_here(out);
  out << "<div id=\"story-lines\">\n";
  write(all);
  out << "</div>\n";
  if (const std::size_t n = pile.events.size() - all.size(); n > 0)
    out << "<p class=\"meta\">" << n << " more not on this page: fabula timeline shows all.</p>\n";
  out << "</section>\n";
  const auto lines_of_each = stories.lines_of_each(all.size());
  for (std::size_t i = 0; i < lines_of_each.size(); ++i) {
    out << "<template id=\"lines-of-" << stories.offered()[i].id << "\">\n";
    write(lines_of_each[i]);
    out << "</template>\n";
  }
}

}  // namespace fabula::render
