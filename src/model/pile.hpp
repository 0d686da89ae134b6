// The whole pile: every article with its layers, and what was worked out across articles.
//
// Articles are sorted by (sources[0], id); every other list is sorted as its comment says, so the
// same inputs give the same bytes in any order and with any number of threads. Records refer to
// articles by index into Pile::articles and to records of an article by index into its layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/short_text.hpp"
#include "base/span.hpp"
#include "model/article.hpp"
#include "model/capture.hpp"
#include "model/names.hpp"
#include "model/quote.hpp"
#include "model/reason.hpp"
#include "model/segmentation.hpp"
#include "model/time.hpp"

namespace fabula {

// One article and the layers made from it alone.
struct AnnotatedArticle {
  Article article;
  Segmentation segmentation;  // `words` is empty when read from a store: it is cheap to make again
  Names names;
  std::vector<Quote> quotes;          // by range.begin, then longer first
  std::vector<TimeExpression> times;  // by range.begin
};

// As it is when read from a store: without its words, and no list holds memory beyond its length.
void shrink(AnnotatedArticle& annotated);

// One record of one article.
struct RecordRef {
  std::uint32_t article = 0;
  std::uint32_t index = 0;  // into quotes, things, ... of that article
  friend constexpr auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

// Somebody in the pile. Sorted by (name, id).
struct Person {
  std::string id;  // 'p' + 16 hexadecimal digits
  std::string name;
  std::vector<std::string> forms;  // sorted
  std::vector<std::string> roles;  // sorted
  std::vector<RecordRef> things;   // the NamedThings that are this person, sorted
  std::vector<RecordRef>
      spoken;  // quotes that the pile gives to this person, not their article; sorted
  std::uint32_t n_mentions = 0;
  std::string rule;  // why they were joined: "person.full-name"
};

// One change on the way from side `a` of a shared passage to side `b`. The bytes between two edits
// are equal, so that `a` with every edit's bytes exchanged for those of `b` is `b`.
struct TextEdit {
  SharedText op;  // "cut", "insert", "replace", "case", "mark", ...: see reuse/edits.hpp
  Range a;        // of the frozen text of a's article; empty where words were put in
  Range b;        // of the frozen text of b's article; empty where words were cut
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

// One shared passage of two articles. `a` is in the article that comes first in the pile's working
// order (stated date, then source). Sorted by (a, b).
struct ReuseLink {
  ShortText id;  // 'r' + ...
  Span a;
  Span b;
  std::uint32_t words = 0;          // equal aligned words
  std::uint32_t aligned_words = 0;  // similarity = words / aligned_words
  SharedText
      type;  // the export's `class`: "copy", "quote", "self", "furniture", "agency", "chance", ...
  SharedText direction;  // "a->b", "b->a" or "unknown"
  Reason because;
  bool moved = false;  // another passage of the pair stands before it in one article only
  SharedText rule;
  std::vector<TextEdit> edits;  // in text order
};

// One place of a passage that several articles hold.
struct PassageHolder {
  Span span;
  SharedText standing;          // "origin" "copy" "undecidable" "unknown"
  std::int32_t from = -1;       // index into Passage::holders: the parent of a "copy"
  std::int32_t runner_up = -1;  // the next best parent; -1: there is none
  std::uint32_t margin = 0;     // tenths of a price unit by which `from` is the better of the two
  std::vector<SharedText> because;  // plain sentences
  std::vector<Span> evidence;       // words they rest on: here, then in the parent, in turns
};

// The same words in several articles, and who had them from whom. Sorted by id.
struct Passage {
  std::string id;                      // 'w' + ...
  std::vector<PassageHolder> holders;  // by span; one an article at most
  bool lost_source = false;  // several share words that none can have from another: a source is
                             // missing from the pile
  std::string rule;
};

// Articles whose text is, but for a little, the same. Sorted by id; `articles` sorted.
struct CopyGroup {
  std::string id;  // 'c' + ...
  std::vector<std::uint32_t> articles;
};

struct WordEdit {
  std::string op;  // "cut", "replace", "insert", "case", "mark"
  std::string was;
  std::string now;
};

struct FamilyMember {
  RecordRef quote;
  SharedText change;       // what `edits` come to: "same" "cut" "altered"; the fullest: "whole"
  std::int32_t from = -1;  // index into Family::members: its article's source; -1: not known
  std::vector<WordEdit> edits;  // from that member, or without one from the fullest wording
};

// One utterance quoted in several places. Sorted by id; members sorted by quote.
struct Family {
  std::string id;           // 'f' + ...
  std::string text;         // the fullest wording
  std::int32_t first = -1;  // index into members of the first in this pile; -1: not known
  std::vector<FamilyMember> members;
};

// How an event stands in the articles that tell it.
enum class EventStatus : std::uint8_t {
  kHappened,
  kPlanned,  // to come when the last of them appeared, or told as a plan alone
  kAlleged,  // somebody's word
  kDenied,
};
[[nodiscard]] std::string_view name_of(EventStatus status);  // "happened" "planned" ...

// Something that happened: one line of the timeline, in an article's own words. Sorted by
// (when, id), those without a date last, by how many articles tell them.
struct Event {
  std::string id;  // 'e' + ...
  When when;
  Span line;
  std::vector<Span> tellings;  // every sentence that tells it, `line` among them; sorted
  std::uint32_t n_articles = 0;
  std::uint32_t n_origins = 0;        // independent ones: copies count once
  std::vector<std::uint32_t> people;  // indexes into Pile::people, sorted
  EventStatus status = EventStatus::kHappened;
  std::vector<std::string> because;
  std::string rule;
};

// Why an article is in a story.
struct Membership {
  std::uint32_t article = 0;
  std::int32_t like = -1;   // the article of the story that is most like it; -1: it is alone
  std::string because;      // a plain sentence, with each of `words` as “quoted_words”, in order
  std::vector<Span> words;  // what it rests on: in the article, then in the other, in turns
  SharedText rule;          // "story.alike"
};

// What some articles tell of. Every article is in one story, perhaps alone. Those with most
// articles first, then by id; members sorted by article.
struct Story {
  std::string id;  // 's' + ...
  std::vector<Membership> members;
  std::uint32_t central = 0;    // the article that is most like all others: its title stands for it
  std::uint32_t n_origins = 0;  // independent ones: copies count once
};

// What a sentence adds to what was told before. Sorted by span.
struct NewsItem {
  Span span;
  SharedText label;             // "new" "update" "correction" "repeat" "background" "comment"
  std::optional<Span> earlier;  // what it repeats or changes, in an earlier article; of a comment:
                                // where it was printed before
  std::optional<Span> unless;  // new unless this one is earlier, whose day is not known well enough
  SharedText rule;
};

// One place that gives a value.
struct ValueTelling {
  Span words;                   // "at least 12"
  std::optional<Span> said_by;  // "police"; none: the article itself says so
  When as_of;                   // when it was said
};

// One of the values on which accounts differ.
struct DisagreeingValue {
  // "12", "at least 14", "£3,000,000", "2024-05-13", a name; of an age "41 on 2024-05-13", which
  // holds for all tellings: a year later it is 42
  std::string value;
  When as_of;                          // from the first to the last day on which it was given
  std::vector<ValueTelling> tellings;  // by words; never empty
  std::uint32_t n_origins = 0;         // independent articles that give it: copies count once
};

// Accounts of one thing that cannot both be right. It says that they differ, never which is right.
// Sorted by (article and place of the first telling, id).
struct Disagreement {
  std::string id;                        // 'd' + ...
  std::string about;                     // "dead": what is counted, whose age, whose words
  std::string kind;                      // "count", "money", "age", "day", "polarity",
                                         // "speaker", "spelling"
  std::vector<DisagreeingValue> values;  // at least two; the one of most origins first
  std::string because;  // a plain sentence, with each of `evidence` as “quoted_words”, in order
  std::vector<Span> evidence;  // why they are taken to speak of one thing
  std::string rule;            // "disagree.count"
};

// One step of the proof of an article's day: words of the pile, and what follows from them and the
// steps before.
struct DateStep {
  // Which end of the window it helps to prove: "earliest", "latest", "both"; "likely": it proves
  // nothing; or "against": it contradicts the day that the article states.
  std::string end;
  std::string because;      // a plain sentence, with each of `words` as “quoted_words”, in order
  std::vector<Span> words;  // what it rests on; never empty
  std::string rule;         // "date.age"
};

// What a time of an undated article means, read against the window proven for its day.
struct InferredTime {
  std::int32_t time = -1;  // index into AnnotatedArticle::times
  When when;               // both ends known; a whole month or year where it is just that
};

// What the pile says of the day an article appeared. Sorted by article.
//
//   the article states none   the ends proven, and the proof; a likely day, and what makes it so
//   it states one             nothing is known beside it; the steps are what speaks against it
struct ArticleDate {
  std::uint32_t article = 0;
  When when;                        // proven ends; `likely` is a guess between them
  std::vector<DateStep> steps;      // in order, those of the earliest day first; each is needed
  std::vector<DateStep> guess;      // what the likely day rests on; empty where it is proven
  std::vector<InferredTime> times;  // by time

