// How well the days of articles that state none are found.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "model/pile.hpp"

namespace fabula::eval {

struct DatingScores {
  struct Rule {
    std::size_t used = 0;   // articles with a step of it
    std::size_t right = 0;  // of these, those whose window holds the true day
  };
  std::size_t hidden = 0;    // articles
  std::size_t two_ends = 0;  // windows with both ends, and with one
  std::size_t one_end = 0;
  std::size_t holds = 0;                 // windows that hold the true day
  std::map<int, std::size_t> narrow;     // windows of at most so many days
  std::map<int, std::size_t> reachable;  // the same, if all that is told were found; may be empty
  std::size_t guessed = 0;
  std::map<int, std::size_t> near;  // guessed days at most so many days from the true one
  std::map<std::string, Rule> rules;

  // One article, but for `hidden` and `reachable`. date: of Pile::dates; null when it has none.
  // Returns whether there is a window that does not hold the day.
  bool add(const When& when, const ArticleDate* date, Day day);

  // Windows, guessed days, rules; shares are of `hidden`.
  void print() const;
};

inline constexpr int kWidths[] = {1, 7, 31, 366};  // in days

}  // namespace fabula::eval
