#include "render/markdown.hpp"

#include <fmt/format.h>

#include <numeric>

#include "model/short_edition.hpp"
#include "model/weight.hpp"
#include "render/changes.hpp"
#include "render/disagreements.hpp"
#include "render/event_days.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/statement_texts.hpp"
#include "render/statements.hpp"

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

// What most articles tell or look back on, before all the lines: where there are many.
void write_short_edition(const Pile& pile, std::ostream& out) {
  std::vector<std::uint32_t> lines(pile.events.size());
  std::iota(lines.begin(), lines.end(), std::uint32_t{0});
  lines = short_edition(pile, weigh_events(pile), lines);
  if (lines.size() == pile.events.size()) return;
  out << "## In short\n\n"
      << lines.size() << " of " << pile.events.size() << " lines: " << kShortEditionRule << ".\n\n";
  for (const std::uint32_t line : lines) {
    const Event& e = pile.events[line];
    out << "- **" << when_text(e.when) << "** " << escaped(shown_words(pile, e.line)) << " `"
        << short_id(e.id) << "`\n";
  }
  out << '\n';
}

void write_events(const Pile& pile, std::ostream& out) {
  out << "## What happened when\n\n";
  if (pile.events.empty()) out << "No dated line was found.\n";
  bool is_dated = true;
  for (const Event& e : pile.events) {
    const Article& a = pile.articles[e.line.article].article;
    if (is_dated && !e.when.known()) out << "\n### Undated\n\n";
    is_dated = e.when.known();
    const std::string words = escaped(shown_words(pile, e.line));
    if (is_dated)
      out << "- **" << when_text(e.when) << "** (" << escaped(basis_text(pile, e, days_of(pile, e)))
          << ") " << words;
    else
      out << "- " << words;
    out << "  \n  " << counted(e.n_articles, "articles") << ", " << counted(e.n_origins, "origins")
        << "; " << place_text(a, e.line.range) << " `" << short_id(e.id) << "`\n";
    if (is_dated) continue;
    for (const std::string& reason : undated_reasons(pile, e))
      out << "  - " << escaped(reason) << '\n';
  }
  out << '\n';
}

// A quotation's place and id.
std::string quote_place(const Pile& pile, RecordRef ref) {
  const AnnotatedArticle& a = pile.articles[ref.article];
  const Quote& q = a.quotes[ref.index];
  return fmt::format("{} `{}`", place_text(a.article, q.range), short_id(quote_id(a.article, q)));
}

void write_places(const Pile& pile, const Statement& s, const Voice& voice, std::ostream& out) {
  const Family& family = pile.families[static_cast<std::size_t>(s.family)];
  out << "  - " << escaped(places_text(pile, s)) << " `" << short_id(family.id) << "`\n";
  for (const std::uint32_t member : s.places) {
    std::vector<std::string> said = {quote_place(pile, family.members[member].quote)};
    if (std::string text = standing_text(pile, s, member); !text.empty())
      said.push_back("**" + text + "**");
    said.push_back(escaped(change_text(pile, s, member)));
    if (const std::string text = other_speaker_text(pile, s, voice, member); !text.empty())
      said.push_back(escaped(text));
    if (const std::string text = alteration_text(family.members[member]); !text.empty())
      said.push_back("**" + text + "**");
    out << "    - " << fmt::format("{}", fmt::join(said, "; "));
    if (const std::vector<Piece> pieces = changed_words(pile, s, member); !pieces.empty())
      out << ": " << escaped(plain_marks(pieces));
    out << '\n';
  }
}

void write_statement(const Pile& pile, const WhoSaidWhat& all, const Statement& s,
                     std::ostream& out) {
  const AnnotatedArticle& a = pile.articles[s.shown.article];
  const Quote& q = a.quotes[s.shown.index];
  const Voice& voice = all.voices[s.voice];
  const std::string words = escaped(words_of(a.article, q));
  out << "- " << (q.kind == QuoteKind::kIndirect ? "reported: " + words : "“" + words + "”")
      << "  \n  ";
  std::vector<std::string> manner;
  if (const Grade grade = pile.articles[s.told.article].quotes[s.told.index].grade;
      grade != Grade::kNone)
    manner.emplace_back(sure_text(grade));
  for (const std::string& text : manner_texts(pile, s, voice)) manner.push_back(escaped(text));
  if (s.around >= 0) {
    const Statement& outer = all.statements[static_cast<std::size_t>(s.around)];
    manner.push_back("quoted inside of words of " + escaped(voice_title(all.voices[outer.voice])));
  }
  if (!manner.empty()) out << fmt::format("{}", fmt::join(manner, "; ")) << "  \n  ";
  out << quote_place(pile, s.shown) << '\n';
  if (s.family < 0) return;
  for (const std::string& conflict : conflict_texts(pile, s))
    out << "  - **" << escaped(conflict) << "**\n";
  write_places(pile, s, voice, out);
}

