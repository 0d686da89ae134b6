// What all makers of evidence look at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dating/time_of_pile.hpp"
#include "language/happenings.hpp"
#include "language/telling.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

using language::Happenings;
using language::PlainText;

struct Sources {
  const Pile& pile;
  std::span<const std::vector<TimeRelation>> relations;  // by article, one a time expression
  std::span<const Happenings> happenings;                // by article
  std::vector<PlainText> plain;                          // by article
  std::vector<Var> published;                            // by article: the day it appeared
  TimeOfPile time;

  // Is the day it appeared to be found out?
  [[nodiscard]] bool is_undated(std::uint32_t article) const {
    return pile.articles[article].article.published.basis != DateBasis::kStated;
  }
};

}  // namespace fabula::dating
