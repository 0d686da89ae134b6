#include "render/html_shared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

#include "render/changes.hpp"
#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kWordsBytes = 200;   // of a passage in the list
constexpr std::size_t kFirstBytes = 60;    // of one whose changes are shown
constexpr std::size_t kAroundBytes = 120;  // of equal words on either side of a change
constexpr std::size_t kMostPassages = 300;
constexpr std::size_t kMostHolders = 20;

bool is_hidden(const ReuseLink& link) {
  return link.type == "furniture" || link.type == "chance" || link.type == "credit";
}

class SharedWords {
 public:
  SharedWords(const Pile& pile, const PageStories& stories, const LinkWords& link,
              std::ostream& out)
      : pile_(pile), stories_(stories), link_(link), out_(out) {}

  void write(std::size_t most) {
    std::vector<const ReuseLink*> links;
    for (const ReuseLink& link : pile_.reuse)
      if (!is_hidden(link)) links.push_back(&link);
    std::ranges::stable_sort(links, std::greater(), &ReuseLink::words);
    const std::size_t n_hidden = pile_.reuse.size() - links.size();

    out_ << "<section aria-labelledby=\"shared\"><h2 id=\"shared\">Shared words</h2>\n";
    if (links.empty()) out_ << "<p>No two articles share a run of words.</p>\n";
    if (!links.empty()) stories_.write_nothing_here(out_);
    if (n_hidden > 0)
      out_ << "<p class=\"meta of-all\">" << n_hidden << (n_hidden == 1 ? " more is" : " more are")
           << " page furniture, a credit or a stock phrase: fabula reuse --with-furniture shows "
              "all.</p>\n";
    if (!links.empty()) {
      out_ << "<ol class=\"lines\">\n";
      for (std::size_t i = 0; i < std::min(most, links.size()); ++i) shared(*links[i]);
      out_ << "</ol>\n";
    }
    if (links.size() > most)
      out_ << "<p class=\"meta\">" << links.size() - most
           << " more not on this page: fabula reuse shows all.</p>\n";
    passages();
    out_ << "</section>\n";
  }

 private:
  const Article& article(const Span& span) const { return pile_.articles[span.article].article; }

  std::string place(const Span& span) const {
    const Article& a = article(span);
    return escape_html(source_label(a)) + ", " +
           (a.published.when.known() ? when_text(a.published.when) : "day not known");
  }

  void shared(const ReuseLink& r) {
    // Who gave stands first, where it is known.
    const Reading reading{&r, r.direction == "b->a" ? Side::kB : Side::kA};
    const std::string left_id = r.id + (reading.left == Side::kA ? "-a" : "-b");
    const std::string right_id = r.id + (reading.left == Side::kA ? "-b" : "-a");
    const std::uint32_t articles[] = {r.a.article, r.b.article};
    out_ << "<li" << stories_.attribute(articles) << "><span class=\"when\">" << r.words
         << " words<br><span class=\"meta\">" << escape_html(r.type) << "</span></span><div>";
    const bool is_changed = count_edits(pile_, r).n_words > 0;  // then the words are shown below
    link_(
        reading.left_span(), left_id,
        one_line(shown_words(pile_, reading.left_span()), is_changed ? kFirstBytes : kWordsBytes));
    out_ << "<div class=\"meta\">" << place(reading.left_span())
         << (r.direction == "unknown" ? " · also in " : " → ");
    link_(reading.right_span(), right_id, source_label(article(reading.right_span())));
    const Article& right = article(reading.right_span());
    out_ << ", "
         << (right.published.when.known() ? when_text(right.published.when) : "day not known")
         << (r.direction == "unknown" ? " · who took from whom is not known: " : " · ")
         << escape_html(r.because.str()) << "</div>";
    changes(reading);
    out_ << "</div></li>\n";
  }

  void quote_rest(const ReuseLink& link) {
    const std::string text =
        quote_rest_text(pile_, link, source_label(article(link.a)), source_label(article(link.b)));
    if (!text.empty()) out_ << "<div class=\"meta\">" << escape_html(text) << "</div>";
  }

