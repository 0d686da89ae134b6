#include "render/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "render/changes.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

struct RuleText {
  std::string_view id;
  std::string_view text;
};

constexpr RuleText kRuleTexts[] = {
#define FABULA_RULE(id, text) {id, text},
#include "render/rule_texts.inc"
#undef FABULA_RULE
};

// The text of the longest id that `rule` begins with.
std::string rule_text(std::string_view rule) {
  const RuleText* best = nullptr;
  for (const RuleText& r : kRuleTexts)
    if (rule.starts_with(r.id) && (best == nullptr || r.id.size() > best->id.size())) best = &r;
  return best == nullptr ? std::string() : std::string(best->text);
}

class Writer {
 public:
  Writer(const Pile& pile, const TextStyle& style, std::ostream& out)
      : pile_(pile), index_(pile), style_(style), out_(out) {}

  // Lines under a label; nothing when there are no words.
  void field(std::string_view label, std::string_view words) {
    if (words.empty()) return;
    constexpr std::uint32_t kLabelWidth = 12;
    const std::uint32_t width = std::max<std::uint32_t>(style_.width, 40) - kLabelWidth - 1;
    bool is_first = true;
    for (const std::string& line : wrap(words, width)) {
      out_ << fmt::format("{:<{}} {}\n", is_first ? label : "", kLabelWidth, line);
      is_first = false;
    }
  }

  // The words of a span between the sentences around it, marked.
  void words_in_context(Span span, std::uint32_t n_context) {
    const AnnotatedArticle& a = pile_.articles[span.article];
    Range around = span.range;
    const auto& sentences = a.segmentation.sentences;
    const auto first =
        std::partition_point(sentences.begin(), sentences.end(),
                             [&](const Sentence& s) { return s.range.end <= span.range.begin; });
    const auto last = std::partition_point(
        first, sentences.end(), [&](const Sentence& s) { return s.range.begin < span.range.end; });
    if (first != last) {
      const auto n_before = std::min<std::ptrdiff_t>(n_context, first - sentences.begin());
      const auto n_after = std::min<std::ptrdiff_t>(n_context, sentences.end() - last);
      around.begin = std::min(around.begin, (first - n_before)->range.begin);
      around.end = std::max(around.end, (last + n_after - 1)->range.end);
    }
    const std::string before = shown_words(a.article, {around.begin, span.range.begin});
    const std::string after = shown_words(a.article, {span.range.end, around.end});
    const std::string words = shown_words(a.article, span.range);
    const std::string open = "»";
    const std::string close = "«";
    for (std::string line : wrap(before + open + words + close + after, style_.width - 2)) {
      if (style_.color) {
        if (const auto at = line.find(open); at != std::string::npos)
          line.replace(at, open.size(), "\x1b[1;4m");
        if (const auto at = line.find(close); at != std::string::npos)
          line.replace(at, close.size(), "\x1b[0m");
      }
      out_ << "  " << line << '\n';
    }
    out_ << '\n';
  }

  void place(Span span) {
    const Article& a = pile_.articles[span.article].article;
    const std::int32_t paragraph = index_.paragraph_at(span.article, span.range.begin);
    field("where", fmt::format("{}, {}bytes {}–{} of its text", a.sources.front(),
                               paragraph < 0 ? "" : fmt::format("paragraph {}, ", paragraph + 1),
                               span.range.begin, span.range.end));
  }

  void article(std::uint32_t i) {
    const Article& a = pile_.articles[i].article;
    field("article", title_label(a));
    field("source", a.outlet);
    field("file", fmt::format("{}", fmt::join(a.sources, ", ")));
    field("byline", a.byline);
    field("published",
          fmt::format("{} ({})", when_text(a.published.when), name_of(a.published.basis)));
    for (const Range note : a.content_notes) field("note", fabula::words_of(a.text, note));
    field("id", a.id);
    field("sha256", a.sha256);
  }

