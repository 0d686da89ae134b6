#include "render/html_quotes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/record_writer.hpp"
#include "render/speaker_reason.hpp"
#include "render/statement_texts.hpp"
#include "render/statements.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kMostPlaces = 20;    // listed under a statement
constexpr std::size_t kMostOpen = 5;       // more reported statements of a speaker are folded
constexpr std::size_t kMostInJumps = 24;   // speakers in the list at the top
constexpr std::size_t kFewVoices = 3;      // so few need no such list
constexpr std::size_t kInsideBytes = 160;  // of a statement of somebody else inside of another

class Quotes {
 public:
  Quotes(const Pile& pile, const PileIndex& index, const PageStories& stories, std::size_t most,
         const LinkWords& link, std::ostream& out)
      : pile_(pile),
        index_(index),
        stories_(stories),
        all_(who_said_what(pile, index)),
        n_left_(most),
        link_(link),
        out_(out) {}

  void write() {
    out_ << "<section aria-labelledby=\"quotes\"><h2 id=\"quotes\">Who said what</h2>\n";
    if (all_.voices.empty()) out_ << "<p>No quotation was found.</p>\n";
    stories_.write_nothing_here(out_);
    jumps();
    for (std::size_t v = 0; v < all_.voices.size() && n_left_ > 0; ++v) voice(v);
    if (const std::size_t n = all_.statements.size() - n_written_; n > 0)
      out_ << "<p class=\"meta\">" << counted(n, "statements")
           << " more not on this page: fabula quotes shows all.</p>\n";
    out_ << "</section>\n";
  }

 private:
  const AnnotatedArticle& annotated(RecordRef ref) const { return pile_.articles[ref.article]; }
  const Quote& quote(RecordRef ref) const { return annotated(ref).quotes[ref.index]; }
  const Family& family(const Statement& s) const {
    return pile_.families[static_cast<std::size_t>(s.family)];
  }
  bool is_reported(const Statement& s) const { return quote(s.shown).kind == QuoteKind::kIndirect; }
  // Shown only under the statement that holds it: who says both is one.
  bool is_nested(const Statement& s) const {
    return s.around >= 0 && all_.statements[static_cast<std::size_t>(s.around)].voice == s.voice;
  }

  std::vector<std::uint32_t> articles_of(const Statement& s) const {
    if (s.family < 0) return {s.shown.article};
    std::vector<std::uint32_t> articles;
    for (const std::uint32_t member : s.places)
      articles.push_back(family(s).members[member].quote.article);
    return articles;
  }
  std::vector<std::uint32_t> articles_of(const Voice& voice) const {
    std::vector<std::uint32_t> articles;
    for (const std::uint32_t i : voice.statements)
      for (const std::uint32_t article : articles_of(all_.statements[i]))
        articles.push_back(article);
    return articles;
  }

  void jumps() {
    const auto is_named = [](const Voice& voice) { return voice.kind == VoiceKind::kNamed; };
    const auto n =
        static_cast<std::size_t>(std::count_if(all_.voices.begin(), all_.voices.end(), is_named));
    if (n <= kFewVoices) return;
    out_ << "<nav class=\"jumps\" aria-label=\"Who is quoted\"><ul>";
    std::size_t n_before = 0;  // statements: a speaker behind too many of them is not on the page
    for (std::size_t v = 0; v < n; ++v) {
      if (v < kMostInJumps && n_before < n_left_)
        out_ << "<li" << stories_.attribute(articles_of(all_.voices[v])) << "><a href=\"#voice-"
             << v + 1 << "\">" << escape_html(all_.voices[v].name) << "</a> <span class=\"of-all\">"
             << all_.voices[v].statements.size() << "</span></li>";
      n_before += all_.voices[v].statements.size();
    }
    if (n > kMostInJumps)
      out_ << "<li class=\"of-all\">and " << n - kMostInJumps << " more below</li>";
    if (n < all_.voices.size() && n_before < n_left_) {
      std::vector<std::uint32_t> articles;
      for (const Voice& voice : std::span(all_.voices).subspan(n))
        for (const std::uint32_t article : articles_of(voice)) articles.push_back(article);
      out_ << "<li" << stories_.attribute(articles) << "><a href=\"#not-named\">not named</a></li>";
    }
    out_ << "</ul></nav>\n";
  }

