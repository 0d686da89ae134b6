// Do two numbers count the same thing?
//
//   A  Six people were hurt when the weir at Ostrey broke on Sunday.
//   B  Nine were hurt as the Ostrey weir broke, a nurse said.                  the same
//   C  Six people were hurt when a barge hit the lock at Carrow on Sunday.     another
//
// Story, role and unit are equal: that is the caller's part. Then, of two articles, all of:
//
//   days    where both sentences tell the day of the happening, the days meet; where one does, the
//           other stands in the lead of an article of that day or up to three days later; where
//           none does, both stand in leads of articles at most two days apart
//   words   the sentences share two words and more, one of them a name, or a name alone where both
//           tell one and the same day and name who says so, or both count a march of one month; a
//           sentence that stands in the lead may take those of title and lead, and one without a
//           name of its own those of the sentence before that tells what happened
//   crowds  both are told to a month at least: people come together time and again
//   names   not each of the two sentences names something that the whole other article lacks
//
// Of numbers told by their noun alone ("two cables") the sentences must be alike as a whole
// (see alike_words), and so must what stands beside the numbers; where neither article states its
// day, the days they may be of meet. Shares of a vote must share a name of two words.
//
// What belongs to a name ("Karsk, home to 120,000 people") is of one thing when the name is the
// same and the articles appeared within a month.
//
// and of one article: the sentences are the same or stand side by side, each number has a source of
// its own, and what is told of the second number names nothing but its source.
//
// Words and names: thing_words.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"
#include "reconcile/thing_words.hpp"

namespace fabula::reconcile {

// A value of the pile.
struct PlacedValue {
  std::uint32_t article = 0;
  const Value* value = nullptr;
};

// Is there a source that is no pronoun: who "they" are is not known here.
[[nodiscard]] bool names_source(const Pile& pile, const PlacedValue& place);

// Is it told by its noun alone what is counted, and not what happened to that?
[[nodiscard]] bool is_of_any_noun(const Value& value);

class SameThing {
 public:
  // `pile` must outlive it.
  explicit SameThing(const Pile& pile) : pile_(pile) {}

  // When both are of one thing: the words that say so, in `a` and in `b` in turns (the sources, of
  // one article); else nothing. Cost: linear in the words of both sentences; each article's words
  // are read once.
  [[nodiscard]] std::optional<std::vector<Span>> words_for(const PlacedValue& a,
                                                           const PlacedValue& b);

  // The same for two sentences of which it is known that they tell of one day, or of days that
  // differ: by their words alone. Two at least that stand side by side in both, one a name ("the
  // Harrow footbridge"), and neither names something that the other article lacks.
  [[nodiscard]] std::optional<std::vector<Span>> shared_words(const PlacedValue& a,
                                                              const PlacedValue& b);

  // The same for two sentences that are alike whatever they tell, with the same ordinals:
  //   three words and a name shared at least, three fifths of those of the shorter and two fifths
  //   of those of the longer; where both count by the same noun, four and half of the shorter do;
  //   neither names something that the other article lacks
  //   or six words, two fifths of the longer, and of the shorter half with a name, else four
  //   fifths; not each names something that the other article lacks
  [[nodiscard]] std::optional<std::vector<Span>> alike_words(const PlacedValue& a,
                                                             const PlacedValue& b);

 private:
  [[nodiscard]] const ThingWords& lead_of(std::uint32_t article);
  [[nodiscard]] const std::vector<std::uint64_t>& all_of(std::uint32_t article);
  [[nodiscard]] ThingWords told_by(const PlacedValue& place) const;
  [[nodiscard]] ThingWords around(const PlacedValue& place);
  [[nodiscard]] std::optional<std::vector<Span>> words_of_both(const PlacedValue& a,
                                                               const PlacedValue& b,
                                                               std::size_t least, bool is_strict,
                                                               bool is_compound);
  [[nodiscard]] static std::vector<Span> shown_words(const PlacedValue& a, const PlacedValue& b,
                                                     SharedWords shared);
  [[nodiscard]] static bool has_compound(const SharedWords& shared);
  [[nodiscard]] const AnnotatedArticle& article_of(const PlacedValue& place) const {
    return pile_.articles[place.article];
  }
  [[nodiscard]] bool has_foreign_name(const ThingWords& words, std::uint32_t other);
  [[nodiscard]] bool days_fit(const PlacedValue& a, const PlacedValue& b) const;
  [[nodiscard]] std::optional<std::vector<Span>> name_of_both(const PlacedValue& a,
                                                              const PlacedValue& b) const;
  [[nodiscard]] bool numbers_fit(const PlacedValue& a, const PlacedValue& b) const;
  [[nodiscard]] bool are_undated(const PlacedValue& a, const PlacedValue& b) const;
  [[nodiscard]] std::optional<std::vector<Span>> words_inside(const PlacedValue& a,
                                                              const PlacedValue& b) const;

  const Pile& pile_;
  std::map<std::uint32_t, ThingWords> leads_;
  std::map<std::uint32_t, std::vector<std::uint64_t>> all_;  // sorted keys
};

}  // namespace fabula::reconcile
