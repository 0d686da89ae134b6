// Walking a phrase back to its first place.
//
// A place is an exact occurrence of the phrase in an article's folded text, or a quotation of the
// same family as one that holds it: its wording may be cut or altered, and that is what to see.
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/views.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

struct Place {
  Span span;
  std::string change;  // "same", "cut", "altered", "whole"; the caller says which is first
  std::string edits;
  std::int32_t quote = -1;  // of the article
};

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || text::is_letter(static_cast<unsigned char>(c)) ||
         text::is_digit(static_cast<unsigned char>(c));
}

// Occurrences of `phrase` (folded) as whole words.
std::vector<Range> find_phrase(const Article& article, const std::string& phrase) {
  std::vector<Range> found;
  const text::FoldedText folded = text::fold(article.text);
  for (std::size_t at = folded.text.find(phrase); at != std::string::npos;
       at = folded.text.find(phrase, at + phrase.size())) {
    const std::size_t end = at + phrase.size();
    if (at > 0 && is_word_byte(folded.text[at - 1]) && is_word_byte(phrase.front())) continue;
    if (end < folded.text.size() && is_word_byte(folded.text[end]) && is_word_byte(phrase.back()))
      continue;
    found.push_back({folded.map.to_source(static_cast<std::uint32_t>(at)),
                     folded.map.to_source(static_cast<std::uint32_t>(end))});
  }
  return found;
}

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

std::vector<Place> find_places(const Pile& pile, std::string_view phrase) {
  const std::string folded(text::trim(text::fold(text::trim(phrase)).text));
  std::vector<Place> places;
  if (folded.empty()) return places;
  const PileIndex index(pile);
  std::set<RecordRef> listed;  // quotes that are there already
  std::set<std::int32_t> families;
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i)
    for (const Range range : find_phrase(pile.articles[i].article, folded)) {
      Place place{{i, range}, "same", {}, quote_around(pile.articles[i], range)};
      if (place.quote >= 0) {
        const RecordRef ref{i, static_cast<std::uint32_t>(place.quote)};
        if (!listed.insert(ref).second) continue;  // the phrase twice in one quotation
        if (const std::int32_t family = index.family_of(i, ref.index); family >= 0) {
          families.insert(family);
          // The phrase is all there; what is different in the words around it is the change.
          if (const FamilyMember* m =
                  member_of(pile.families[static_cast<std::size_t>(family)], ref)) {
            place.change = m->change;
            place.edits = edits_text(m->edits);
          }
        }
      }
      places.push_back(std::move(place));
    }
  for (const std::int32_t family : families)
    for (const FamilyMember& m : pile.families[static_cast<std::size_t>(family)].members) {
      if (listed.contains(m.quote)) continue;
      const Quote& quote = pile.articles[m.quote.article].quotes[m.quote.index];
      places.push_back({{m.quote.article, quote.range},
                        m.change,
                        edits_text(m.edits),
                        static_cast<std::int32_t>(m.quote.index)});
    }
  return places;
}

}  // namespace

Table trace_table(const Pile& pile, std::string_view phrase) {
  std::vector<Place> places = find_places(pile, phrase);
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
               {"words", "WORDS", 0},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"quote", "", 0},
               {"short", "ID", 8}},
              {}};
  bool has_first = false;
  std::optional<Day> first_day;
  for (const Place& p : places) {
    const AnnotatedArticle& a = pile.articles[p.span.article];
    const When& when = published(p);
    std::string status = "undated";
    std::string place = "undated, could be earlier";
    if (when.known()) {
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
         change,
         one_line(quote ? words_of(a.article, *quote) : std::string(words_of(pile, p.span)), 600),
         a.article.sources.front(), a.article.id, static_cast<std::int64_t>(p.span.range.begin),
         static_cast<std::int64_t>(p.span.range.end), id.empty() ? Cell() : Cell(id),
         short_id(id.empty() ? a.article.id : id)});
  }
  return table;
}

}  // namespace fabula::render
