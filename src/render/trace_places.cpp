#include "render/trace_places.hpp"

#include <algorithm>
#include <set>

#include "render/labels.hpp"
#include "render/near_phrase.hpp"
#include "render/pile_index.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

std::string edits_text(const std::vector<WordEdit>& edits) {
  std::string text;
  for (const WordEdit& e : edits) {
    if (e.op == "case" || e.op == "mark") continue;  // as in every other list of changes
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

// The innermost quote that holds `range`, else the one that has most of it, else -1: a phrase may
// begin before the mark.
std::int32_t quote_around(const AnnotatedArticle& a, Range range) {
  std::int32_t found = -1;
  std::uint32_t most = 0;
  for (std::size_t k = 0; k < a.quotes.size() && a.quotes[k].range.begin < range.end; ++k) {
    const Range quote = a.quotes[k].range;
    if (!quote.overlaps(range)) continue;
    const std::uint32_t n = std::min(quote.end, range.end) - std::max(quote.begin, range.begin);
    if (n < most) continue;
    most = n;
    found = static_cast<std::int32_t>(k);
  }
  return found;
}

Place near_place(Span span, std::vector<Piece> pieces) {
  Place place{span};
  place.pieces = std::move(pieces);
  return place;
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
      near_places_.push_back(near_place({i, near.range}, std::move(near.pieces)));
  }

  void add_exact(const Span& span) {
    exact_.push_back(span);
    Place place{span};
    place.change = "same";
    place.quote = quote_around(pile_.articles[span.article], span.range);
    if (place.quote >= 0) {
      const RecordRef ref{span.article, static_cast<std::uint32_t>(place.quote)};
      if (!listed_.insert(ref).second) return;  // the phrase twice in one quotation
      if (const std::int32_t family = index_.family_of(span.article, ref.index); family >= 0) {
        families_.insert(family);
        // The phrase is all there; what is different in the words around it is the change.
        set_member(place, family, ref);
      }
    }
    places_.push_back(std::move(place));
  }

  void add_families() {
    for (const std::int32_t family : families_)
      for (const FamilyMember& m : pile_.families[static_cast<std::size_t>(family)].members) {
        if (!listed_.insert(m.quote).second) continue;
        const Quote& quote = pile_.articles[m.quote.article].quotes[m.quote.index];
        Place place{Span{m.quote.article, quote.range}};
        place.quote = static_cast<std::int32_t>(m.quote.index);
        set_member(place, family, m.quote);
        places_.push_back(std::move(place));
      }
  }

  void set_member(Place& place, std::int32_t family, RecordRef quote) const {
    const auto& members = pile_.families[static_cast<std::size_t>(family)].members;
    const auto own = std::ranges::find(members, quote, &FamilyMember::quote);
    if (own == members.end()) return;
    place.change = own->change;
    place.edits = edits_text(own->edits);
    place.family = family;
    place.member = static_cast<std::uint32_t>(own - members.begin());
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
          if (!is_same && !there.range.empty()) add_near(near_place(there, std::move(pieces)));
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

}  // namespace

std::vector<Place> places_of(const Pile& pile, std::string_view phrase) {
  return Tracer(pile, phrase).run();
}

}  // namespace fabula::render
