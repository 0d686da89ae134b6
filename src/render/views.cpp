#include "render/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/natural_order.hpp"
#include "model/short_edition.hpp"
#include "model/utterance.hpp"
#include "model/weight.hpp"
#include "render/event_days.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kLineBytes = 400;  // of an article's words in one cell

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

Cell day(const std::optional<Day>& d) { return d ? Cell(iso(*d)) : Cell(); }

std::string joined(const std::vector<std::string>& words, std::string_view between = "; ") {
  return fmt::format("{}", fmt::join(words, between));
}

// `part` stands somewhere in `whole`, whatever the case and the kind of marks.
bool holds(std::string_view whole, std::string_view part) {
  return part.empty() || text::fold(whole).text.find(text::fold(part).text) != std::string::npos;
}

// Articles in the order people count: "pile.csv:3" before "pile.csv:10".
std::vector<const AnnotatedArticle*> by_source(const Pile& pile) {
  std::vector<const AnnotatedArticle*> articles;
  for (const AnnotatedArticle& a : pile.articles) articles.push_back(&a);
  std::ranges::stable_sort(articles, is_naturally_before, [](const AnnotatedArticle* a) {
    return std::string_view(a->article.sources.front());
  });
  return articles;
}
// May the quote have been said between these days ("" for no bound)? By when it was said, else by
// when its article appeared.
bool is_between(const AnnotatedArticle& a, const Quote& q, const std::string& from,
                const std::string& to) {
  const When& when = q.said.known() ? q.said : a.article.published.when;
  const std::optional<Day> first = when.earliest ? when.earliest : when.latest;
  const std::optional<Day> last = when.latest ? when.latest : when.earliest;
  if (!first || !last) return from.empty() && to.empty();
  const std::optional<Day> begin = parse_iso_day(from);
  const std::optional<Day> end = parse_iso_day(to);
  return (!begin || *last >= *begin) && (!end || *first <= *end);
}

bool is_wanted(const AnnotatedArticle& a, const Quote& q, const QuoteFilter& filter) {
  if (!filter.who.empty() &&
      (!q.speaker || (!holds(q.speaker->name, filter.who) && !holds(q.speaker->as, filter.who))))
    return false;
  if (!filter.channel.empty() && (!q.channel || !holds(q.channel->name, filter.channel)))
    return false;
  if (!is_between(a, q, filter.from, filter.to)) return false;
  if (!filter.kind.empty() && name_of(q.kind) != filter.kind) return false;
  if (!filter.grade.empty() &&
      (q.grade == Grade::kNone || name_of(q.grade) > std::string_view(filter.grade)))
    return false;
  if (!filter.about.empty() && !holds(words_of(a.article, q), filter.about)) {
    const Sentence* sentence = sentence_at(a.segmentation, q.range.begin);
    if (sentence == nullptr || !holds(words_of(a.article.text, sentence->range), filter.about))
      return false;
  }
  return true;
}

// Is the quotation the first place of its words in the pile: "yes", "no", or "maybe" when the dates
// do not tell which of several is.
class FirstPlaces {
 public:
  explicit FirstPlaces(const Pile& pile) {
    for (const Family& family : pile.families) {
      const Utterance utterance = utterance_of(pile, family);
      for (const FamilyMember& member : family.members) of_[member.quote] = "no";
      if (family.first >= 0)
        of_[family.members[static_cast<std::size_t>(family.first)].quote] = "yes";
      else
        for (const std::uint32_t i : utterance.could_be_first)
          of_[family.members[i].quote] = "maybe";
    }
  }
  [[nodiscard]] std::string at(RecordRef quote) const {
    const auto found = of_.find(quote);
    return found == of_.end() ? "yes" : found->second;
  }

 private:
  std::map<RecordRef, std::string> of_;
};

}  // namespace