  void changes(const Reading& reading) {
    quote_rest(*reading.link);
    const EditCounts counts = count_edits(pile_, *reading.link);
    if (counts.n_words == 0) {
      if (counts.n_small > 0)
        out_ << "<div class=\"meta\">" << changes_count_text(counts) << "</div>";
      return;
    }
    const auto pieces =
        around_changes(merged_pieces(pile_, reading, reading.left_span().range), kAroundBytes);
    out_ << "<details open><summary>" << counts.n_words
         << (counts.n_words == 1 ? " change" : " changes")
         << " of words</summary><p class=\"edits\">" << html_marks(pieces) << "</p></details>";
  }

  void passages() {
    std::vector<const Passage*> many;
    for (const Passage& p : pile_.passages)
      if (p.holders.size() > 2) many.push_back(&p);
    std::ranges::stable_sort(many, std::greater(), [](const Passage* p) {
      return std::pair(p->holders.size(), p->holders.front().span.range.size());
    });
    if (many.empty()) return;
    std::vector<std::uint32_t> articles;
    for (const Passage* p : many)
      for (const std::uint32_t article : articles_that_hold(*p)) articles.push_back(article);
    out_ << "<h3" << stories_.attribute(articles)
         << ">Words in three articles or more, and where they come from</h3>\n<ol "
            "class=\"lines\">\n";
    for (std::size_t i = 0; i < std::min(kMostPassages, many.size()); ++i) passage(*many[i]);
    out_ << "</ol>\n";
    if (many.size() > kMostPassages)
      out_ << "<p class=\"meta\">" << many.size() - kMostPassages
           << " more not on this page: fabula passages shows all.</p>\n";
  }

  void passage(const Passage& p) {
    out_ << "<li" << stories_.attribute(articles_that_hold(p)) << "><span class=\"when\">"
         << p.holders.size() << " articles</span><div>";
    const Span& first = p.holders[in_time_order(pile_, p).front()].span;
    link_(first, p.id, one_line(shown_words(pile_, first), kWordsBytes));
    if (p.lost_source)
      out_ << "<div class=\"meta\">A source may be missing: several share words that none can have "
              "from another, or credit an agency whose article is not among them.</div>";
    out_ << "<details><summary>who had them from whom</summary><ul>";
    const std::vector<std::size_t> order = in_time_order(pile_, p);
    for (const std::size_t i : std::span(order).first(std::min(kMostHolders, order.size()))) {
      const PassageHolder& h = p.holders[i];
      out_ << "<li>";
      link_(h.span, fmt::format("{}-{}", p.id, i + 1), source_label(article(h.span)));
      out_ << " <span class=\"meta\">"
           << (article(h.span).published.when.known() ? when_text(article(h.span).published.when)
                                                      : std::string("day not known"))
           << "</span>: " << standing(p, h) << "</li>";
    }
    if (p.holders.size() > kMostHolders)
      out_ << "<li>" << p.holders.size() - kMostHolders << " more</li>";
    out_ << "</ul></details></div></li>\n";
  }

  std::string standing(const Passage& p, const PassageHolder& h) const {
    std::string text;
    if (h.from >= 0)
      text = "from " + place(p.holders[static_cast<std::size_t>(h.from)].span);
    else if (h.standing == "origin")
      text = "first in this pile";
    else if (h.standing == "undecidable")
      text = "nothing tells who had it from whom";
    else
      text = "not known";
    for (std::size_t i = 0; i < h.because.size(); ++i)
      text += (i == 0 ? ". " : " ") + escape_html(h.because[i]);
    return text;
  }

  const Pile& pile_;
  const PageStories& stories_;
  const LinkWords& link_;
  std::ostream& out_;
};

}  // namespace

void write_shared_words(const Pile& pile, const PageStories& stories, std::size_t most,
                        const LinkWords& link, std::ostream& out) {
  SharedWords(pile, stories, link, out).write(most);
}

}  // namespace fabula::render
