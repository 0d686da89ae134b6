// why: the rule behind a record, what it looked at, what was rejected.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/utterance.hpp"
#include "render/changes.hpp"
#include "render/disagreements.hpp"
#include "render/event_days.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/pile_index.hpp"
#include "render/record_writer.hpp"
#include "render/show.hpp"
#include "render/shown_words.hpp"
#include "render/speaker_reason.hpp"

namespace fabula::render {
namespace {

std::string_view first_text(FirstPlace place) {
  switch (place) {
    case FirstPlace::kFirst:
      return "one place is the first in this pile";
    case FirstPlace::kFullerLater:
      return "one place is the first in this pile; a later one has more of the words";
    case FirstPlace::kTie:
      return "not known: several are of the first day";
    case FirstPlace::kUndated:
      return "not known: a place without an exact date could be earlier";
  }
  return "";
}

class Why : public RecordWriter {
 public:
  using RecordWriter::RecordWriter;

  void operator()(FoundArticle found) {
    const Article& a = pile_.articles[found.article].article;
    field("published",
          fmt::format("{} ({})", when_text(a.published.when), name_of(a.published.basis)));
    const ArticleDate* date = index_.date_of(found.article);
    if (date != nullptr && date->is_proven())
      steps(*date);
    else
      list("because", a.published.because);
    if (date != nullptr && !date->guess.empty()) guess(*date);
    if (date != nullptr && date->is_doubt())
      for (const DateStep& step : date->steps)
        field("against", fmt::format("{}  [{}]", step.because, step.rule));
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
    field("because", speaker_reason(pile_, index_, found.ref));
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
    const Utterance utterance = utterance_of(pile_, *f);
    field("words", f->text);
    field("first", first_text(utterance.place));
    testimonies("said by", *f, utterance.speakers);
    testimonies("channel", *f, utterance.channels);
    testimonies("said", *f, utterance.said);
    if (utterance.speakers_conflict)
      field("conflict", "the places name different speakers: at least one of them is wrong");
    if (utterance.said_conflicts)
      field("conflict", "the places state times that cannot both be right");
    for (std::size_t i = 0; i < f->members.size(); ++i) member(*f, i, utterance);
  }
  // The proof of a day that the article does not state.
  void steps(const ArticleDate& date) {
    for (std::size_t i = 0; i < date.steps.size(); ++i) {
      const DateStep& step = date.steps[i];
      const std::string proves = step.end == "both" ? "" : step.end;
      field(fmt::format("{}. {}", i + 1, proves), fmt::format("{}  [{}]", step.because, step.rule));
    }
    field("", "from these steps alone; without any one of them less would be known");
    std::set<std::string_view> rules;
    for (const DateStep& step : date.steps)
      if (rules.insert(step.rule).second) rule(step.rule);
  }
  // A likely day that nothing proves.
  void guess(const ArticleDate& date) {
    field("likely", fmt::format("about {}, a guess", when_text(when_day(*date.when.likely))));
    for (const DateStep& step : date.guess)
      field("", fmt::format("{}  [{}]", step.because, step.rule));
    rule(date.guess.front().rule);
  }
  // What places say of an utterance, and how many of them.
  void testimonies(std::string_view label, const Family& f, const std::vector<Testimony>& some) {
    for (const Testimony& t : some)
      field(label, fmt::format("{}: {} of {} places, first in {}", t.value, t.members.size(),
                               f.members.size(), member_label(f, t.members.front())));
  }
  [[nodiscard]] std::string member_label(const Family& f, std::size_t i) const {
    const Article& a = pile_.articles[f.members[i].quote.article].article;
    return fmt::format("{} · {}", source_label(a), when_text(a.published.when));
  }
  void member(const Family& f, std::size_t i, const Utterance& utterance) {
    const FamilyMember& m = f.members[i];
    const AnnotatedArticle& a = pile_.articles[m.quote.article];
    const auto& may_be = utterance.could_be_first;
    const bool could_be_first = std::find(may_be.begin(), may_be.end(), i) != may_be.end();
    out_ << '\n';
    field(m.change, words_of(a.article, a.quotes[m.quote.index]));
    const std::string_view standing = !could_be_first ? ""
                                      : f.first >= 0  ? ", first in this pile"
                                                      : ", could be the first";
    field("in", fmt::format("{}{}", member_label(f, i), standing));
    if (m.from >= 0) field("from", member_label(f, static_cast<std::size_t>(m.from)));
    for (const WordEdit& e : m.edits) {
      const Alteration alters = alteration_of(e);
      field(e.op, fmt::format("'{}' → '{}'{}", one_line(e.was, 120), one_line(e.now, 120),
                              alters == Alteration::kNone
                                  ? ""
                                  : fmt::format(" (changes a {})", name_of(alters))));
    }
  }
  void operator()(const ReuseLink* r) {
    rule(r->rule);
    field("because", r->because.str());
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
  void operator()(const Story* s) {
    field("story", title_label(pile_.articles[s->central].article));
    std::set<std::string_view> rules;
    for (const std::uint32_t i : in_time_order(pile_, *s)) {
      const Membership& member = s->members[i];
      out_ << '\n';
      told_by(member.article);
      field("because", fmt::format("{}  [{}]", member.because, member.rule));
      rules.insert(member.rule);
    }
    out_ << '\n';
    for (const std::string_view each : rules) rule(each);
  }
  void operator()(const Disagreement* d) {
    rule(d->rule);
    field("differ on", about_text(*d));
    field("because", d->because);
    for (const DisagreeingValue& v : d->values) {
      field(v.value, standing_of(pile_, v));
      for (const ValueTelling& t : v.tellings) place(t.words);
    }
    field("", "which of them is right is not said here");
  }
  void operator()(const Event* e) {
    rule(e->rule);
    words_in_context(e->line, 0);
    const EventDays days = days_of(pile_, *e);
    field("when", fmt::format("{} ({})", when_text(e->when), basis_text(pile_, *e, days)));
    list("because", e->because);
    if (days.basis == DaysBasis::kUnknown) list("undated", undated_reasons(pile_, *e));
    place(e->line);
    for (const Span& telling : e->tellings) place(telling);
  }
  void operator()(const NewsItem* n) {
    rule(n->rule);
    words_in_context(n->span, 0);
    field("this is", news_label(pile_, *n));
    const auto other = [&](std::string_view label, const Span& span) {
      field(label, shown_words(pile_, span));
      place(span);
    };
    if (n->earlier) other("earlier", *n->earlier);
    if (n->unless) other("unless", *n->unless);
    place(n->span);
  }
};

}  // namespace

Result<void> write_why(const Pile& pile, std::string_view id, const TextStyle& style,
                       std::ostream& out) {
  FABULA_TRY(const FoundRecord record, find_record(pile, id));
  std::visit(Why(pile, style, out), record);
  return {};
}

}  // namespace fabula::render