  void told_by(std::uint32_t i) {
    const Article& a = pile_.articles[i].article;
    field("source", fmt::format("{} · {} · {}", source_label(a), when_text(a.published.when),
                                title_label(a)));
    for (const Range note : a.content_notes) field("note", fabula::words_of(a.text, note));
  }

  void quote_data(const Quote& q, const Article& a) {
    if (q.speaker)
      field("said by", fmt::format("{} ('{}'), grade {}", q.speaker->name,
                                   one_line(q.speaker->as, 80), name_of(q.grade)));
    else
      field("said by", "unknown");
    if (q.cue) field("cue", fabula::words_of(a.text, *q.cue));
    if (q.channel) field("channel", q.channel->name);
    if (q.said.known()) field("said", when_text(q.said));
    field("kind", name_of(q.kind));
  }

  void rule(std::string_view id) {
    const std::string text = rule_text(id);
    field("rule", text.empty() ? std::string(id) : fmt::format("{}: {}", id, text));
  }

  // What differs between the two sides, marked; nothing when no word does.
  void changes(const ReuseLink& link) {
    const EditCounts counts = count_edits(pile_, link);
    if (counts.n_words > 0) {
      constexpr std::uint32_t kLabelWidth = 12;
      const std::uint32_t width = std::max<std::uint32_t>(style_.width, 40) - kLabelWidth - 1;
      bool is_first = true;
      for (const std::string& line : marked_lines(
               merged_pieces(pile_, {&link, Side::kA}, link.a.range), width, style_.color)) {
        out_ << fmt::format("{:<{}} {}\n", is_first ? "changes" : "", kLabelWidth, line);
        is_first = false;
      }
    }
    field(counts.n_words > 0 ? "" : "changes",
          quote_rest_text(pile_, link, source_label(pile_.articles[link.a.article].article),
                          source_label(pile_.articles[link.b.article].article)));
    if (counts.n_small > 0)
      field("", fmt::format("{} of marks or capitals only (not marked)", counts.n_small));
  }

  std::string holder_label(const Passage& passage, std::int32_t holder) const {
    const Span& span = passage.holders[static_cast<std::size_t>(holder)].span;
    const Article& a = pile_.articles[span.article].article;
    return fmt::format("{} · {}", source_label(a), when_text(a.published.when));
  }

  void holder(const Passage& passage, std::size_t i) {
    const PassageHolder& h = passage.holders[i];
    field(h.standing, holder_label(passage, static_cast<std::int32_t>(i)));
    if (h.from >= 0) field("from", holder_label(passage, h.from));
    place(h.span);
  }

  void lost_source(const Passage& passage) {
    if (passage.lost_source)
      field("note",
            "a source may be missing: several share words that none can have from another, or "
            "credit an agency whose article is not among them");
  }

  void list(std::string_view label, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) field(label, line);
  }

  const Pile& pile_;
  PileIndex index_;
  const TextStyle& style_;
  std::ostream& out_;
};

// --- show -------------------------------------------------------------------------------------

class Show : public Writer {
 public:
  Show(const Pile& pile, std::uint32_t n_context, const TextStyle& style, std::ostream& out)
      : Writer(pile, style, out), n_context_(n_context) {}

