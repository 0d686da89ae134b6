#include "render/json.hpp"

#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "render/pile_index.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

using nlohmann::ordered_json;

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

// Bytes → the unit asked for, by a running count at every 64th byte.
class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
    if (unit_ == OffsetUnit::kByte) return;
    std::uint32_t n = 0;
    for (std::size_t at = 0; at <= text.size(); at += kStep) {
      counts_.push_back(n);
      n += count(text.substr(at, kStep));
    }
  }

  std::uint32_t operator()(std::uint32_t byte) const {
    if (unit_ == OffsetUnit::kByte) return byte;
    const std::size_t block = byte / kStep;
    return counts_[block] + count(text_.substr(block * kStep, byte - block * kStep));
  }

 private:
  static constexpr std::size_t kStep = 64;

  // Counts the code points (UTF-16 units) whose first byte lies in `piece`.
  std::uint32_t count(std::string_view piece) const {
    return static_cast<std::uint32_t>(unit_ == OffsetUnit::kCodePoint
                                          ? text::count_code_points(piece)
                                          : text::count_utf16_units(piece));
  }

  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> counts_;
};

class Records {
 public:
  Records(const Pile& pile, const JsonOptions& options)
      : pile_(pile), options_(options), index_(pile) {
    for (const AnnotatedArticle& a : pile.articles)
      offsets_.emplace_back(a.article.text, options.unit);
  }

  using Emit = std::function<void(ordered_json&&)>;

