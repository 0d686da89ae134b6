// show: a record with its words in context.
#include "render/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "render/changes.hpp"
#include "render/disagreements.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/pile_index.hpp"
#include "render/record_writer.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

class Show : public RecordWriter {
 public:
  Show(const Pile& pile, std::uint32_t n_context, const TextStyle& style, std::ostream& out)
      : RecordWriter(pile, style, out), n_context_(n_context) {}

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
  void operator()(const Story* s) {
    field("story", title_label(pile_.articles[s->central].article));
    field("told", counted(s->members.size(), "articles") + ", " + counted(s->n_origins, "origins"));
    for (const std::uint32_t i : in_time_order(pile_, *s)) told_by(s->members[i].article);
  }
  void operator()(const Disagreement* d) {
    field("differ on", about_text(*d));
    for (const DisagreeingValue& v : d->values) {
      out_ << '\n';
      field(v.value, standing_of(pile_, v));
      for (const ValueTelling& t : v.tellings) {
        words_in_context(t.words, n_context_);
        told_by(t.words.article);
      }
    }
  }
  void operator()(const Event* e) {
    words_in_context(e->line, n_context_);
    field("when", when_text(e->when));
    told_by(e->line.article);
    place(e->line);
    field("told", counted(e->n_articles, "articles") + ", " + counted(e->n_origins, "origins"));
    for (const Span& telling : e->tellings)
      if (telling != e->line)
        field("also", fmt::format("{}: {}", source_label(pile_.articles[telling.article].article),
                                  fabula::render::words_of(pile_, telling)));
  }
  void operator()(const NewsItem* n) {
    words_in_context(n->span, n_context_);
    field("this is", news_label(pile_, *n));
    told_by(n->span.article);
    place(n->span);
    for (const auto& other : {n->earlier, n->unless}) {
      if (!other) continue;
      out_ << '\n';
      words_in_context(*other, n_context_);
      told_by(other->article);
      place(*other);
    }
  }

 private:
  std::uint32_t n_context_;
};

}  // namespace

Result<void> write_show(const Pile& pile, std::string_view id, std::uint32_t n_context,
                        const TextStyle& style, std::ostream& out) {
  FABULA_TRY(const FoundRecord record, find_record(pile, id));
  std::visit(Show(pile, n_context, style, out), record);
  return {};
}

}  // namespace fabula::render