void write_quotes(const Pile& pile, std::ostream& out) {
  out << "## Who said what\n\n";
  const PileIndex index(pile);
  const WhoSaidWhat all = who_said_what(pile, index);
  for (const Voice& voice : all.voices) {
    out << "### " << escaped(voice_title(voice)) << "\n\n"
        << escaped(voice_about(pile, voice)) << "\n\n";
    for (const std::uint32_t i : voice.statements)
      write_statement(pile, all, all.statements[i], out);
    out << '\n';
  }
}

void write_reuse(const Pile& pile, std::ostream& out) {
  out << "## Shared words\n\n";
  for (const ReuseLink& r : pile.reuse) {
    if (r.type == "furniture" || r.type == "chance" || r.type == "credit") continue;
    const Article& a = pile.articles[r.a.article].article;
    const Article& b = pile.articles[r.b.article].article;
    out << "- " << r.words << " words, " << r.type.str() << ", direction " << r.direction.str()
        << ": " << place_text(a, r.a.range) << " and " << place_text(b, r.b.range) << ": “"
        << escaped(one_line(shown_words(pile, r.a), 300)) << "” `" << short_id(r.id) << "`\n";
    constexpr std::size_t kMostChanges = 8;
    if (const std::string changes = changes_text(pile, {&r, Side::kA}, kMostChanges);
        !changes.empty())
      out << "  - changes: " << escaped(changes) << '\n';
  }
  out << '\n';
}

// How much each article adds, and what in it changes what was told before. Which sentences are new
// stands in the tables.
void write_news(const Pile& pile, std::ostream& out) {
  out << "## What each article adds\n\n";
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
    const Article& a = pile.articles[i].article;
    const std::string text = news_text(count_news(pile, i));
    if (text.empty()) continue;
    out << "- " << escaped(source_label(a)) << ", " << published_text(a.published) << ": " << text
        << " `" << short_id(a.id) << "`\n";
    for (const NewsItem& item : news_of(pile, i)) {
      if (item.label != "update" && item.label != "correction") continue;
      out << "  - **" << escaped(news_label(pile, item))
          << "**: " << escaped(shown_words(pile, item.span));
      if (item.earlier) out << "; before: " << escaped(shown_words(pile, *item.earlier));
      out << " `" << short_id(news_id(a, item)) << "`\n";
    }
  }
  out << '\n';
}

void write_disagreements(const Pile& pile, std::ostream& out) {
  if (pile.disagreements.empty()) return;
  out << "## Where accounts differ\n\n";
  for (const Disagreement& d : pile.disagreements) {
    out << "- **" << escaped(about_text(d)) << "**: " << escaped(d.because) << " `"
        << short_id(d.id) << "`\n";
    for (const DisagreeingValue& v : d.values) {
      out << "  - **" << escaped(v.value) << "** (" << escaped(standing_of(pile, v)) << ")\n";
      for (const ValueTelling& t : v.tellings) {
        const AnnotatedArticle& a = pile.articles[t.words.article];
        const Sentence* sentence = sentence_at(a.segmentation, t.words.range.begin);
        const Range line = sentence != nullptr ? sentence->range : t.words.range;
        out << "    - " << escaped(one_line(fabula::words_of(a.article.text, line), 300)) << " ("
            << place_text(a.article, t.words.range) << ")\n";
      }
    }
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
  const PileIndex index(pile);
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
    const ArticleDate* date = index.date_of(i);
    if (date == nullptr) continue;
    const Article& a = pile.articles[i].article;
    const auto write_steps = [&](const std::vector<DateStep>& steps) {
      out << "\n\n";
      for (std::size_t k = 0; k < steps.size(); ++k)
        out << k + 1 << ". " << escaped(steps[k].because) << " (" << steps[k].rule << ")\n";
    };
    if (!date->steps.empty()) {
      out << "\n### " << (date->is_proven() ? "When " : "What speaks against the day of ")
          << escaped(a.sources.front());
      if (date->is_proven()) out << " appeared: " << when_text(date->when);
      write_steps(date->steps);
    }
    if (!date->guess.empty()) {
      out << "\n### A likely day of " << escaped(a.sources.front()) << ", a guess: about "
          << when_text(when_day(*date->when.likely));
      write_steps(date->guess);
    }
  }
  out << "\n## Left out\n\n";
  if (pile.left_out.empty()) out << "Nothing was left out.\n";
  for (const LeftOut& l : pile.left_out)
    out << "- " << escaped(l.source) << ": " << escaped(l.error.what) << '\n';
}

}  // namespace

void write_markdown(const Pile& pile, std::ostream& out) {
  out << "# The story in " << counted(pile.articles.size(), "articles") << "\n\n";
  write_notes(pile, out);
  write_short_edition(pile, out);
  write_events(pile, out);
  write_quotes(pile, out);
  write_disagreements(pile, out);
  write_reuse(pile, out);
  write_news(pile, out);
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