// The story that is asked for, as an index into Pile::stories; -1 for all of them.
static Result<std::int32_t> wanted_story(const Pile& pile, const std::string& id) {
  if (id.empty()) return -1;
  FABULA_TRY(const FoundRecord found, find_record(pile, id));
  const auto* story = std::get_if<const Story*>(&found);
  if (story == nullptr)
    return fail(Errc::kUsage, fmt::format("'{}' is no story", id), {},
                "ids of stories stand in the last column of 'fabula stories'");
  return static_cast<std::int32_t>(*story - pile.stories.data());
}

// "planned: "
static std::string status_text(const Event& event) {
  return event.status == EventStatus::kHappened ? "" : fmt::format("{}: ", name_of(event.status));
}

// Indexes into Pile::events of those that an article of the story tells, as told by wanted_story.
static std::vector<std::uint32_t> lines_of(const Pile& pile, const PileIndex& index,
                                           std::int32_t story) {
  std::vector<std::uint32_t> lines;
  for (std::uint32_t i = 0; i < pile.events.size(); ++i)
    if (story < 0 ||
        std::ranges::any_of(
            pile.events[i].tellings,
            [&](const Span& telling) { return index.story_of(telling.article) == story; }))
      lines.push_back(i);
  return lines;
}

std::size_t n_timeline_lines(const Pile& pile, const TimelineFilter& filter) {
  const auto wanted = wanted_story(pile, filter.story);
  return wanted ? lines_of(pile, PileIndex(pile), *wanted).size() : 0;
}

Result<Table> timeline_table(const Pile& pile, const TimelineFilter& filter) {
  FABULA_TRY(const std::int32_t wanted, wanted_story(pile, filter.story));
  const PileIndex index(pile);
  std::vector<std::uint32_t> lines = lines_of(pile, index, wanted);
  const std::vector<std::uint32_t> weights = weigh_events(pile);
  const std::vector<std::uint32_t> ranks = ranks_of(weights);
  if (filter.most > 0) lines = short_edition(pile, weights, lines, filter.most);
  Table table{{{"id", "", 8},
               {"when", "WHEN", 25},
               {"basis", "BASIS", 8},
               {"status", "", 0},
               {"earliest", "", 0},
               {"latest", "", 0},
               {"edtf", "", 0},
               {"line", "WHAT", 0},
               {"articles", "ARTICLES", 8},
               {"origins", "ORIGINS", 7},
               {"source", "TOLD BY", 24},
               {"published", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"because", "", 0},
               {"rule", "", 0},
               {"story", "", 0},
               {"rank", "", 0},
               {"short", "ID", 8}},
              {}};
  for (const std::uint32_t i : lines) {
    const Event& e = pile.events[i];
    const std::int32_t story = index.story_of(e.line.article);
    const Article& a = pile.articles[e.line.article].article;
    table.rows.push_back(
        {e.id,
         status_text(e) + when_text(e.when),
         std::string(name_of(days_of(pile, e).basis)),
         std::string(name_of(e.status)),
         day(e.when.earliest),
         day(e.when.latest),
         e.when.edtf,
         one_line(words_of(pile, e.line), kLineBytes),
         number(e.n_articles),
         number(e.n_origins),
         source_label(a),
         a.published.when.edtf,
         a.id,
         number(e.line.range.begin),
         number(e.line.range.end),
         joined(e.because),
         e.rule,
         story < 0 ? Cell() : Cell(pile.stories[static_cast<std::size_t>(story)].id),
         number(ranks[i]),
         short_id(e.id)});
  }
  return table;
}