  void operator()(FoundArticle found) {
    article(found.article);
    const AnnotatedArticle& a = pile_.articles[found.article];
    out_ << '\n';
    for (const Paragraph& p : a.article.paragraphs)
      field(name_of(p.role), fabula::words_of(a.article.text, p.range));
  }
  void operator()(FoundQuote found) {
    const AnnotatedArticle& a = pile_.articles[found.ref.article];
    const Quote& q = a.quotes[found.ref.index];
    words_in_context({found.ref.article, q.range}, n_context_);
    quote_data(q, a.article);
    told_by(found.ref.article);
    place({found.ref.article, q.range});
  }
  void operator()(FoundTime found) {
    const AnnotatedArticle& a = pile_.articles[found.ref.article];
    const TimeExpression& t = a.times[found.ref.index];
    words_in_context({found.ref.article, t.range}, n_context_);
    field("means", fmt::format("{} ({})", t.value, when_text(t.when)));
    told_by(found.ref.article);
    place({found.ref.article, t.range});
  }
  void operator()(const Person* p) {
    field("name", p->name);
    list("also", p->forms);
    list("as", p->roles);
    field("mentions", std::to_string(p->n_mentions));
  }
  void operator()(const Family* f) {
    field("words", f->text);
    for (const FamilyMember& m : f->members) {
      const AnnotatedArticle& a = pile_.articles[m.quote.article];
      field(m.change, fmt::format("{} · {} · {}", source_label(a.article),
                                  when_text(a.article.published.when),
                                  words_of(a.article, a.quotes[m.quote.index])));
    }
  }
  void operator()(const ReuseLink* r) {
    words_in_context(r->a, n_context_);
    told_by(r->a.article);
    place(r->a);
    out_ << '\n';
    words_in_context(r->b, n_context_);
    told_by(r->b.article);
    place(r->b);
    out_ << '\n';
    field("shared", fmt::format("{} equal words of {}", r->words, r->aligned_words));
    changes(*r);
    field("class", r->type);
    field("direction", r->direction);
  }
  void operator()(const Passage* p) {
    bool is_first = true;
    for (const std::size_t i : in_time_order(pile_, *p)) {
      if (!is_first) out_ << '\n';
      is_first = false;
      words_in_context(p->holders[i].span, n_context_);
      holder(*p, i);
    }
    lost_source(*p);
  }
  void operator()(const CopyGroup* c) {
    for (const std::uint32_t i : c->articles) told_by(i);
  }
  void operator()(const Event* e) {
    words_in_context(e->line, n_context_);
    field("when", when_text(e->when));
    told_by(e->line.article);
    place(e->line);
    field("told", fmt::format("{} articles, {} origins", e->n_articles, e->n_origins));
    for (const Span& telling : e->tellings)
      if (telling != e->line)
        field("also", fmt::format("{}: {}", source_label(pile_.articles[telling.article].article),
                                  fabula::render::words_of(pile_, telling)));
  }

 private:
  std::uint32_t n_context_;
};

// --- why --------------------------------------------------------------------------------------

class Why : public Writer {
 public:
  using Writer::Writer;

