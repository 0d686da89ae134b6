// What two sentences that share many words must have in common besides.
#pragma once

#include <cstddef>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::reconcile {

// "the fifth anniversary", "the sixth anniversary": are their ordinals, but for those of days, not
// the same?
[[nodiscard]] bool ordinals_differ(const AnnotatedArticle& a, Range in_a, const AnnotatedArticle& b,
                                   Range in_b);

// How many words (thing_words.hpp) stand beside both numbers, a few words before or behind; 0 when
// these are less than two fifths of what stands beside the one with fewer.
[[nodiscard]] std::size_t n_beside(const AnnotatedArticle& a, const Value& in_a,
                                   const AnnotatedArticle& b, const Value& in_b);

}  // namespace fabula::reconcile
