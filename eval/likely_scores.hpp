// How often a guessed day is near the true one.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <map>

#include "model/pile.hpp"

namespace fabula::eval {

struct LikelyScores {
  std::size_t n = 0;
  std::map<int, std::size_t> near;  // at most so many days away

  // Of a day that is guessed; one that is proven counts as none.
  void add(const ArticleDate& date, Day day) {
    if (date.guess.empty()) return;
    ++n;
    const auto off = std::abs((*date.when.likely - day).count());
    for (const int most : {1, 7, 31, 366}) near[most] += off <= most;
  }

  // "likely day of 300 (22.0 %): at most 1 days off 54.0 %, 7 79.0 %, ..."; of `hidden` articles.
  void print(std::size_t hidden) const;
};

}  // namespace fabula::eval
