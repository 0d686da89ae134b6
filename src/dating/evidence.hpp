// All the evidence of a pile, ready for the solver, with the words it rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "solver/problem.hpp"

namespace fabula::dating {

enum class DayOf : std::uint8_t {
  kPublication,
  kBirth,
  kEvent,
  kStart,       // of a state: "in her third year as mayor"
  kEnd,         // of one: "the former mayor"
  kDue,         // of a birth
  kLastPeriod,  // of which a pregnancy is counted
  kTime,        // that a time expression means
  kSaying,      // of words that were said
};

// What an unknown day is the day of.
struct DayLabel {
  DayOf of = DayOf::kTime;
  std::string text;           // "Lena Voss was born", "this was said"; empty for an article
  std::int32_t article = -1;  // whose publication it is; -1: of something else
  Span words;                 // that it is first told by; empty for an article
};

struct Clue {
  std::string rule;         // "date.age"
  std::vector<Span> words;  // what it rests on; never empty
};

class Evidence {
 public:
  Var add_day(DayLabel label, DayNumber lo = kFirstDay, DayNumber hi = kLastDay) {
    labels_.push_back(std::move(label));
    return problem_.add_day(lo, hi);
  }
  void add(Clue clue, const solver::Evidence& evidence) {
    clues_.push_back(std::move(clue));
    problem_.add(evidence);
  }

  [[nodiscard]] const solver::Problem& problem() const { return problem_; }
  [[nodiscard]] const std::vector<Clue>& clues() const { return clues_; }        // one a piece
  [[nodiscard]] const std::vector<DayLabel>& labels() const { return labels_; }  // one a day

 private:
  solver::Problem problem_;
  std::vector<Clue> clues_;
  std::vector<DayLabel> labels_;
};

}  // namespace fabula::dating
