// What the lists share, and the lists across articles.
#include "render/json_records.hpp"

#include "model/across.hpp"
#include "model/short_edition.hpp"
#include "model/utterance.hpp"
#include "model/weight.hpp"
#include "render/changes.hpp"
#include "render/disagreements.hpp"
#include "render/event_days.hpp"
#include "render/labels.hpp"

namespace fabula::render {

ordered_json or_null(const std::string& words) {
  return words.empty() ? ordered_json(nullptr) : ordered_json(words);
}

ordered_json or_null(const std::optional<Day>& day) {
  return day ? ordered_json(iso(*day)) : ordered_json(nullptr);
}

ordered_json to_json(const When& when) {
  return {{"earliest", or_null(when.earliest)},
          {"latest", or_null(when.latest)},
          {"edtf", when.edtf},
          {"likely", or_null(when.likely)}};
}

void Records::people(const Emit& emit) const {
  for (const Person& p : pile_.people)
    emit({{"id", p.id},
          {"name", p.name},
          {"forms", p.forms},
          {"roles", p.roles},
          {"mentions", p.n_mentions},
          {"rule", p.rule}});
}

void Records::families(const Emit& emit) const {
  for (const Family& f : pile_.families) {
    const Utterance utterance = utterance_of(pile_, f);
    const auto quotes = [&](const std::vector<std::uint32_t>& members) {
      ordered_json ids = ordered_json::array();
      for (const std::uint32_t i : members) ids.push_back(id_of(f.members[i].quote));
      return ids;
    };
    const auto testimonies = [&](const std::vector<Testimony>& some) {
      ordered_json list = ordered_json::array();
      for (const Testimony& t : some)
        list.push_back({{"value", t.value}, {"quotes", quotes(t.members)}});
      return list;
    };
    ordered_json conflicts = ordered_json::array();
    if (utterance.speakers_conflict) conflicts.push_back("speaker");
    if (utterance.said_conflicts) conflicts.push_back("said");
    ordered_json members = ordered_json::array();
    for (const FamilyMember& m : f.members) {
      ordered_json edits = ordered_json::array();
      for (const WordEdit& e : m.edits)
        edits.push_back({{"op", e.op},
                         {"was", e.was},
                         {"now", e.now},
                         {"alters", or_null(std::string(name_of(alteration_of(e))))}});
      members.push_back({{"quote", id_of(m.quote)},
                         {"change", m.change},
                         {"from", member_quote(f, m.from)},
                         {"edits", std::move(edits)}});
    }
    emit({{"id", f.id},
          {"text", f.text},
          {"first", member_quote(f, f.first)},
          {"place", name_of(utterance.place)},
          {"could_be_first", quotes(utterance.could_be_first)},
          {"speakers", testimonies(utterance.speakers)},
          {"channels", testimonies(utterance.channels)},
          {"said", testimonies(utterance.said)},
          {"conflicts", std::move(conflicts)},
          {"members", std::move(members)}});
  }
}

void Records::reuse(const Emit& emit) const {
  for (const ReuseLink& r : pile_.reuse) {
    const std::uint64_t similarity =
        r.aligned_words == 0 ? 0 : std::uint64_t{r.words} * 10000 / r.aligned_words;
    emit({{"id", r.id},
          {"a", span(r.a)},
          {"b", span(r.b)},
          {"words", r.words},
          {"similarity", static_cast<double>(similarity) / 10000.0},
          {"class", r.type},
          {"direction", r.direction},
          {"because", r.because.str()},
          {"moved", r.moved},
          {"edits", edits(r)},
          {"rule", r.rule}});
  }
}

void Records::passages(const Emit& emit) const {
  for (const Passage& p : pile_.passages) {
    ordered_json holders = ordered_json::array();
    for (const PassageHolder& h : p.holders) {
      ordered_json holder = span(h.span);
      holder["standing"] = h.standing;
      holder["from"] = index_or_null(h.from);
      holder["runner_up"] = index_or_null(h.runner_up);
      holder["margin"] = h.margin;
      holder["because"] = h.because;
      holder["evidence"] = spans(h.evidence);
      holders.push_back(std::move(holder));
    }
    emit({{"id", p.id},
          {"lost_source", p.lost_source},
          {"rule", p.rule},
          {"holders", std::move(holders)}});
  }
}

void Records::news(const Emit& emit) const {
  for (const NewsItem& n : pile_.news) {
    ordered_json record = {{"id", news_id(pile_.articles[n.span.article].article, n)}};
    record.update(span(n.span));
    record["label"] = n.label;
    record["earlier"] = n.earlier ? span(*n.earlier) : ordered_json(nullptr);
    record["unless"] = n.unless ? span(*n.unless) : ordered_json(nullptr);
    record["rule"] = n.rule;
    emit(std::move(record));
  }
}

void Records::copies(const Emit& emit) const {
  for (const CopyGroup& c : pile_.copies) emit({{"id", c.id}, {"articles", ids(c.articles)}});
}

void Records::stories(const Emit& emit) const {
  for (const Story& s : pile_.stories) {
    std::vector<std::uint32_t> articles;
    ordered_json reasons = ordered_json::array();
    for (const Membership& member : s.members) {
      articles.push_back(member.article);
      reasons.push_back(
          {{"article", pile_.articles[member.article].article.id},
           {"like",
            member.like < 0
                ? ordered_json(nullptr)
                : ordered_json(pile_.articles[static_cast<std::size_t>(member.like)].article.id)},
           {"because", member.because},
           {"words", spans(member.words)},
           {"rule", member.rule}});
    }
    emit({{"id", s.id},
          {"title", title_label(pile_.articles[s.central].article)},
          {"articles", ids(articles)},
          {"origins", s.n_origins},
          {"reasons", std::move(reasons)}});
  }
}

void Records::events(const Emit& emit) const {
  const std::vector<std::uint32_t> weights = weigh_events(pile_);
  const std::vector<std::uint32_t> ranks = ranks_of(weights);
  for (std::size_t i = 0; i < pile_.events.size(); ++i) {
    const Event& e = pile_.events[i];
    ordered_json people = ordered_json::array();
    for (const std::uint32_t person : e.people) people.push_back(pile_.people[person].id);
    const std::int32_t story = index_.story_of(e.line.article);
    emit({{"id", e.id},
          {"story", story < 0 ? ordered_json(nullptr)
                              : ordered_json(pile_.stories[static_cast<std::size_t>(story)].id)},
          {"when", to_json(e.when)},
          {"basis", name_of(days_of(pile_, e).basis)},
          {"status", name_of(e.status)},
          {"line", span(e.line)},
          {"tellings", spans(e.tellings)},
          {"articles", e.n_articles},
          {"origins", e.n_origins},
          {"people", std::move(people)},
          {"because", e.because},
          {"rule", e.rule},
          {"weight", static_cast<double>(weights[i]) / 1000.0},
          {"rank", ranks[i]}});
  }
}

void Records::disagreements(const Emit& emit) const {
  for (const Disagreement& d : pile_.disagreements) {
    ordered_json values = ordered_json::array();
    for (const DisagreeingValue& v : d.values) {
      ordered_json tellings = ordered_json::array();
      ordered_json said_by = ordered_json::array();
      for (const ValueTelling& t : v.tellings) {
        ordered_json telling = span(t.words);
        telling["as_of"] = to_json(t.as_of);
        telling["said_by"] = t.said_by ? span(*t.said_by) : ordered_json(nullptr);
        tellings.push_back(std::move(telling));
      }
      for (const std::string& name : sources_of(pile_, v)) said_by.push_back(name);
      values.push_back({{"value", v.value},
                        {"as_of", to_json(v.as_of)},
                        {"said_by", std::move(said_by)},
                        {"origins", v.n_origins},
                        {"articles", ids(articles_of(v))},
                        {"tellings", std::move(tellings)}});
    }
    emit({{"id", d.id},
          {"about", d.about},
          {"kind", d.kind},
          {"values", std::move(values)},
          {"because", d.because},
          {"evidence", spans(d.evidence)},
          {"rule", d.rule}});
  }
}

void Records::left_out(const Emit& emit) const {
  for (const LeftOut& l : pile_.left_out)
    emit({{"source", l.source},
          {"cause", name_of(l.error.code)},
          {"what", l.error.what},
          {"where", l.error.where},
          {"next", l.error.hint}});
}

std::string_view Records::words(std::uint32_t article, Range range) const {
  return fabula::words_of(pile_.articles[article].article.text, range);
}

void Records::add_range(ordered_json& record, std::uint32_t article, Range range) const {
  record["begin"] = offsets_[article](range.begin);
  record["end"] = offsets_[article](range.end);
}

ordered_json Records::range_only(std::uint32_t article, Range range) const {
  ordered_json record = ordered_json::object();
  add_range(record, article, range);
  return record;
}

ordered_json Records::span(const Span& s) const {
  ordered_json record = {{"article", pile_.articles[s.article].article.id}};
  add_range(record, s.article, s.range);
  record["text"] = words(s.article, s.range);
  return record;
}

ordered_json Records::spans(const std::vector<Span>& all) const {
  ordered_json list = ordered_json::array();
  for (const Span& s : all) list.push_back(span(s));
  return list;
}

ordered_json Records::index_or_null(std::int32_t index) {
  return index < 0 ? ordered_json(nullptr) : ordered_json(index);
}

ordered_json Records::edits(const ReuseLink& link) const {
  ordered_json list = ordered_json::array();
  for (const TextEdit& e : link.edits)
    list.push_back({{"op", e.op},
                    {"was", words(link.a.article, e.a)},
                    {"now", words(link.b.article, e.b)},
                    {"a", offsets_[link.a.article](e.a.begin)},
                    {"b", offsets_[link.b.article](e.b.begin)}});
  return list;
}

ordered_json Records::ids(const std::vector<std::uint32_t>& articles) const {
  ordered_json list = ordered_json::array();
  for (const std::uint32_t i : articles) list.push_back(pile_.articles[i].article.id);
  return list;
}

std::string Records::id_of(RecordRef quote) const {
  const AnnotatedArticle& a = pile_.articles[quote.article];
  return quote_id(a.article, a.quotes[quote.index]);
}

ordered_json Records::member_quote(const Family& family, std::int32_t member) const {
  if (member < 0) return nullptr;
  return id_of(family.members[static_cast<std::size_t>(member)].quote);
}

}  // namespace fabula::render
