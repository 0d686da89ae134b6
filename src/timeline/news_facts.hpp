// What a sentence tells, in the form in which two sentences are compared.
//
//   On Monday 14 miners of Orra died.     terms   miner · orra (a name) · die · 14
//                                         counts  14, of miners, dead
//                                         days    that Monday
//
// Terms are stems without small words; words that tell the same in the news are one term
// (news_same_words_table.inc). Words of time are no terms: their days are compared.
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"
#include "text/common_words.hpp"
#include "timeline/news_cues.hpp"
#include "timeline/news_numbers.hpp"

namespace fabula::timeline {

struct NewsTerm {
  enum class Kind : std::uint8_t { kWord, kName, kNumber, kStep };  // kStep: of a course, see Cues

  text::WordKey key = 0;
  float weight = 0;  // how rare it is in the news at large; InStory weighs it anew
  Kind kind = Kind::kWord;
};

struct DaysTold {
  Day first;
  Day last;
};

struct SentenceFacts {
  Span span;
  std::vector<NewsTerm> terms;  // by key, each once
  std::vector<CountTold> counts;
  std::vector<DaysTold> days;  // of the times whose two ends are known, a year or less; outside of
                               // quotations, or those that say their day themselves
  Cues cues;                   // outside of quotations, but for kNegates, kAhead and the steps
  bool has_time = false;       // any time at all
  bool has_quote = false;      // some of it is quoted word for word
  bool is_quoted = false;      // its end is
  bool is_question = false;
  bool is_general = false;  // see news_general.hpp
  bool is_scene = false;    // see news_scene.hpp
  bool takes_back = false;  // see news_puts_right.hpp
  // Numbers denied beside another one ("not 12 but 9"); they are no `counts`.
  std::vector<double> denied;
  std::uint32_t n_words = 0;
};

// Cost: linear in the sentence.
[[nodiscard]] SentenceFacts facts_of(const AnnotatedArticle& article, std::uint32_t index,
                                     Range sentence);

// Of all sentences of body text from where the story begins, below its headline, and those of notes
// that take something back, in text order. Linear but for a look-up a sentence.
[[nodiscard]] std::vector<SentenceFacts> facts_of(const AnnotatedArticle& article,
                                                  std::uint32_t index);

}  // namespace fabula::timeline
