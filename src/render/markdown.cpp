#include "render/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/changes.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

std::string escaped(std::string_view words) { return escape_markdown(words); }

std::string place_text(const Article& a, Range range) {
  return fmt::format("{}, {}, bytes {}–{}", escaped(source_label(a)), when_text(a.published.when),
                     range.begin, range.end);
}

void write_notes(const Pile& pile, std::ostream& out) {
  for (const AnnotatedArticle& a : pile.articles)
    for (const Range note : a.article.content_notes)
      out << "> **Note** (" << escaped(source_label(a.article))
          << "): " << escaped(fabula::words_of(a.article.text, note)) << "\n\n";
}

void write_timeline(const Pile& pile, std::ostream& out) {
  out << "## What happened when\n\n";
  if (pile.events.empty()) out << "No dated line was found.\n";
  for (const Event& e : pile.events) {
    const Article& a = pile.articles[e.line.article].article;
    out << "- **" << when_text(e.when) << "** " << escaped(shown_words(pile, e.line)) << "  \n  "
        << e.n_articles << " articles, " << e.n_origins << " origins; "
        << place_text(a, e.line.range) << " `" << short_id(e.id) << "`\n";
  }
  out << '\n';
}

void write_quotes(const Pile& pile, std::ostream& out) {
  out << "## Who said what\n\n";
  for (const AnnotatedArticle& a : pile.articles)
    for (const Quote& q : a.quotes) {
      const std::string words = escaped(words_of(a.article, q));
      out << "- **" << escaped(q.speaker ? q.speaker->name : "unknown") << "**"
          << (q.speaker ? fmt::format(" ({})", name_of(q.grade)) : "") << ' '
          << (q.kind == QuoteKind::kIndirect ? "reported: " + words : "“" + words + "”") << "  \n  "
          << place_text(a.article, q.range) << " `" << short_id(quote_id(a.article, q)) << "`\n";
    }
  out << '\n';
}

void write_reuse(const Pile& pile, std::ostream& out) {
  out << "## Shared words\n\n";
  for (const ReuseLink& r : pile.reuse) {
    if (r.type == "furniture" || r.type == "chance" || r.type == "credit") continue;
    const Article& a = pile.articles[r.a.article].article;
    const Article& b = pile.articles[r.b.article].article;
    out << "- " << r.words << " words, " << r.type << ", direction " << r.direction << ": "
        << place_text(a, r.a.range) << " and " << place_text(b, r.b.range) << ": “"
        << escaped(one_line(shown_words(pile, r.a), 300)) << "” `" << short_id(r.id) << "`\n";
    constexpr std::size_t kMostChanges = 8;
    if (const std::string changes = changes_text(pile, {&r, Side::kA}, kMostChanges);
        !changes.empty())
      out << "  - changes: " << escaped(changes) << '\n';
  }
  out << '\n';
}

void write_articles(const Pile& pile, std::ostream& out) {
  out << "## Articles\n\n| published | basis | source | title | file |\n| --- | --- | --- | --- | "
         "--- |\n";
  for (const AnnotatedArticle& annotated : pile.articles) {
    const Article& a = annotated.article;
    out << "| " << when_text(a.published.when) << " | " << name_of(a.published.basis) << " | "
        << escaped(source_label(a)) << " | " << escaped(title_label(a)) << " | "
        << escaped(a.sources.front()) << " |\n";
  }
  out << "\n## Left out\n\n";
  if (pile.left_out.empty()) out << "Nothing was left out.\n";
  for (const LeftOut& l : pile.left_out)
    out << "- " << escaped(l.source) << ": " << escaped(l.error.what) << '\n';
}

}  // namespace

void write_markdown(const Pile& pile, std::ostream& out) {
  out << "# The story in " << pile.articles.size() << " articles\n\n";
  write_notes(pile, out);
  write_timeline(pile, out);
  write_quotes(pile, out);
  write_reuse(pile, out);
  write_articles(pile, out);
}

std::string escape_markdown(std::string_view words) {
  const std::string line = one_line(words, words.size() + 1);
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    // A mark that only means something at the start of a line is escaped only there.
    const bool is_start_mark = i == 0 && std::string_view("#+-=").find(c) != std::string_view::npos;
    if (is_start_mark || std::string_view("\\`*_[]<>|&~!").find(c) != std::string_view::npos)
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace fabula::render
