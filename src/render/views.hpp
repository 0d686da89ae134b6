// What the commands show: the pile as tables. One row a record, the same columns in every form;
// every row carries its id and the place of its words: article, begin, end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/pile.hpp"
#include "render/table.hpp"

namespace fabula::render {

struct TimelineFilter {
  std::string story;     // --story: an id, or its beginning
  std::size_t most = 0;  // --short: at most so many lines (model/short_edition.hpp); 0: all
};
// When, how that is known (event_days.hpp), what, how many articles and origins, who told it.
// Errors: kUsage, for a story that is not there.
[[nodiscard]] Result<Table> timeline_table(const Pile& pile, const TimelineFilter& filter);
// How many rows it would have without --short.
[[nodiscard]] std::size_t n_timeline_lines(const Pile& pile, const TimelineFilter& filter);

struct QuoteFilter {
  std::string who;      // --who: part of the speaker's name, any case
  std::string about;    // --about: words that the quote or its sentence holds, any case
  std::string channel;  // --channel: part of the channel's name, any case
  std::string grade;    // --grade: "A", "B" (and better) or "C" (and better)
  std::string kind;     // --kind: direct, mixed or indirect
  std::string from;     // --from: said on this day (ISO 8601) or later, as far as is known
  std::string to;       // --to: said on this day or earlier; what nobody dates is left out by both
  bool first = false;   // --first: of each family only what is, or could be, its first place
};
[[nodiscard]] Table quotes_table(const Pile& pile, const QuoteFilter& filter);

struct ReuseFilter {
  std::string article;  // --article: the beginning of an id, or part of a source's path
  std::string outlet;   // --outlet: part of the outlet's name, any case
  std::vector<std::string> classes;  // --class: only these; "all" is every class
  std::uint32_t min_words = 0;       // --min-words
  bool all = false;                  // --with-furniture: furniture, credits, chance phrases too
};
// The longest passages first.
[[nodiscard]] Table reuse_table(const Pile& pile, const ReuseFilter& filter);
// Rows that reuse_table leaves out only because they are furniture, credits or chance phrases.
[[nodiscard]] std::size_t n_hidden_reuse(const Pile& pile, const ReuseFilter& filter);
// The filter asks for what can be there. Errors: kUsage, with what to write instead.
[[nodiscard]] Result<void> check_filter(const Pile& pile, const ReuseFilter& filter);

// One row a holder of a passage: where it stands, and from whom it has the words. The passages of
// most words first.
[[nodiscard]] Table passages_table(const Pile& pile);

struct PeopleFilter {
  std::string who;  // --who: part of a name or another form of it, any case
};
// Those most often named first.
[[nodiscard]] Table people_table(const Pile& pile, const PeopleFilter& filter);
// From the first to the last day on which an article of the story is known to have appeared.
[[nodiscard]] When days_of(const Pile& pile, const Story& story);
// One row a story, the ones of most articles first; its title is that of its most central article.
[[nodiscard]] Table stories_table(const Pile& pile);
// One row a telling of a value on which accounts differ.
[[nodiscard]] Table disagreements_table(const Pile& pile);
[[nodiscard]] Table articles_table(const Pile& pile);
// When each article appeared and how we know: one row a date candidate, the chosen first.
[[nodiscard]] Table dates_table(const Pile& pile);
[[nodiscard]] Table times_table(const Pile& pile);
[[nodiscard]] Table left_out_table(const Pile& pile);

// Every place of a phrase, in the order of publication, the undated ones behind: "first" in this
// pile, "same", "cut" or "altered" for other wordings of a quotation that holds it, "near" for a
// place that differs by a few words; from which source a place has them, and what it alters. Words
// are compared after folding; marks are passed over.
[[nodiscard]] Table trace_table(const Pile& pile, std::string_view phrase);

}  // namespace fabula::render
