// Walking a phrase back to its first place.
//
// A place has the words of the phrase one behind the other, whatever the marks and line ends
// between them; or is a quotation of the same family as one that holds it (its wording may be cut
// or altered, and that is what to see); or a place near it: a passage shared with an article that
// has the phrase, where the words were changed, or a stretch of text that differs by a few words
// (near_phrase.hpp).
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "render/changes.hpp"
#include "render/labels.hpp"
#include "render/near_phrase.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/views.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

struct Place {
  Span span;
  std::string change;  // "same", "cut", "altered", "whole"; the caller says which is first
  std::string edits;
  std::int32_t quote = -1;    // of the article
  std::vector<Piece> pieces;  // of a near place: the words with what is different
};

std::string edits_text(const std::vector<WordEdit>& edits) {
  std::string text;
  for (const WordEdit& e : edits) {
    if (!text.empty()) text += "; ";
    if (e.now.empty())
      text += "without '" + one_line(e.was, 60) + "'";
    else if (e.was.empty())
      text += "with '" + e.now + "'";
    else
      text += "'" + e.was + "' → '" + e.now + "'";
  }
  return text;
}

// The innermost quote that holds `range`, or -1.
std::int32_t quote_around(const AnnotatedArticle& a, Range range) {
  std::int32_t found = -1;
  for (std::size_t k = 0; k < a.quotes.size() && a.quotes[k].range.begin <= range.begin; ++k)
    if (a.quotes[k].range.contains(range)) found = static_cast<std::int32_t>(k);
  return found;
}

const FamilyMember* member_of(const Family& family, RecordRef quote) {
  for (const FamilyMember& m : family.members)
    if (m.quote == quote) return &m;
  return nullptr;
}

// "cut: without 'last year'", "altered: 'three times' → 'twice'"
void say_change(Place& place) {
  place.change = "cut";
  std::vector<WordEdit> edits;
  bool joins = false;  // the piece before was cut: what is put in now stands in its place
  for (const Piece& piece : place.pieces) {
    if (text::trim(piece.words).empty()) continue;
    const std::string words(text::trim(piece.words));
    if (piece.change == Change::kCut) edits.push_back({"cut", words, ""});
    if (piece.change == Change::kPutIn) {
      place.change = "altered";
      if (joins)
        edits.back().now = words;
      else
        edits.push_back({"insert", "", words});
    }
    joins = piece.change == Change::kCut;
  }
  place.edits = edits_text(edits);
}

class Tracer {
 public:
  Tracer(const Pile& pile, std::string_view phrase) : pile_(pile), index_(pile), phrase_(phrase) {}

  std::vector<Place> run() {
    if (phrase_.words().size() == 0) return {};
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i) look_into(i);
    add_families();
    add_shared();
    for (Place& place : near_places_) add_near(std::move(place));
    return std::move(places_);
  }

 private:
  void look_into(std::uint32_t i) {
    const std::string_view text = pile_.articles[i].article.text;
    text::FoldedText folded = text::fold(text);
    if (!phrase_.may_be_in(folded.text)) return;
    const WordPlaces places(std::move(folded));
    const std::size_t n_words = phrase_.words().size();
    std::size_t free = 0;  // words before it belong to a place
    for (const std::size_t at : places.find(phrase_.words(), 0, n_words)) {
      if (at < free) continue;
      add_exact({i, places.stretch(at, at + n_words)});
      free = at + n_words;
    }
    for (NearPlace& near : phrase_.find(text, places))
      near_places_.push_back({{i, near.range}, "", {}, -1, std::move(near.pieces)});
  }

  void add_exact(const Span& span) {
    exact_.push_back(span);
    Place place{span, "same", {}, quote_around(pile_.articles[span.article], span.range), {}};
    if (place.quote >= 0) {
      const RecordRef ref{span.article, static_cast<std::uint32_t>(place.quote)};
      if (!listed_.insert(ref).second) return;  // the phrase twice in one quotation
      if (const std::int32_t family = index_.family_of(span.article, ref.index); family >= 0) {
        families_.insert(family);
        // The phrase is all there; what is different in the words around it is the change.
        if (const FamilyMember* m =
                member_of(pile_.families[static_cast<std::size_t>(family)], ref)) {
          place.change = m->change;
          place.edits = edits_text(m->edits);
        }
      }
    }
    places_.push_back(std::move(place));
  }

  void add_families() {
    for (const std::int32_t family : families_)
      for (const FamilyMember& m : pile_.families[static_cast<std::size_t>(family)].members) {
        if (!listed_.insert(m.quote).second) continue;
        const Quote& quote = pile_.articles[m.quote.article].quotes[m.quote.index];
        places_.push_back({{m.quote.article, quote.range},
                           m.change,
                           edits_text(m.edits),
                           static_cast<std::int32_t>(m.quote.index),
                           {}});
      }
  }

  // Where a shared passage has other words in the place of the phrase.
  void add_shared() {
    for (const ReuseLink& link : pile_.reuse)
      for (const Side side : {Side::kA, Side::kB}) {
        const Span& here = side_of(link, side);
        const auto in_article = std::ranges::equal_range(exact_, here.article, {}, &Span::article);
        for (const Span& exact : in_article) {
          if (!here.range.contains(exact.range)) continue;
          const Reading reading{&link, side};
          const Span there{reading.right_span().article, across(link, side, exact.range)};
          std::vector<Piece> pieces = merged_pieces(pile_, reading, exact.range);
          const bool is_same =
              std::ranges::all_of(pieces, [](const Piece& p) { return p.change == Change::kNone; });
          if (!is_same && !there.range.empty()) add_near({there, "", {}, -1, std::move(pieces)});
        }
      }
  }

  // Unless a place that is there already covers it.
  void add_near(Place place) {
    for (const Place& p : places_)
      if (p.span.article == place.span.article && p.span.range.overlaps(place.span.range)) return;
    place.quote = quote_around(pile_.articles[place.span.article], place.span.range);
    if (place.quote >= 0 &&
        !listed_.insert({place.span.article, static_cast<std::uint32_t>(place.quote)}).second)
      return;
    say_change(place);
    places_.push_back(std::move(place));
  }

  const Pile& pile_;
  PileIndex index_;
  NearPhrase phrase_;
  std::vector<Place> places_;
  std::vector<Place> near_places_;
  std::vector<Span> exact_;     // sorted
  std::set<RecordRef> listed_;  // quotes that are there already
  std::set<std::int32_t> families_;
};