  void voice(std::size_t v) {
    const Voice& voice = all_.voices[v];
    std::vector<const Statement*> quoted, reported;
    for (const std::uint32_t i : voice.statements)
      if (const Statement& s = all_.statements[i]; !is_nested(s))
        (is_reported(s) ? reported : quoted).push_back(&s);
    if (voice.kind != VoiceKind::kNamed && (v == 0 || all_.voices[v - 1].kind == VoiceKind::kNamed))
      out_ << "<i class=\"at\" id=\"not-named\"></i>";
    out_ << "<section class=\"voice\" aria-labelledby=\"voice-" << v + 1 << "\"><h3 id=\"voice-"
         << v + 1 << "\">" << escape_html(voice_title(voice)) << "</h3>\n<p class=\"meta\">"
         << escape_html(voice_about(pile_, voice))
         << (stories_.offered().empty() ? "" : "<span class=\"in-all\"> of all stories</span>")
         << "</p>\n";
    list(quoted, "<ol class=\"lines\">");
    const bool is_folded = reported.size() > kMostOpen;
    if (is_folded)
      out_ << "<details class=\"fold\"><summary>" << reported.size()
           << " statements reported in an article's own words</summary>\n";
    list(reported,
         "<ol class=\"lines reported\" aria-label=\"Reported in an article's own words\">");
    if (is_folded) out_ << "</details>\n";
    out_ << "</section>\n";
  }

  void list(const std::vector<const Statement*>& statements, std::string_view open) {
    if (statements.empty() || n_left_ == 0) return;
    out_ << open << '\n';
    for (const Statement* s : statements) {
      if (n_left_ == 0) break;
      entry(*s, when_text(first_article(*s).published.when), {});
    }
    out_ << "</ol>\n";
  }

  const Article& first_article(const Statement& s) const {
    return annotated(s.family < 0 ? s.shown : family(s).members[s.places.front()].quote).article;
  }

  void entry(const Statement& s, const std::string& when, std::string_view label) {
    n_left_ -= n_left_ > 0;
    ++n_written_;
    out_ << "<li" << stories_.attribute(articles_of(s)) << "><span class=\"when\">"
         << escape_html(when) << "</span><div>";
    words(s, std::string::npos);
    about(s, label);
    for (const std::string& conflict :
         s.family < 0 ? std::vector<std::string>() : conflict_texts(pile_, s))
      out_ << "<p class=\"conflict\">" << escape_html(conflict) << "</p>";
    out_ << "<div class=\"more\">";
    if (s.family >= 0) places(s);
    reason(s);
    out_ << "</div>";
    inside(s);
    out_ << "</div></li>\n";
  }

  // The words of a statement, linked to their place.
  void words(const Statement& s, std::size_t max_bytes) {
    const bool is_speech = !is_reported(s);
    const std::string text = words_of(annotated(s.shown).article, quote(s.shown));
    out_ << (is_speech ? "“" : "");
    link(s.shown, max_bytes == std::string::npos ? text : one_line(text, max_bytes));
    out_ << (is_speech ? "”" : "");
  }

  void link(RecordRef ref, std::string_view text) {
    const std::string id = quote_id(annotated(ref).article, quote(ref));
    if (linked_.insert(ref).second)
      link_({ref.article, quote(ref).range}, id, text);
    else  // its words are marked already
      out_ << "<a class=\"words\" href=\"#s-" << id << "\">" << escape_html(text) << "</a>";
  }

  // How safe, how said, where.
  void about(const Statement& s, std::string_view label) {
    const Voice& voice = all_.voices[s.voice];
    const Article& article = annotated(s.shown).article;
    std::vector<std::string> parts;
    if (!label.empty()) parts.emplace_back(label);
    if (is_reported(s)) parts.emplace_back("reported");
    for (const std::string& text : manner_texts(pile_, s, voice))
      parts.push_back(escape_html(text));
    parts.push_back((s.family < 0 ? "" : "as in ") + escape_html(source_label(article)) +
                    (s.family < 0 ? "" : ", " + when_text(article.published.when)));
    out_ << "<div class=\"meta\">";
    const std::string_view sure = sure_text(quote(s.told).grade);
    if (!sure.empty() && voice.kind != VoiceKind::kUnknown)
      out_ << "<span class=\"sure\" title=\"How sure the speaker is\">" << sure << "</span> ";
    out_ << fmt::format("{}", fmt::join(parts, " · ")) << "</div>";
  }

