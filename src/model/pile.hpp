// The whole pile: every article with its layers, and what was worked out across articles.
//
// Articles are sorted by (sources[0], id); every other list is sorted as its comment says, so the
// same inputs give the same bytes in any order and with any number of threads. Records refer to
// articles by index into Pile::articles and to records of an article by index into its layer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "model/article.hpp"
#include "model/capture.hpp"
#include "model/names.hpp"
#include "model/quote.hpp"
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
  std::uint32_t n_mentions = 0;
  std::string rule;  // why they were joined: "person.full-name"
};

// One shared passage. `a` is in the article that comes first in the pile's working order (stated
// date, then source). Sorted by (a, b).
struct ReuseLink {
  std::string id;  // 'r' + ...
  Span a;
  Span b;
  std::uint32_t words = 0;          // equal aligned words
  std::uint32_t aligned_words = 0;  // similarity = words / aligned_words
  std::string
      type;  // the export's `class`: "copy", "quote", "self", "furniture", "agency", "chance", ...
  std::string direction;  // "a->b", "b->a" or "unknown"
  std::string because;    // a plain sentence
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
  std::string change;           // "same" "cut" "altered" "whole"
  std::int32_t from = -1;       // index into Family::members; -1: not known
  std::vector<WordEdit> edits;  // from that member, or from the fullest wording
};

// One utterance quoted in several places. Sorted by id; members sorted by quote.
struct Family {
  std::string id;           // 'f' + ...
  std::string text;         // the fullest wording
  std::int32_t first = -1;  // index into members of the first in this pile; -1: not known
  std::vector<FamilyMember> members;
};

// Something that happened: one line of the timeline, in an article's own words. Sorted by
// (when, id), those without a date last.
struct Event {
  std::string id;  // 'e' + ...
  When when;
  Span line;
  std::vector<Span> tellings;  // every sentence that tells it, `line` among them; sorted
  std::uint32_t n_articles = 0;
  std::uint32_t n_origins = 0;        // independent ones: copies count once
  std::vector<std::uint32_t> people;  // indexes into Pile::people, sorted
  std::vector<std::string> because;
  std::string rule;
};

struct Story {
  std::string id;  // 's' + ...
  std::vector<std::uint32_t> articles;
  std::uint32_t n_origins = 0;
};

struct Pile {
  std::vector<AnnotatedArticle> articles;
  std::vector<Person> people;
  std::vector<Family> families;
  std::vector<ReuseLink> reuse;
  std::vector<CopyGroup> copies;
  std::vector<Story> stories;
  std::vector<Event> events;
  std::vector<LeftOut> left_out;  // sorted
};

// Ids of records that live in one article, from the article's id and the record's place.
[[nodiscard]] std::string quote_id(const Article& article, const Quote& quote);
[[nodiscard]] std::string time_id(const Article& article, const TimeExpression& time);

}  // namespace fabula