// What a reader is shown: the quotation, or the sentence, a near place with its changes marked.
std::string place_words(const AnnotatedArticle& a, const Place& place, const Quote* quote) {
  constexpr std::size_t kBytes = 600;
  const Range range = place.span.range;
  if (quote && place.pieces.empty()) return one_line(words_of(a.article, *quote), kBytes);
  Range around = range;
  if (quote) {
    around = {std::min(range.begin, quote->range.begin), std::max(range.end, quote->range.end)};
  } else {
    for (const Sentence& sentence : a.segmentation.sentences)
      if (sentence.range.overlaps(range))
        around = {std::min(around.begin, sentence.range.begin),
                  std::max(around.end, sentence.range.end)};
  }
  const std::string words =
      place.pieces.empty() ? shown_words(a.article, range) : plain_marks(place.pieces);
  return one_line(shown_words(a.article, {around.begin, range.begin}) + words +
                      shown_words(a.article, {range.end, around.end}),
                  kBytes);
}

}  // namespace

Table trace_table(const Pile& pile, std::string_view phrase) {
  std::vector<Place> places = Tracer(pile, phrase).run();
  const auto published = [&](const Place& p) -> const When& {
    return pile.articles[p.span.article].article.published.when;
  };
  std::stable_sort(places.begin(), places.end(), [&](const Place& x, const Place& y) {
    const auto key = [&](const Place& p) {
      const When& when = published(p);
      return std::tuple(!when.known(), when.earliest.value_or(when.latest.value_or(Day{})), p.span);
    };
    return key(x) < key(y);
  });
  Table table{{{"status", "", 0},
               {"place", "PLACE", 26},
               {"when", "PUBLISHED", 14},
               {"outlet", "SOURCE", 22},
               {"said_by", "SAID BY", 20},
               {"change", "CHANGE", 28},
               {"shown", "WORDS", 0},
               {"words", "", 0},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"quote", "", 0},
               {"short", "ID", 8}},
              {}};
  const bool has_same =
      std::ranges::any_of(places, [](const Place& p) { return p.pieces.empty(); });
  bool is_first_near = true;
  bool has_first = false;
  std::optional<Day> first_day;
  for (const Place& p : places) {
    const AnnotatedArticle& a = pile.articles[p.span.article];
    const When& when = published(p);
    const bool is_near = !p.pieces.empty();
    std::string status = is_near ? "near" : "undated";
    std::string place = is_near ? "undated, in other words" : "undated, could be earlier";
    if (when.known() && is_near) {
      place = has_first       ? "then, in other words"
              : has_same      ? "before, in other words"
              : is_first_near ? "FIRST, in other words"
                              : "then, in other words";
      is_first_near = false;
    } else if (when.known()) {
      // Two articles of one day: which of them was earlier is not known.
      const bool is_first = !has_first || (first_day && when.earliest == first_day);
      status = is_first ? "first" : "later";
      place = is_first ? "FIRST in this pile" : "then";
      if (!has_first) first_day = when.earliest;
      has_first = true;
    }
    const Quote* quote = p.quote < 0 ? nullptr : &a.quotes[static_cast<std::size_t>(p.quote)];
    const std::string id = quote ? quote_id(a.article, *quote) : std::string();
    std::string change = p.change;
    if (!p.edits.empty()) change += ": " + p.edits;
    table.rows.push_back(
        {status, place, when_text(when), source_label(a.article),
         quote && quote->speaker ? Cell(quote->speaker->name)
         : quote                 ? Cell(std::string("unknown"))
                                 : Cell(),
         change, place_words(a, p, quote),
         one_line(quote ? words_of(a.article, *quote) : shown_words(pile, p.span), 600),
         a.article.sources.front(), a.article.id, static_cast<std::int64_t>(p.span.range.begin),
         static_cast<std::int64_t>(p.span.range.end), id.empty() ? Cell() : Cell(id),
         short_id(id.empty() ? a.article.id : id)});
  }
  return table;
}

}  // namespace fabula::render
