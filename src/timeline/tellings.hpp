// Sentences that tell when something happened.
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"

namespace fabula::timeline {

struct Telling {
  Span sentence;
  std::uint32_t time = 0;  // index into AnnotatedArticle::times; meaningless for a lead sentence
  When when;               // of that time, a clock time as its day; unknown for undated leads
  bool is_first = true;    // no other time that counts stands before it in the sentence
  bool is_vague = false;   // a year that is not named ("a year ago")
  // How much of its event's words it has, 0..1, compared with the telling that has most.
  float share = 1;
};

// The dated sentences of one article, by (sentence, time); one for each stretch of days a sentence.
[[nodiscard]] std::vector<Telling> find_tellings(const AnnotatedArticle& article,
                                                 std::uint32_t article_index);

// The sentence that an article begins with, below its headline (news_begin.hpp): of the first four
// of the body the first that names somebody, else the first of the body, else the first of all.
// Nothing when the article has no sentence.
[[nodiscard]] std::vector<Telling> find_lead(const AnnotatedArticle& article,
                                             std::uint32_t article_index);

// Is a person or an organisation named in `range`?
[[nodiscard]] bool names_somebody(const AnnotatedArticle& article, Range range);

// Is `range` inside quoted words (of direct and mixed quotations)?
[[nodiscard]] bool is_quoted(const AnnotatedArticle& article, Range range);

}  // namespace fabula::timeline