Table quotes_table(const Pile& pile, const QuoteFilter& filter) {
  const PileIndex index(pile);
  const FirstPlaces first_places(pile);
  Table table{{{"id", "", 0},
               {"said_by", "SAID BY", 22},
               {"as", "", 0},
               {"grade", "SURE", 4},
               {"text", "QUOTE", 0},
               {"kind", "", 0},
               {"cue", "CUE", 10},
               {"channel", "CHANNEL", 12},
               {"said_earliest", "", 0},
               {"said_latest", "", 0},
               {"published", "", 0},
               {"when", "PUBLISHED", 14},
               {"outlet", "SOURCE", 24},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"inside", "", 0},
               {"family", "", 0},
               {"first_in_pile", "", 0},
               {"rule", "", 0},
               {"short", "ID", 8}},
              {}};
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
    const AnnotatedArticle& a = pile.articles[i];
    for (std::uint32_t k = 0; k < a.quotes.size(); ++k) {
      const Quote& q = a.quotes[k];
      const std::int32_t family = index.family_of(i, k);
      const std::string first = first_places.at({i, k});
      if (!is_wanted(a, q, filter) || (filter.first && first == "no")) continue;
      const std::string id = quote_id(a.article, q);
      table.rows.push_back(
          {id,
           q.speaker ? q.speaker->name : "unknown",
           q.speaker ? Cell(q.speaker->as) : Cell(),
           std::string(name_of(q.grade)),
           one_line(words_of(a.article, q), 4000),
           std::string(name_of(q.kind)),
           q.cue ? Cell(std::string(words_of(a.article.text, *q.cue))) : Cell(),
           q.channel ? Cell(q.channel->name) : Cell(),
           day(q.said.earliest),
           day(q.said.latest),
           a.article.published.when.edtf,
           when_text(a.article.published.when),
           source_label(a.article),
           a.article.sources.front(),
           a.article.id,
           number(q.range.begin),
           number(q.range.end),
           q.inside < 0 ? Cell()
                        : Cell(quote_id(a.article, a.quotes[static_cast<std::size_t>(q.inside)])),
           family < 0 ? Cell() : Cell(pile.families[static_cast<std::size_t>(family)].id),
           first,
           q.rule,
           short_id(id)});
    }
  }
  return table;
}

Table articles_table(const Pile& pile) {
  Table table{{{"id", "", 0},
               {"published", "PUBLISHED", 12},
               {"basis", "BASIS", 8},
               {"outlet", "SOURCE", 24},
               {"title", "TITLE", 0},
               {"byline", "", 0},
               {"language", "", 0},
               {"source", "FILE", 32},
               {"url", "", 0},
               {"bytes", "", 0},
               {"quotes", "QUOTES", 6},
               {"sha256", "", 0},
               {"short", "ID", 8}},
              {}};
  for (const AnnotatedArticle* annotated : by_source(pile)) {
    const Article& a = annotated->article;
    table.rows.push_back({a.id, when_text(a.published.when),
                          std::string(name_of(a.published.basis)), source_label(a), title_label(a),
                          a.byline, a.language, a.sources.front(), a.url, number(a.text.size()),
                          number(annotated->quotes.size()), a.sha256, short_id(a.id)});
  }
  return table;
}

// The words of the article itself that the steps rest on, or else those of others.
static std::string own_words(const Pile& pile, std::uint32_t article,
                             const std::vector<DateStep>& steps) {
  std::string theirs;
  for (const DateStep& step : steps)
    for (const Span& span : step.words) {
      const std::string_view words = words_of(pile, span);
      if (span.article == article) return std::string(words);
      theirs = words;
    }
  return theirs;
}

// What speaks against the day that the article states; empty when nothing does.
static std::string doubts_of(const ArticleDate* date) {
  std::string doubts;
  if (date == nullptr || !date->is_doubt()) return doubts;
  for (const DateStep& step : date->steps) {
    if (!doubts.empty()) doubts += "; ";
    doubts += step.because;
  }
  return doubts;
}

static std::string doubts_in_short(const ArticleDate& date) {
  std::string doubts;
  for (const DateStep& step : date.steps) {
    if (!doubts.empty()) doubts += ", and ";
    doubts += step.rule == "date.told-past"     ? "a later day is told as past"
              : step.rule == "date.told-future" ? "an earlier day is told as to come"
                                                : "nearly the same text appeared before";
  }
  return doubts;
}

