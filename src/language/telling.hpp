// Does a sentence tell of a time as gone by, or as to come? Surely enough to bound the article by.
//
//   The bridge opened on 3 May 2019.              past
//   In 2019 the council closed the bridge.        past
//   The bridge will close on 31 August 2024.      future
//   "..., which was built for the 2030 games"     neither: the year describes something
//   He said he would run in 2020.                 neither: to come, seen from then
//   They found money to plant limes in 2017.     neither: the planting may be to come
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::language {

enum class Telling : std::uint8_t { kUnclear, kPast, kFuture };

// Of a time expression in body text outside of quotations, whose own verb, the one before it in its
// clause, is in that tense, and nothing in the sentence looks the other way; all others are
// unclear. Cost: its sentence.
[[nodiscard]] Telling telling_of(const AnnotatedArticle& article, const TimeExpression& time);

// Is the range in body text, and in no direct quotation? Cost: the article's quotations.
[[nodiscard]] bool is_told_plainly(const AnnotatedArticle& article, Range range);

// The same for many places of one article, each in logarithmic time.
class PlainText {
 public:
  explicit PlainText(const AnnotatedArticle& article);
  [[nodiscard]] bool holds(Range range) const;

 private:
  const AnnotatedArticle& article_;
  std::vector<Range> quoted_;  // sorted, not overlapping
};

// Does a sentence of the body show itself as no part of the story: a picture's caption ("Photos:
// ...", "Hide Caption"), a row of headlines ("... | ..."), a note on the page ("This article was
// amended on ...")?
[[nodiscard]] bool stands_apart(const AnnotatedArticle& article, Range sentence);

// "MARDEN, 6 April (Northline Press) — On Monday, ...": the byte behind the dash that ends a
// dateline; where the sentence begins with none, its begin.
[[nodiscard]] std::uint32_t behind_dateline(std::string_view article_text, Range sentence);

// The sentence that holds the range; empty when none does.
[[nodiscard]] Range sentence_at(const AnnotatedArticle& article, Range range);

}  // namespace fabula::language
