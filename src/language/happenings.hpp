// What happened, or is to happen, as the sentences of one article tell it.
//
//   The chimney above the harbour collapsed on Saturday.   fall, of a chimney, on Saturday
//   Karsk counted the votes of Sunday's election.          elect, on Sunday
//   Workers will raise the wreck.                          raise, of a wreck, to come
//
// Only what a short look at the order of words can tell: a verb or a noun of the table of deeds,
// the noun it happened to, and which time stands with it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "language/denial.hpp"
#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "model/pile.hpp"

namespace fabula::language {

struct Happening {
  Range range;       // its verb or noun, with the noun it happened to where that stands close
  std::string deed;  // see verbs.hpp
  // What it happened to: the object of a verb that has one, else its subject; in small
  // letters and American spelling. More
  // than one where "it" may stand for several. Empty: nobody says.
  std::vector<std::string> heads;
  std::vector<std::uint32_t> things;  // indexes into Names::things, named in its sentence; sorted
  Telling telling = Telling::kUnclear;
  std::int32_t time = -1;  // index of the time expression that tells its day; -1: none
  bool is_noun = false;
  bool is_telling = true;  // false: "was", "said", "made" and their like, of which there are many
  // How many of `heads`: "12 people were killed"; empty: not told.
  std::string count;
  bool is_by_head = false;  // `heads` did it, with no object: "the council voted"
  Denial denial = Denial::kNone;
  std::uint32_t sentence = 0;  // index
};

// Does the verb tell of it one way, and the relation of its time has it the other? The verb counts.
[[nodiscard]] inline bool contradicts(const Happening& happening, const TimeRelation& relation) {
  return (happening.telling == Telling::kPast && relation.tense > 0) ||
         (happening.telling == Telling::kFuture && relation.tense < 0);
}

// "two weeks after the bridge fell, ...": how far apart two happenings are. As indexes into the
// happenings of the article.
struct Offset {
  Range range;   // "Two weeks after"
  Range clause;  // "Two weeks after the bridge fell"
  // "the bridge fell"; -1: a noun with a name, of which no deed is known: "the failure of the dam".
  std::int32_t from = -1;
  std::int32_t to = -1;  // what happened that much later, or earlier; -1: the day of the telling
  bool is_months = false;
  int n = 0;      // months or days; less than 0: earlier
  int slack = 0;  // days
};

// "wrote that they had lost it": one was before the other. As indexes into the happenings.
struct Order {
  std::int32_t first = -1;  // "lost"
  std::int32_t then = -1;   // "wrote"
};

struct Happenings {
  std::vector<Happening> all;   // in text order
  std::vector<Offset> offsets;  // in text order
  std::vector<Order> orders;    // in text order
  // Indexes of time expressions whose words alone do not tell how they hang on the day of the
  // telling: "a week on Monday", "in the morning" of a story, "Super Tuesday", "have called people
  // to the hall on Saturday" (the perfect goes with no day). Sorted.
  std::vector<std::uint32_t> loose_times;
  // For each word of Happening::heads the things named in any sentence that has it; sorted.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> named_beside;
};

// Those of body text outside of quotations, of sentences of up to 400 words. Cost: linear in the
// text.
[[nodiscard]] Happenings find_happenings(const AnnotatedArticle& article);

}  // namespace fabula::language