Table dates_table(const Pile& pile) {
  Table table{{{"article", "", 0},
               {"outlet", "SOURCE", 24, true},
               {"title", "TITLE", 0, true},
               {"basis", "BASIS", 8, true},
               {"candidate", "DATE", 25},
               {"edtf", "", 0},
               {"origin", "FROM", 12},
               {"as", "AS WRITTEN", 28},
               {"chosen", "", 0},
               {"rejected", "", 0},
               {"against", "", 0},
               {"verdict", "CHOSEN", 30},
               {"begin", "", 0},
               {"end", "", 0},
               {"source", "", 0},
               {"short", "ID", 8, true}},
              {}};
  const PileIndex index(pile);
  for (const AnnotatedArticle* annotated : by_source(pile)) {
    const Article& a = annotated->article;
    const ArticleDate* date =
        index.date_of(static_cast<std::uint32_t>(annotated - pile.articles.data()));
    const std::string against = doubts_of(date);
    const auto add = [&](const DateCandidate* c) {
      const bool is_doubted = c && c->chosen && !against.empty();
      table.rows.push_back({a.id, source_label(a), title_label(a),
                            std::string(name_of(a.published.basis)),
                            c ? when_text(c->when) : "no date", c ? Cell(c->when.edtf) : Cell(),
                            c ? Cell(c->origin) : Cell(), c ? Cell(one_line(c->as, 80)) : Cell(),
                            c ? Cell(std::string(c->chosen ? "yes" : "no")) : Cell(),
                            c ? Cell(c->rejected) : Cell(), is_doubted ? Cell(against) : Cell(),
                            !c           ? Cell()
                            : is_doubted ? Cell("yes, but " + doubts_in_short(*date))
                            : c->chosen  ? Cell("yes")
                                         : Cell(c->rejected.empty() ? "no" : "no: " + c->rejected),
                            c && !c->range.empty() ? number(c->range.begin) : Cell(),
                            c && !c->range.empty() ? number(c->range.end) : Cell(),
                            a.sources.front(), short_id(a.id)});
    };
    const bool is_proven = date != nullptr && date->is_proven();
    if (is_proven) {
      const DateCandidate proven{a.published.when,
                                 "other articles",
                                 own_words(pile, date->article, date->steps),
                                 {},
                                 true,
                                 {}};
      add(&proven);
    }
    const bool is_guessed = date != nullptr && !date->guess.empty();
    if (is_guessed) {
      const DateCandidate guessed{when_day(*date->when.likely),
                                  "other articles",
                                  own_words(pile, date->article, date->guess),
                                  {},
                                  false,
                                  "likely, but nothing proves it"};
      add(&guessed);
    }
    for (const DateCandidate& c : a.date_candidates)
      if (c.chosen) add(&c);
    for (const DateCandidate& c : a.date_candidates)
      if (!c.chosen) add(&c);
    if (a.date_candidates.empty() && !is_proven && !is_guessed) add(nullptr);
  }
  return table;
}

Table times_table(const Pile& pile) {
  Table table{{{"id", "", 0},
               {"text", "WORDS", 40},
               {"type", "TYPE", 8},
               {"value", "VALUE", 20},
               {"earliest", "", 0},
               {"latest", "", 0},
               {"edtf", "", 0},
               {"anchor", "AGAINST", 12},
               {"alternatives", "OR", 0},
               {"outlet", "SOURCE", 24},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"rule", "", 0},
               {"short", "ID", 8}},
              {}};
  for (const AnnotatedArticle& a : pile.articles)
    for (const TimeExpression& t : a.times) {
      const std::string id = time_id(a.article, t);
      table.rows.push_back({id, one_line(words_of(a.article.text, t.range), kLineBytes),
                            std::string(name_of(t.type)), t.value, day(t.when.earliest),
                            day(t.when.latest), t.when.edtf, t.anchor, joined(t.alternatives),
                            source_label(a.article), a.article.sources.front(), a.article.id,
                            number(t.range.begin), number(t.range.end), t.rule, short_id(id)});
    }
  return table;
}

Table left_out_table(const Pile& pile) {
  Table table{{{"source", "INPUT", 50},
               {"cause", "CAUSE", 14},
               {"what", "WHAT", 0},
               {"where", "", 0},
               {"next", "NEXT", 44}},
              {}};
  for (const LeftOut& l : pile.left_out)
    table.rows.push_back(
        {l.source, std::string(name_of(l.error.code)), l.error.what, l.error.where, l.error.hint});
  return table;
}

}  // namespace fabula::render
