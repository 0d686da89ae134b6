// What is told of statements: sentences of one article that speak of the same one, and things that
// somebody published.
//
//   Vera Bell has shared a letter about the mill.     the lead; when is told further down:
//   "It was ours," Bell wrote on Monday.              dated
//
//   A month later she spoke of the mill again.        dated
//   In an essay for the Marl Review, Bell ...         the same statement: bell · essay · marl
//
//   Bell wrote an essay about it for the Marl Review. (another article) bell · essay · marl
#pragma once

#include <span>
#include <vector>

#include "base/span.hpp"
#include "model/pile.hpp"
#include "text/common_words.hpp"

namespace fabula::timeline {

struct StatementLink {
  Range sentence;  // has no time of its own
  Range dated;     // the sentence that says when
};

// The lead goes with the first dated sentence in which the person that it begins with says
// something, where that is a day or week, and no more than a week before the article; a sentence
// that begins with where it was said ("In an essay ...") goes with a dated one right before it, in
// which somebody spoke.
//
// dated  sentences that tell a day, sorted, and that day, both of one length
// cost   linear
[[nodiscard]] std::vector<StatementLink> link_statements(const AnnotatedArticle& article,
                                                         std::uint32_t index,
                                                         std::span<const Range> dated,
                                                         std::span<const When> days);

// Keys of (person, sort of work, where it appeared), sorted: by these it is known again. Nothing
// where one of the three is not said. Linear in the sentence.
[[nodiscard]] std::vector<text::WordKey> works_in(const AnnotatedArticle& article, Range sentence);

}  // namespace fabula::timeline
