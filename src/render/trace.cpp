// A phrase walked back to its first place: which of its places are first, which could be.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/statement_texts.hpp"
#include "render/trace_places.hpp"
#include "render/views.hpp"

namespace fabula::render {
namespace {

// What a reader is shown: the quotation, or the sentence, a near place with its changes marked.
std::string place_words(const AnnotatedArticle& a, const Place& place, const Quote* quote) {
  constexpr std::size_t kBytes = 600;
  const Range range = place.span.range;
  if (quote && !place.is_near() && quote->range.contains(range))
    return one_line(words_of(a.article, *quote), kBytes);
  Range around = range;
  if (quote) {
    around = {std::min(range.begin, quote->range.begin), std::max(range.end, quote->range.end)};
  }
  if (!quote || !quote->range.contains(range)) {
    for (const Sentence& sentence : a.segmentation.sentences)
      if (sentence.range.overlaps(range))
        around = {std::min(around.begin, sentence.range.begin),
                  std::max(around.end, sentence.range.end)};
  }
  const std::string words =
      !place.is_near() ? shown_words(a.article, range) : plain_marks(place.pieces);
  return one_line(shown_words(a.article, {around.begin, range.begin}) + words +
                      shown_words(a.article, {range.end, around.end}),
                  kBytes);
}

// "first" or "later" for programs, the place of it for people.
struct Standing {
  std::string status, place;
};

// What is known of when something was first printed: from the earliest day it may have been, to the
// latest it can have been.
struct FirstDays {
  std::optional<Day> from, by;
  void add(const When& when) {
    if (!when.earliest) return;
    from = from ? std::min(*from, *when.earliest) : *when.earliest;
    if (when.latest) by = by ? std::min(*by, *when.latest) : *when.latest;
  }
};

// An article of which only the day it was saved is known could be earlier than all.
class Ranker {
 public:
  Ranker(const Pile& pile, const std::vector<Place>& places) : pile_(pile) {
    for (const Place& p : places) {
      (p.is_near() ? near_ : same_).add(published(p));
      has_same_ = has_same_ || !p.is_near();
    }
  }

  [[nodiscard]] Standing standing(const Place& p) const {
    const When& when = published(p);
    if (p.is_near()) return {"near", when.earliest ? near_place(when) : "undated, in other words"};
    if (!when.earliest) return {"undated", "undated, could be earlier"};
    if (is_first(when, same_))
      return is_sure(when, same_) ? Standing{"first", "FIRST in this pile"}
                                  : Standing{"undated", "could be earlier"};
    return {"later", "then"};
  }

  // By day, those that could be earlier behind.
  void sort(std::vector<Place>& places) const {
    std::ranges::stable_sort(places, {}, [&](const Place& p) {
      const When& when = published(p);
      return std::tuple(!when.earliest, when.earliest.value_or(when.latest.value_or(Day{})),
                        p.span);
    });
  }

  [[nodiscard]] const When& published(const Place& p) const {
    return pile_.articles[p.span.article].article.published.when;
  }

 private:
  // Two articles of one day: which of them was earlier is not known.
  static bool is_first(const When& when, const FirstDays& days) {
    return !days.by || *when.earliest <= *days.by;
  }

  // Nothing else can have been printed before it, whenever in its stretch of days it was.
  static bool is_sure(const When& when, const FirstDays& days) {
    return !days.by || (when.latest && *when.latest <= *days.by);
  }

  [[nodiscard]] std::string near_place(const When& when) const {
    if (!has_same_) return is_first(when, near_) ? "FIRST, in other words" : "then, in other words";
    if (!same_.from) return "in other words";
    if (when.latest && *when.latest < *same_.from) return "before, in other words";
    return is_first(when, same_) ? "same time, in other words" : "then, in other words";
  }

  const Pile& pile_;
  FirstDays same_, near_;
  bool has_same_ = false;
};

// What the family of a place says of it beyond the phrase.
struct Told {
  std::string from;         // the source it has the words from
  std::string alters;       // "changes a number"
  std::string first_place;  // of the utterance: "first", "fuller-later", "tie", "undated"
  bool is_fuller_later = false;
};

using FirstPlaces = std::map<std::int32_t, FirstPlace>;  // by family

Told told_of(const Pile& pile, const Place& place, FirstPlaces& known) {
  if (place.family < 0) return {};
  const Family& family = pile.families[static_cast<std::size_t>(place.family)];
  const FamilyMember& member = family.members[place.member];
  const auto [at, is_new] = known.try_emplace(place.family);
  if (is_new) at->second = utterance_of(pile, family).place;
  const FirstPlace first = at->second;
  Told told{{}, alteration_text(member), std::string(name_of(first)), false};
  if (member.from >= 0) {
    const RecordRef source = family.members[static_cast<std::size_t>(member.from)].quote;
    told.from = source_label(pile.articles[source.article].article);
  }
  told.is_fuller_later =
      first == FirstPlace::kFullerLater && family.first == static_cast<std::int32_t>(place.member);
  return told;
}

}  // namespace

Table trace_table(const Pile& pile, std::string_view phrase) {
  std::vector<Place> places = places_of(pile, phrase);
  const Ranker ranker(pile, places);
  ranker.sort(places);
  Table table{{{"status", "", 0},
               {"place", "PLACE", 26},
               {"when", "PUBLISHED", 14},
               {"outlet", "SOURCE", 22},
               {"said_by", "SAID BY", 20},
               {"change", "CHANGE", 28},
               {"from", "", 0},
               {"first_place", "", 0},
               {"shown", "WORDS", 0},
               {"words", "", 0},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"quote", "", 0},
               {"short", "ID", 8}},
              {}};
  FirstPlaces first_places;
  for (const Place& p : places) {
    const AnnotatedArticle& a = pile.articles[p.span.article];
    Standing standing = ranker.standing(p);
    const Told told = told_of(pile, p, first_places);
    if (told.is_fuller_later) standing.place += ", fuller later";
    // Its day would let it be the first; but it has the words from a place without a day.
    if (!told.from.empty() && standing.status == "first") standing.place = "first by its day";
    if (!told.from.empty()) standing.place += ", taken from " + told.from;
    const Quote* quote = p.quote < 0 ? nullptr : &a.quotes[static_cast<std::size_t>(p.quote)];
    const std::string id = quote ? quote_id(a.article, *quote) : std::string();
    std::string change = p.change;
    if (!p.edits.empty()) change += ": " + p.edits;
    if (!told.alters.empty()) change += " (" + told.alters + ")";
    table.rows.push_back(
        {standing.status, standing.place, when_text(ranker.published(p)), source_label(a.article),
         quote && quote->speaker ? Cell(quote->speaker->name)
         : quote                 ? Cell(std::string("unknown"))
                                 : Cell(),
         change, told.from.empty() ? Cell() : Cell(told.from),
         told.first_place.empty() ? Cell() : Cell(told.first_place), place_words(a, p, quote),
         one_line(quote ? words_of(a.article, *quote) : shown_words(pile, p.span), 600),
         a.article.sources.front(), a.article.id, static_cast<std::int64_t>(p.span.range.begin),
         static_cast<std::int64_t>(p.span.range.end), id.empty() ? Cell() : Cell(id),
         short_id(id.empty() ? a.article.id : id)});
  }
  return table;
}

}  // namespace fabula::render
