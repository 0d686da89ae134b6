// What kind of sharing a passage is, and which way the words went.
//
//   furniture  most words on both sides stand in furniture of the page, or an outlet prints them
//              day after day
//   chance     a short run of words that many articles hold
//   quote      the words stand between quotation marks on both sides
//   self       the same outlet
//   agency     long, and one of the two carries an agency's credit
//   copy       all others
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/pile.hpp"
#include "reuse/pairs.hpp"

namespace fabula::reuse {

struct Classified {
  std::string type;
  std::string direction;
  std::string because;
  std::string rule;
};

// The agency's credit that the article carries ("(Reuters)", "The Associated Press"): in
// parentheses near its beginning, in its byline, dateline or outlet, or in a copyright line near
// its end; or any name in the brackets of a dateline; empty when there is none. "told Reuters" and
// picture credits do not count.
[[nodiscard]] std::string_view agency_credit(const Article& article);

// `words` as they were read; `found` between the articles `a` and `b`.
[[nodiscard]] Classified classify(const PileWords& words, const PairPassage& found,
                                  const Article& a, const Article& b);

}  // namespace fabula::reuse