  void articles(const Emit& emit) const {
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i) emit(article(i));
  }

  void people(const Emit& emit) const {
    for (const Person& p : pile_.people)
      emit({{"id", p.id},
            {"name", p.name},
            {"forms", p.forms},
            {"roles", p.roles},
            {"mentions", p.n_mentions},
            {"rule", p.rule}});
  }

  void quotes(const Emit& emit) const {
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i)
      for (std::uint32_t k = 0; k < pile_.articles[i].quotes.size(); ++k) emit(quote(i, k));
  }

  void families(const Emit& emit) const {
    for (const Family& f : pile_.families) {
      ordered_json members = ordered_json::array();
      for (const FamilyMember& m : f.members) {
        ordered_json edits = ordered_json::array();
        for (const WordEdit& e : m.edits)
          edits.push_back({{"op", e.op}, {"was", e.was}, {"now", e.now}});
        members.push_back({{"quote", id_of(m.quote)},
                           {"change", m.change},
                           {"from", member_quote(f, m.from)},
                           {"edits", std::move(edits)}});
      }
      emit({{"id", f.id},
            {"text", f.text},
            {"first", member_quote(f, f.first)},
            {"members", std::move(members)}});
    }
  }

  void times(const Emit& emit) const {
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i) {
      const Article& article = pile_.articles[i].article;
      for (const TimeExpression& t : pile_.articles[i].times) {
        ordered_json record = {{"id", time_id(article, t)}, {"article", article.id}};
        add_range(record, i, t.range);
        record["text"] = words(i, t.range);
        record["type"] = name_of(t.type);
        record["value"] = t.value;
        record["when"] = to_json(t.when);
        record["anchor"] = t.anchor;
        record["alternatives"] = t.alternatives;
        record["rule"] = t.rule;
        emit(std::move(record));
      }
    }
  }

  void reuse(const Emit& emit) const {
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
            {"because", r.because},
            {"moved", r.moved},
            {"edits", edits(r)},
            {"rule", r.rule}});
    }
  }

  void passages(const Emit& emit) const {
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

  void news(const Emit& emit) const {
    for (const NewsItem& n : pile_.news) {
      ordered_json record = span(n.span);
      record["label"] = n.label;
      record["earlier"] = n.earlier ? span(*n.earlier) : ordered_json(nullptr);
      record["rule"] = n.rule;
      emit(std::move(record));
    }
  }

  void copies(const Emit& emit) const {
    for (const CopyGroup& c : pile_.copies) emit({{"id", c.id}, {"articles", ids(c.articles)}});
  }

  void stories(const Emit& emit) const {
    for (const Story& s : pile_.stories)
      emit({{"id", s.id}, {"articles", ids(s.articles)}, {"origins", s.n_origins}});
  }

  void events(const Emit& emit) const {
    for (const Event& e : pile_.events) {
      ordered_json people = ordered_json::array();
      for (const std::uint32_t person : e.people) people.push_back(pile_.people[person].id);
      emit({{"id", e.id},
            {"when", to_json(e.when)},
            {"line", span(e.line)},
            {"tellings", spans(e.tellings)},
            {"articles", e.n_articles},
            {"origins", e.n_origins},
            {"people", std::move(people)},
            {"because", e.because},
            {"rule", e.rule}});
    }
  }

  void left_out(const Emit& emit) const {
    for (const LeftOut& l : pile_.left_out)
      emit({{"source", l.source},
            {"cause", name_of(l.error.code)},
            {"what", l.error.what},
            {"where", l.error.where},
            {"next", l.error.hint}});
  }

 private:
  std::string_view words(std::uint32_t article, Range range) const {
    return fabula::words_of(pile_.articles[article].article.text, range);
  }

  void add_range(ordered_json& record, std::uint32_t article, Range range) const {
    record["begin"] = offsets_[article](range.begin);
    record["end"] = offsets_[article](range.end);
  }

  ordered_json range_only(std::uint32_t article, Range range) const {
    ordered_json record = ordered_json::object();
    add_range(record, article, range);
    return record;
  }

  ordered_json span(const Span& s) const {
    ordered_json record = {{"article", pile_.articles[s.article].article.id}};
    add_range(record, s.article, s.range);
    record["text"] = words(s.article, s.range);
    return record;
  }

  ordered_json spans(const std::vector<Span>& all) const {
    ordered_json list = ordered_json::array();
    for (const Span& s : all) list.push_back(span(s));
    return list;
  }

  static ordered_json index_or_null(std::int32_t index) {
    return index < 0 ? ordered_json(nullptr) : ordered_json(index);
  }

  ordered_json edits(const ReuseLink& link) const {
    ordered_json list = ordered_json::array();
    for (const TextEdit& e : link.edits)
      list.push_back({{"op", e.op},
                      {"was", words(link.a.article, e.a)},
                      {"now", words(link.b.article, e.b)},
                      {"a", offsets_[link.a.article](e.a.begin)},
                      {"b", offsets_[link.b.article](e.b.begin)}});
    return list;
  }

  ordered_json ids(const std::vector<std::uint32_t>& articles) const {
    ordered_json list = ordered_json::array();
    for (const std::uint32_t i : articles) list.push_back(pile_.articles[i].article.id);
    return list;
  }

  std::string id_of(RecordRef quote) const {
    const AnnotatedArticle& a = pile_.articles[quote.article];
    return quote_id(a.article, a.quotes[quote.index]);
  }

  ordered_json member_quote(const Family& family, std::int32_t member) const {
    if (member < 0) return nullptr;
    return id_of(family.members[static_cast<std::size_t>(member)].quote);
  }

  ordered_json article(std::uint32_t i) const {
    const Article& a = pile_.articles[i].article;
    ordered_json evidence = ordered_json::array();
    for (const Range r : a.published.evidence) evidence.push_back(span({i, r}));
    ordered_json published = to_json(a.published.when);
    published["basis"] = name_of(a.published.basis);
    published["because"] = a.published.because;
    published["evidence"] = std::move(evidence);

    ordered_json candidates = ordered_json::array();
    for (const DateCandidate& c : a.date_candidates)
      candidates.push_back({{"when", to_json(c.when)},
                            {"origin", c.origin},
                            {"span", c.range.empty() ? ordered_json(nullptr) : span({i, c.range})},
                            {"as", c.as},
                            {"chosen", c.chosen},
                            {"rejected", or_null(c.rejected)}});
    ordered_json notes = ordered_json::array();
    for (const Range r : a.content_notes) notes.push_back(span({i, r}));
    ordered_json paragraphs = ordered_json::array();
    for (const Paragraph& p : a.paragraphs) {
      ordered_json paragraph = range_only(i, p.range);
      paragraph["role"] = name_of(p.role);
      paragraph["rule"] = p.rule;
      paragraphs.push_back(std::move(paragraph));
    }
    const std::int32_t story = index_.story_of(i);
    ordered_json record = {
        {"id", a.id},
        {"source", a.sources.front()},
        {"sources", a.sources},
        {"sha256", a.sha256},
        {"capture_sha256", a.capture_sha256},
        {"url", or_null(a.url)},
        {"outlet", or_null(a.outlet)},
        {"title", or_null(a.title)},
        {"byline", or_null(a.byline)},
        {"language", or_null(a.language)},
        {"published", std::move(published)},
        {"date_candidates", std::move(candidates)},
        {"content_notes", std::move(notes)},
        {"paragraphs", std::move(paragraphs)},
        {"story", story < 0 ? ordered_json(nullptr)
                            : ordered_json(pile_.stories[static_cast<std::size_t>(story)].id)},
        {"extraction",
         {{"source_bytes", a.report.source_bytes},
          {"visible_bytes", a.report.visible_bytes},
          {"kept_bytes", a.report.kept_bytes},
          {"dropped_blocks", a.report.n_dropped_blocks},
          {"doubts", a.report.doubts}}}};
    if (options_.full_text) record["text"] = a.text;
    return record;
  }

  ordered_json speaker(std::uint32_t i, const Quote& q) const {
    if (!q.speaker) return nullptr;
    const std::int32_t person = index_.person_of(i, q.speaker->thing);
    ordered_json record = {
        {"person", person < 0 ? ordered_json(nullptr)
                              : ordered_json(pile_.people[static_cast<std::size_t>(person)].id)},
        {"name", q.speaker->name},
        {"as", q.speaker->as}};
    add_range(record, i, q.speaker->range);
    return record;
  }

  ordered_json quote(std::uint32_t i, std::uint32_t k) const {
    const AnnotatedArticle& a = pile_.articles[i];
    const Quote& q = a.quotes[k];
    ordered_json parts = ordered_json::array();
    for (const Range part : q.parts) parts.push_back(range_only(i, part));
    ordered_json cue = nullptr;
    if (q.cue) {
      cue = {{"text", words(i, *q.cue)}};
      add_range(cue, i, *q.cue);
    }
    ordered_json channel = nullptr;
    if (q.channel) {
      channel = {{"name", q.channel->name}};
      add_range(channel, i, q.channel->range);
    }
    const std::int32_t family = index_.family_of(i, k);
    ordered_json record = {{"id", quote_id(a.article, q)}, {"article", a.article.id}};
    add_range(record, i, q.range);
    record["text"] = words(i, q.range);
    record["kind"] = name_of(q.kind);
    record["parts"] = std::move(parts);
    record["speaker"] = speaker(i, q);
    record["grade"] =
        q.grade == Grade::kNone ? ordered_json(nullptr) : ordered_json(name_of(q.grade));
    record["cue"] = std::move(cue);
    record["channel"] = std::move(channel);
    record["said"] = to_json(q.said);
    record["inside"] = q.inside < 0
                           ? ordered_json(nullptr)
                           : ordered_json(id_of({i, static_cast<std::uint32_t>(q.inside)}));
    record["family"] = family < 0
                           ? ordered_json(nullptr)
                           : ordered_json(pile_.families[static_cast<std::size_t>(family)].id);
    record["rule"] = q.rule;
    return record;
  }

  const Pile& pile_;
  const JsonOptions& options_;
  PileIndex index_;
  std::vector<Offsets> offsets_;
};

