// Articles of which nearly all words stand in each other: not a later version with a new top.
#pragma once

#include <cstdint>
#include <set>
#include <utility>

#include "model/pile.hpp"

namespace fabula::dating {

class EqualTexts {
 public:
  // Cost: linear in the shared passages and the paragraphs of their articles.
  explicit EqualTexts(const Pile& pile);

  [[nodiscard]] bool are_equal(std::uint32_t a, std::uint32_t b) const {
    return pairs_.contains(std::minmax(a, b));
  }

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // the lower article first
};

// The first sentence of the body, by which two such articles are shown; or the first of all.
[[nodiscard]] Span lead_of(const Pile& pile, std::uint32_t article);

}  // namespace fabula::dating
