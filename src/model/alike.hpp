// How much articles are alike, and by which words.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"

namespace fabula {

// A term that two articles share: a word, or two words side by side.
struct SharedTerm {
  Range here;       // where it stands first in the one
  Range there;      // and in the other
  float share = 0;  // of the cosine
};

struct AlikeArticle {
  std::uint32_t article = 0;      // index into Pile::articles
  float cosine = 0;               // of the two articles' terms, more than 0, at most 1
  std::vector<SharedTerm> terms;  // those with the greatest share, greatest first
};

}  // namespace fabula