  void places(const Statement& s) {
    const Family& f = family(s);
    const auto n_altered =
        std::count_if(f.members.begin(), f.members.end(),
                      [](const FamilyMember& m) { return !alteration_text(m).empty(); });
    out_ << "<details class=\"places\"><summary>" << escape_html(places_text(pile_, s));
    if (n_altered > 0)
      out_ << " <span class=\"flag\">" << n_altered << (n_altered == 1 ? " changes" : " change")
           << " the meaning</span>";
    out_ << "</summary><ol>\n";
    for (std::size_t i = 0; i < std::min(kMostPlaces, s.places.size()); ++i) place(s, s.places[i]);
    out_ << "</ol>";
    if (s.places.size() > kMostPlaces)
      out_ << "<p class=\"meta\">" << s.places.size() - kMostPlaces << " more: fabula why "
           << short_id(f.id) << " shows all.</p>";
    out_ << "</details>";
  }

  void place(const Statement& s, std::uint32_t member) {
    const FamilyMember& m = family(s).members[member];
    const Article& article = annotated(m.quote).article;
    out_ << "<li>";
    link(m.quote, source_label(article));
    out_ << "<span class=\"meta\">, " << when_text(article.published.when);
    const std::string standing = standing_text(pile_, s, member);
    if (!standing.empty())
      out_ << (article.published.when.earliest ? " · <b>" : ": <b>") << standing << "</b>";
    out_ << " · " << escape_html(change_text(pile_, s, member));
    if (const std::string other = other_speaker_text(pile_, s, all_.voices[s.voice], member);
        !other.empty())
      out_ << " · " << escape_html(other);
    out_ << "</span>";
    if (const std::string alters = alteration_text(m); !alters.empty())
      out_ << " <span class=\"flag\">" << alters << "</span>";
    if (const std::vector<Piece> pieces = changed_words(pile_, s, member); !pieces.empty())
      out_ << "<p class=\"edits\">" << html_marks(pieces) << "</p>";
    out_ << "</li>\n";
  }

  void reason(const Statement& s) {
    const std::string because = speaker_reason(pile_, index_, s.told);
    const std::string rule = rule_text(quote(s.told).rule);
    if (because.empty() && rule.empty()) return;
    out_ << "<details class=\"why\"><summary>" << (because.empty() ? "why" : "why this speaker")
         << "</summary>";
    if (!because.empty()) out_ << "<p>" << escape_html(because) << "</p>";
    if (!rule.empty()) out_ << "<p class=\"meta\">Rule: " << escape_html(rule) << "</p>";
    out_ << "</details>";
  }

  void inside(const Statement& s) {
    if (s.inside.empty() || n_left_ == 0) return;
    out_ << "<ol class=\"lines inside\" aria-label=\"Quoted inside\">\n";
    for (const std::uint32_t i : s.inside) {
      const Statement& inner = all_.statements[i];
      if (n_left_ == 0) break;
      if (is_nested(inner)) {
        entry(inner, {}, "quoted inside");
        continue;
      }
      out_ << "<li><div>";
      words(inner, kInsideBytes);
      out_ << "<div class=\"meta\">quoted inside: "
           << escape_html(voice_title(all_.voices[inner.voice])) << "</div></div></li>\n";
    }
    out_ << "</ol>";
  }

  const Pile& pile_;
  const PileIndex& index_;
  const PageStories& stories_;
  const WhoSaidWhat all_;
  std::size_t n_left_;
  std::size_t n_written_ = 0;
  std::set<RecordRef> linked_;
  const LinkWords& link_;
  std::ostream& out_;
};

}  // namespace

void write_quotes(const Pile& pile, const PileIndex& index, const PageStories& stories,
                  std::size_t most, const LinkWords& link, std::ostream& out) {
  Quotes(pile, index, stories, most, link, out).write();
}

}  // namespace fabula::render
