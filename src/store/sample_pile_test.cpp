#include "store/sample_pile.hpp"

#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "base/hash.hpp"

namespace fabula::store {
namespace {

Range range_of(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Day day(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

Capture capture_of(std::string source, std::string bytes, Format format) {
  Capture capture;
  capture.sources = {std::move(source)};
  capture.sha256 = sha256_hex(bytes);
  capture.text = bytes;
  capture.bytes = std::move(bytes);
  capture.format = format;
  capture.encoding = "UTF-8";
  capture.file_day = 18600;
  return capture;
}

Article article_of(const Capture& capture, std::string text) {
  Article article;
  article.id = article_id(capture.sha256);
  article.sources = capture.sources;
  article.capture_sha256 = capture.sha256;
  article.sha256 = sha256_hex(text);
  article.text = std::move(text);
  return article;
}

AnnotatedArticle river_article(const Capture& capture) {
  AnnotatedArticle out;
  Article& article = out.article;
  article = article_of(
      capture,
      "Ülmer bridge closed\n\nWarning: this article tells of a flood.\n\n"
      "\"We warned them three times,\" said Maria Silva on Monday, \"and nobody came.\"\n\n"
      "She wrote on Rivergram: 'Enough.' READ: more about bridges");
  const std::string& text = article.text;
  article.sources = {"pile/river.html", "pile/river-copy.html"};
  std::swap(article.sources[0], article.sources[1]);  // sorted
  article.url = "https://river.example/bridge";
  article.outlet = "River Post";
  article.title = "Ülmer bridge closed";
  article.byline = "Ana \"Anka\" Prado";
  article.language = "en";
  article.paragraphs = {
      {range_of(text, "Ülmer bridge closed"), Role::kHeading, "role.title"},
      {range_of(text, "Warning: this article tells of a flood."), Role::kNote, ""},
      {{range_of(text, "\"We").begin, range_of(text, "came.\"").end}, Role::kBody, "role.body"},
      {{range_of(text, "She wrote").begin, static_cast<std::uint32_t>(text.size())},
       Role::kBody,
       "role\nwith \\ and \x01"}};
  article.date_candidates = {
      {when_day(day(2024, 3, 11)), "meta", "2024-03-11T08:00Z", {}, true, ""},
      {when_between(std::nullopt, day(2024, 3, 12), Grain::kDay), "first-line", "Monday",
       range_of(text, "Monday"), false, "a weekday alone"}};
  article.published = {when_day(day(2024, 3, 11)),
                       DateBasis::kStated,
                       {"the page says so", "nothing \"contradicts\" it"},
                       {range_of(text, "Monday"), range_of(text, "Silva")}};
  article.content_notes = {article.paragraphs[1].range};
  article.report = {900, 700, 230, 4, {"the text ends without a full stop"}};

  for (std::uint32_t i = 0; i < 4; ++i)
    out.segmentation.sentences.push_back({article.paragraphs[i].range, i, 0, 0});
  const Range first = range_of(text, "We warned them three times,");
  const Range second = range_of(text, "and nobody came.");
  const Range enough = range_of(text, "Enough.");
  out.segmentation.quoted = {
      {{first.begin - 1, first.end + 1}, first, 2, -1, false, true, false},
      {{second.begin - 1, second.end + 1}, second, 2, 0, false, false, true},
      {{enough.begin - 1, enough.end + 1}, enough, 3, -1, true, false, false}};
  out.names.things = {
      {"Maria Silva",
       {"Maria Silva", "Silva"},
       {"Maria Vey"},
       {"the mayor"},
       NameKind::kPerson,
       Gender::kFemale,
       2},
      {"Rivergram", {"Rivergram"}, {}, {}, NameKind::kOrganisation, Gender::kUnknown, 1}};
  out.names.mentions = {{range_of(text, "Maria Silva"), 0, "name.full"},
                        {range_of(text, "Rivergram"), 1, "name.channel"}};
  Quote quote;
  quote.range = {first.begin, second.end};
  quote.parts = {first, second};
  quote.clause = {first, second};
  quote.kind = QuoteKind::kDirect;
  quote.speaker = Speaker{0, "Maria Silva", "Maria Silva", range_of(text, "Maria Silva")};
  quote.grade = Grade::kA;
  quote.cue = range_of(text, "said");
  quote.said = when_day(day(2024, 3, 11));
  quote.rule = "quote.cue-after";
  Quote inner;
  inner.range = enough;
  inner.parts = {enough};
  inner.kind = QuoteKind::kMixed;
  inner.channel = Channel{"Rivergram", range_of(text, "Rivergram")};
  inner.said = {std::nullopt, day(2024, 2, 29), std::nullopt, Grain::kTime, "[..2024-02-29]"};
  inner.said_time = 0;
  inner.inside = 0;
  inner.rule = "quote.wrote";
  out.quotes = {quote, inner};
  out.times = {{range_of(text, "Monday"),
                TimeType::kDate,
                "2024-03-11",
                when_day(day(2024, 3, 11)),
                "published",
                {"2024-03-04", "2024-03-18"},
                "time.weekday-last"},
               {range_of(text, "three times"), TimeType::kSet, "R3", {}, "none", {}, "time.set"}};
  return out;
}

AnnotatedArticle agency_article(const Capture& capture) {
  AnnotatedArticle out;
  Article& article = out.article;
  article = article_of(capture, "We warned them three times, Silva told the River Post in 12024.");
  const std::string& text = article.text;
  article.paragraphs = {{{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, ""}};
  article.published.when = {day(-44, 3, 15), day(12024, 12, 31), std::nullopt, Grain::kCentury,
                            "Y-44/Y12024"};
  article.published.basis = DateBasis::kInferred;
  out.segmentation.sentences = {{article.paragraphs[0].range, 0, 0, 0}};
  out.names.things = {{"Silva", {"Silva"}, {}, {}, NameKind::kPerson, Gender::kUnknown, 1}};
  out.names.mentions = {{range_of(text, "Silva"), 0, "name.surname"}};
  Quote quote;
  quote.range = range_of(text, "We warned them three times");
  quote.parts = {quote.range};
  quote.kind = QuoteKind::kIndirect;
  quote.speaker = Speaker{-1, "Silva", "Silva", range_of(text, "Silva")};
  quote.grade = Grade::kC;
  quote.rule = "quote.told";
  out.quotes = {quote};
  return out;
}

}  // namespace

SamplePile sample_pile() {
  SamplePile sample;
  sample.captures = {
      capture_of("pile/agency.txt",
                 "We warned them three times, Silva told the River Post in 12024.", Format::kText),
      capture_of("pile/river-copy.html", "<p>Ülmer bridge closed</p><!-- \x01 -->", Format::kHtml)};
  Pile& pile = sample.pile;
  pile.articles = {agency_article(sample.captures[0]), river_article(sample.captures[1])};
  pile.people = {
      {"p0000000000000001",
       "Maria Silva",
       {"Maria Silva", "Silva"},
       {"the mayor"},
       {{0, 0}, {1, 0}},
       {{1, 0}},
       3,
       "person.full-name"},
      {"p0000000000000002", "Rivergram", {"Rivergram"}, {}, {{1, 1}}, {}, 1, "person.one"}};
  pile.families = {{"f0000000000000001",
                    "We warned them three times, and nobody came.",
                    1,
                    {{{0, 0}, "cut", 1, {{"cut", "and nobody came", ""}, {"mark", ",", ""}}},
                     {{1, 0}, "whole", -1, {}}}}};
  const Span copied{0, pile.articles[0].quotes[0].range};
  const Span source{1, pile.articles[1].quotes[0].parts[0]};
  pile.reuse = {
      {"r0000000000000001",
       copied,
       source,
       5,
       6,
       "quote",
       "b->a",
       "the same words stand in both",
       true,
       "reuse.quote",
       {{"mark", {copied.range.end, copied.range.end}, {source.range.end - 1, source.range.end}}}}};
  pile.passages = {
      {"w0000000000000001",
       {{copied, "copy", 1, -1, 12, {"it has the cut \"form\"", "it is later"}, {copied, source}},
        {source, "origin", -1, -1, 0, {}, {}}},
       true,
       "reuse.lineage"},
      {"w0000000000000002",
       {{copied, "undecidable", -1, 1, 0, {"the texts are equal"}, {}},
        {source, "unknown", -1, -1, 0, {}, {source}}},
       false,
       "reuse.lineage"}};
  When from_march = when_between(day(2024, 3, 1), std::nullopt, Grain::kDay);
  from_march.likely = day(2024, 3, 7);
  pile.dates = {
      {0,
       from_march,
       {{"earliest", "“copied”: it appeared 2024-03-01 or later", {copied, source}, "date.said"},
        {"latest", "", {source}, "date.age"}},
       {{"likely", "“copied”", {copied}, "date.likely-crowd"},
        {"likely", "x", {copied, source}, "date.likely-crowd"}},
       {}},
      {1,
       when_day(day(2024, 3, 9)),
       {{"earliest", "x", {copied}, "date.copy"}},
       {},
       {{0, when_month(2024, 3)}}}};
  pile.news = {
      {copied, "repeat", source, {}, "news.repeat"},
      {{1, pile.articles[1].segmentation.sentences[3].range}, "new", {}, copied, "news.new"}};
  pile.disagreements = {
      {"d0000000000000001",
       "dead",
       "count",
       {{"12", when_day(day(2024, 3, 9)), {{copied, copied, from_march}}, 1},
        {"at least 14", {}, {{source, {}, when_month(2024, 3)}, {copied, {}, {}}}, 2}},
       "“copied” in both",
       {copied, source},
       "disagree.count"}};
  pile.copies = {{"c0000000000000001", {0, 1}}};
  pile.stories = {{"s0000000000000001",
                   {{0, 1, "“copied” (this article)", {copied, source}, "story.alike"},
                    {1, -1, "x", {}, "story.copy"}},
                   1,
                   2}};
  pile.events = {{"e0000000000000001",
                  when_month(2024, 3),
                  {1, pile.articles[1].segmentation.sentences[2].range},
                  {copied, {1, pile.articles[1].segmentation.sentences[2].range}},
                  2,
                  1,
                  {0, 1},
                  EventStatus::kPlanned,
                  {"two articles tell it"},
                  "event.dated-sentence"},
                 {"e0000000000000002",
                  {},
                  copied,
                  {copied},
                  1,
                  1,
                  {},
                  EventStatus::kHappened,
                  {},
                  "event.undated"}};
  pile.left_out = {
      {"pile/photo.jpg", {Errc::kBinary, "this is a picture", "pile/photo.jpg", "leave it out"}},
      {"pile/rows.csv:3", {Errc::kNoText, "the row's text is empty", "pile/rows.csv:3", ""}},
      {"pile/rows.csv:10", {Errc::kNoText, "the row's text is empty", "pile/rows.csv:10", ""}},
      {"pile/void.txt", {Errc::kEmpty, "the file is empty", "", ""}}};
  return sample;
}

std::vector<std::function<Result<void>(Store&)>> steps_of(const SamplePile& sample) {
  std::vector<std::function<Result<void>(Store&)>> steps;
  const auto rows = std::make_shared<std::vector<Row>>(sample.pile.articles.size());
  steps.push_back([&sample, rows](Store& store) -> Result<void> {
    FABULA_TRY_VOID(store.set_fact("state", "building"));
    // In another order than they have in the pile: rows are not indexes.
    for (std::size_t i = rows->size(); i-- > 0;) {
      FABULA_TRY((*rows)[i],
                 store.put_article(sample.captures[i], sample.pile.articles[i].article));
    }
    for (const LeftOut& left_out : sample.pile.left_out) {
      FABULA_TRY([[maybe_unused]] const bool is_new, store.put_left_out(left_out));
    }
    return {};
  });
  for (std::size_t i = 0; i < rows->size(); ++i)
    steps.push_back([&sample, rows, i](Store& store) {
      return store.put_layers((*rows)[i], sample.pile.articles[i]);
    });
  steps.push_back([&sample, rows](Store& store) -> Result<void> {
    FABULA_TRY_VOID(store.index_texts());
    FABULA_TRY_VOID(store.put_pile(sample.pile, *rows));
    FABULA_TRY_VOID(store.put_news(sample.pile.news, *rows));
    return store.complete();
  });
  return steps;
}

Result<void> write_sample(Store& store, const SamplePile& sample) {
  for (const auto& step : steps_of(sample)) {
    FABULA_TRY_VOID(store.begin());
    FABULA_TRY_VOID(step(store));
    FABULA_TRY_VOID(store.commit());
  }
  return {};
}

namespace {

// Fields one after another, each closed by a line end.
class Description {
 public:
  template <class... T>
  void add(const T&... fields) {
    (one(fields), ...);
    out_ += "--\n";
  }
  std::string out_;

 private:
  template <class T>
    requires std::integral<T> || std::convertible_to<T, std::string_view>
  void one(const T& value) {
    out_ += fmt::format("{}\n", value);
  }
  template <class E>
    requires std::is_enum_v<E>
  void one(E value) {
    one(static_cast<int>(value));
  }
  void one(Range range) { out_ += fmt::format("[{},{})\n", range.begin, range.end); }
  void one(const Span& span) {
    one(span.article);
    one(span.range);
  }
  void one(const RecordRef& ref) { out_ += fmt::format("{}.{}\n", ref.article, ref.index); }
  void one(const std::optional<Day>& day) {
    one(day ? std::to_string(day->time_since_epoch().count()) : "none");
  }
  void one(const When& when) {
    one(when.earliest);
    one(when.latest);
    one(when.likely);
    one(when.grain);
    one(when.edtf);
  }
  template <class T>
  void one(const std::optional<T>& value) {
    out_ += value ? "some\n" : "none\n";
    if (value) one(*value);
  }
  void one(const Speaker& who) {
    one(who.thing);
    one(who.name);
    one(who.as);
    one(who.range);
  }
  void one(const Channel& channel) {
    one(channel.name);
    one(channel.range);
  }
  template <class T>
  void one(const std::vector<T>& list) {
    one(list.size());
    for (const T& item : list) one(item);
  }
};

void describe(Description& to, const Article& article) {
  to.add(article.id, article.sources, article.capture_sha256, article.sha256, article.url,
         article.outlet, article.title, article.byline, article.language, article.text,
         article.published.when, article.published.basis, article.published.because,
         article.published.evidence, article.content_notes, article.report.source_bytes,
         article.report.visible_bytes, article.report.kept_bytes, article.report.n_dropped_blocks,
         article.report.doubts);
  for (const Paragraph& paragraph : article.paragraphs)
    to.add(paragraph.range, paragraph.role, paragraph.rule);
  for (const DateCandidate& date : article.date_candidates)
    to.add(date.when, date.origin, date.as, date.range, date.chosen, date.rejected);
}

void describe(Description& to, const AnnotatedArticle& annotated) {
  describe(to, annotated.article);
  for (const Sentence& sentence : annotated.segmentation.sentences)
    to.add(sentence.range, sentence.paragraph);
  for (const QuotedPart& part : annotated.segmentation.quoted)
    to.add(part.outer, part.inner, part.paragraph, part.parent, part.is_single, part.continues,
           part.is_repaired);
  for (const NamedThing& thing : annotated.names.things)
    to.add(thing.name, thing.forms, thing.roles, thing.kind, thing.gender, thing.n_mentions);
  for (const Mention& mention : annotated.names.mentions)
    to.add(mention.range, mention.thing, mention.rule);
  for (const Quote& quote : annotated.quotes)
    to.add(quote.range, quote.parts, quote.clause, quote.kind, quote.speaker, quote.grade,
           quote.cue, quote.channel, quote.said, quote.said_time, quote.inside, quote.rule);
  for (const TimeExpression& time : annotated.times)
    to.add(time.range, time.type, time.value, time.when, time.anchor, time.alternatives, time.rule);
}

}  // namespace

std::string described(const Pile& pile) {
  Description to;
  for (const AnnotatedArticle& annotated : pile.articles) describe(to, annotated);
  for (const Person& person : pile.people)
    to.add(person.id, person.name, person.forms, person.roles, person.things, person.spoken,
           person.n_mentions, person.rule);
  for (const Family& family : pile.families) {
    to.add(family.id, family.text, family.first);
    for (const FamilyMember& member : family.members) {
      to.add(member.quote, member.change, member.from);
      for (const WordEdit& edit : member.edits) to.add(edit.op, edit.was, edit.now);
    }
  }
  for (const ReuseLink& link : pile.reuse) {
    to.add(link.id, link.a, link.b, link.words, link.aligned_words, link.type, link.direction,
           link.because.str(), link.moved, link.rule);
    for (const TextEdit& edit : link.edits) to.add(edit.op, edit.a, edit.b);
  }
  for (const Passage& passage : pile.passages) {
    to.add(passage.id, passage.lost_source, passage.rule);
    for (const PassageHolder& holder : passage.holders)
      to.add(holder.span, holder.standing, holder.from, holder.runner_up, holder.margin,
             holder.because, holder.evidence);
  }
  for (const ArticleDate& date : pile.dates) {
    to.add(date.article, date.when);
    for (const DateStep& step : date.steps) to.add(step.end, step.because, step.words, step.rule);
    for (const DateStep& step : date.guess) to.add(step.end, step.because, step.words, step.rule);
    for (const InferredTime& inferred : date.times) to.add(inferred.time, inferred.when);
  }
  for (const NewsItem& item : pile.news)
    to.add(item.span, item.label, item.earlier, item.unless, item.rule);
  for (const Disagreement& record : pile.disagreements) {
    to.add(record.id, record.about, record.kind, record.because, record.evidence, record.rule);
    for (const DisagreeingValue& value : record.values) {
      to.add(value.value, value.as_of, value.n_origins);
      for (const ValueTelling& telling : value.tellings)
        to.add(telling.words, telling.said_by, telling.as_of);
    }
  }
  for (const CopyGroup& group : pile.copies) to.add(group.id, group.articles);
  for (const Story& story : pile.stories) {
    to.add(story.id, story.central, story.n_origins);
    for (const Membership& member : story.members)
      to.add(member.article, member.like, member.because, member.words, member.rule);
  }
  for (const Event& event : pile.events)
    to.add(event.id, event.when, event.line, event.tellings, event.n_articles, event.n_origins,
           event.people, event.because, event.rule);
  for (const LeftOut& left_out : pile.left_out)
    to.add(left_out.source, left_out.error.code, left_out.error.what, left_out.error.where,
           left_out.error.hint);
  return to.out_;
}

}  // namespace fabula::store