  [[nodiscard]] bool is_proven() const { return when.known(); }
  // Of an article that states its day.
  [[nodiscard]] bool is_doubt() const { return !steps.empty() && !is_proven(); }
};

struct Pile {
  std::vector<AnnotatedArticle> articles;
  std::vector<Person> people;
  std::vector<Family> families;
  std::vector<ReuseLink> reuse;
  std::vector<CopyGroup> copies;
  std::vector<Passage> passages;
  std::vector<ArticleDate> dates;
  std::vector<Story> stories;
  std::vector<Event> events;
  std::vector<NewsItem> news;
  std::vector<Disagreement> disagreements;
  std::vector<LeftOut> left_out;  // sorted
};

// The words of a span as a sentence quotes them: on one line, what is behind some 80 bytes as " …".
[[nodiscard]] std::string quoted_words(const Pile& pile, const Span& span);

// Ids of records that live in one article, from the article's id and the record's place.
[[nodiscard]] std::string quote_id(const Article& article, const Quote& quote);
[[nodiscard]] std::string time_id(const Article& article, const TimeExpression& time);
[[nodiscard]] std::string news_id(const Article& article, const NewsItem& item);

// Gives every speaker who is somebody of Pile::people that person and name, and those of
// Person::spoken their thing if their article has one, in the pile at hand: what is read to be
// shown or written out, not what is stored.
void name_speakers(Pile& pile);

// Gives every undated article of Pile::dates its likely day and, where an end is proven, its
// inferred one (Published, basis kInferred) and its times what they mean (anchor "inferred"), in
// the pile at hand: what is read to be shown or written out, not what is stored.
void apply_dates(Pile& pile);

}  // namespace fabula