  void operator()(FoundArticle found) {
    const Article& a = pile_.articles[found.article].article;
    field("published",
          fmt::format("{} ({})", when_text(a.published.when), name_of(a.published.basis)));
    list("because", a.published.because);
    for (const DateCandidate& c : a.date_candidates)
      field(c.chosen ? "chosen" : "not chosen",
            fmt::format("{} from {} '{}'{}", when_text(c.when), c.origin, one_line(c.as, 80),
                        c.rejected.empty() ? "" : ": " + c.rejected));
    out_ << '\n';
    for (const Paragraph& p : a.paragraphs) {
      if (p.role == Role::kBody) continue;
      field(name_of(p.role),
            fmt::format("{}  [{}]", one_line(fabula::words_of(a.text, p.range), 100), p.rule));
    }
    list("doubt", a.report.doubts);
    field("kept",
          fmt::format("{} of {} bytes a reader could see; {} blocks of the page left outside",
                      a.report.kept_bytes, a.report.visible_bytes, a.report.n_dropped_blocks));
  }
  void operator()(FoundQuote found) {
    const AnnotatedArticle& a = pile_.articles[found.ref.article];
    const Quote& q = a.quotes[found.ref.index];
    rule(q.rule);
    words_in_context({found.ref.article, q.range}, 1);
    quote_data(q, a.article);
    if (q.speaker && q.speaker->thing >= 0) {
      const NamedThing& thing = a.names.things[static_cast<std::size_t>(q.speaker->thing)];
      field("name", fmt::format("{}: named {} times here", thing.name, thing.n_mentions));
      list("form", thing.forms);
    }
    place({found.ref.article, q.range});
  }
  void operator()(FoundTime found) {
    const AnnotatedArticle& a = pile_.articles[found.ref.article];
    const TimeExpression& t = a.times[found.ref.index];
    rule(t.rule);
    words_in_context({found.ref.article, t.range}, 0);
    field("means", fmt::format("{} ({})", t.value, when_text(t.when)));
    field("against", t.anchor);
    if (t.anchor == "published") field("published", when_text(a.article.published.when));
    list("or", t.alternatives);
    place({found.ref.article, t.range});
  }
  void operator()(const Person* p) {
    rule(p->rule);
    for (const RecordRef& thing : p->things)
      field("in",
            fmt::format(
                "{}: {}", source_label(pile_.articles[thing.article].article),
                fmt::join(pile_.articles[thing.article].names.things[thing.index].forms, ", ")));
  }
  void operator()(const Family* f) {
    field("words", f->text);
    if (f->first < 0) field("first", "not known: a member without a date could be earlier");
    for (const FamilyMember& m : f->members) {
      const AnnotatedArticle& a = pile_.articles[m.quote.article];
      field(m.change, words_of(a.article, a.quotes[m.quote.index]));
      for (const WordEdit& e : m.edits)
        field("", fmt::format("{}: '{}' → '{}'", e.op, e.was, e.now));
    }
  }
  void operator()(const ReuseLink* r) {
    rule(r->rule);
    field("because", r->because);
    field("class", r->type);
    field("direction", r->direction);
    field("shared", fmt::format("{} equal words of {}", r->words, r->aligned_words));
    const Reading reading{r, Side::kA};
    for (const TextEdit& e : r->edits)
      field(e.op, fmt::format("'{}' → '{}'", one_line(reading.was(pile_, e), 120),
                              one_line(reading.now(pile_, e), 120)));
    if (r->moved) field("moved", "another passage of the two stands before it in one article only");
    place(r->a);
    place(r->b);
  }
  void operator()(const Passage* p) {
    rule(p->rule);
    bool is_first = true;
    for (const std::size_t i : in_time_order(pile_, *p)) {
      const PassageHolder& h = p->holders[i];
      if (!is_first) out_ << '\n';
      is_first = false;
      holder(*p, i);
      list("because", h.because);
      evidence(h);
      if (h.runner_up >= 0)
        field("or from", fmt::format("{}, the next best", holder_label(*p, h.runner_up)));
    }
    lost_source(*p);
  }
  // Words here and, in turns, those of the source they rest on.
  void evidence(const PassageHolder& h) {
    const auto quoted = [&](const Span& span) {
      return fmt::format("'{}'", one_line(shown_words(pile_, span), 200));
    };
    for (std::size_t i = 0; i + 1 < h.evidence.size(); i += 2) {
      const std::string here = quoted(h.evidence[i]), there = quoted(h.evidence[i + 1]);
      if (here == there)
        field("both have", here);
      else
        field("here", fmt::format("{}, there {}", here, there));
    }
    if (h.evidence.size() % 2 == 1) field("words", quoted(h.evidence.back()));
  }
  void operator()(const CopyGroup* c) {
    for (const std::uint32_t i : c->articles) told_by(i);
  }
  void operator()(const Event* e) {
    rule(e->rule);
    words_in_context(e->line, 0);
    field("when", when_text(e->when));
    list("because", e->because);
    place(e->line);
    for (const Span& telling : e->tellings) place(telling);
  }
};

}  // namespace

Result<void> write_show(const Pile& pile, std::string_view id, std::uint32_t n_context,
                        const TextStyle& style, std::ostream& out) {
  FABULA_TRY(const FoundRecord record, find_record(pile, id));
  std::visit(Show(pile, n_context, style, out), record);
  return {};
}

Result<void> write_why(const Pile& pile, std::string_view id, const TextStyle& style,
                       std::ostream& out) {
  FABULA_TRY(const FoundRecord record, find_record(pile, id));
  std::visit(Why(pile, style, out), record);
  return {};
}

}  // namespace fabula::render