std::string line_of(const ordered_json& record) {
  return record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

struct Section {
  const char* list;  // key in the JSON object
  const char* kind;  // of a line in JSONL
  void (Records::*write)(const Records::Emit&) const;
};

constexpr auto kSections = std::to_array<Section>({
    {"articles", "article", &Records::articles},
    {"people", "person", &Records::people},
    {"quotes", "quote", &Records::quotes},
    {"families", "family", &Records::families},
    {"times", "time", &Records::times},
    {"reuse", "reuse", &Records::reuse},
    {"passages", "passage", &Records::passages},
    {"copies", "copies", &Records::copies},
    {"stories", "story", &Records::stories},
    {"events", "event", &Records::events},
    {"news", "news", &Records::news},
    {"left_out", "left_out", &Records::left_out},
});

constexpr std::string_view unit_name(OffsetUnit unit) {
  return unit == OffsetUnit::kByte        ? "byte"
         : unit == OffsetUnit::kCodePoint ? "codepoint"
                                          : "utf16";
}

}  // namespace

void write_json(const Pile& pile, const JsonOptions& options, std::ostream& out) {
  const Records records(pile, options);
  const ordered_json about = {
      {"version", options.version}, {"schema", kSchemaVersion}, {"unit", unit_name(options.unit)}};
  out << "{\"fabula\": " << line_of(about);
  for (const Section& section : kSections) {
    out << ",\n\"" << section.list << "\": [";
    bool is_first = true;
    (records.*section.write)([&](ordered_json&& record) {
      out << (is_first ? "\n" : ",\n") << line_of(record);
      is_first = false;
    });
    out << ']';
  }
  // Not worked out yet: present, so that a reader of the contract finds it, and empty.
  out << ",\n\"disagreements\": []}\n";
}

void write_jsonl(const Pile& pile, const JsonOptions& options, std::ostream& out) {
  const Records records(pile, options);
  const ordered_json about = {{"record", "fabula"},
                              {"version", options.version},
                              {"schema", kSchemaVersion},
                              {"unit", unit_name(options.unit)}};
  out << line_of(about) << '\n';
  for (const Section& section : kSections)
    (records.*section.write)([&](ordered_json&& record) {
      ordered_json line = {{"record", section.kind}};
      line.update(record);
      out << line_of(line) << '\n';
    });
}

}  // namespace fabula::render
