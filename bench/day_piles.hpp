// Invented problems for the solver: evidence as a pile of news gives it, and problems made to hurt.
//
// The same options give the same problem on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "news/random.hpp"
#include "solver/problem.hpp"

namespace fabula::bench {

inline constexpr std::size_t kPiecesOfArticle = 5;

// Articles of stories. A true day is drawn for everything, and what is said is true of it, but for
// `wrong` of a thousand pieces: nothing else contradicts anything.
//
//   story    some 10 articles, 2 events, 3 people; in one of 20 stories one person is one of 64
//   that
//            other stories tell of, too: these stories all hang together
//   article  its day is given in 7 of 10; 5 pieces: an age, the days since an event, the month of
//            the other event, a weekday (with a day of its own) or a day of an event, and an
//            anniversary, an order or two readings
class NewsDays {
 public:
  explicit NewsDays(std::uint32_t wrong) : wrong_(wrong) {}

  void add_article();
  [[nodiscard]] const solver::Problem& problem() const { return problem_; }

 private:
  // A day of the problem, and the day it truly was.
  struct Known {
    Var var = 0;
    DayNumber day = 0;
  };
  struct Story {
    std::vector<Known> people;
    std::vector<Known> events;
    std::size_t n_left = 0;  // articles to come
  };

  [[nodiscard]] Known add_known(DayNumber day, bool is_given = false);
  [[nodiscard]] Known add_person();
  [[nodiscard]] Story begin_story();
  void add_age(const Story& story, const Known& article);
  void add_distance(const Story& story, const Known& article);
  void add_month(const Story& story, const Known& article);
  void add_weekday(const Story& story, const Known& article);
  void add_other(const Story& story, const Known& article);
  // How far off what is told next is: 0, or some of 2 .. 9 for what is wrong.
  [[nodiscard]] std::int32_t error();

  std::uint32_t wrong_;
  news::Random random_{20240311};
  solver::Problem problem_;
  std::vector<Known> famous_;
  Known great_event_;
  std::vector<Story> stories_;  // being told of
};

// n people of one name, taken for one: each article, of its own given day, tells another age.
[[nodiscard]] solver::Problem one_name(std::size_t n);
// n articles, each after the one before it, and the first after the last; one of them has a window.
[[nodiscard]] solver::Problem contradicting_ring(std::size_t n);
// n articles of given days in turn a year apart, each told to be after the next one.
[[nodiscard]] solver::Problem stated_against_told(std::size_t n);
// A chain of n months, written from its end.
[[nodiscard]] solver::Problem chain_of_months(std::size_t n);

}  // namespace fabula::bench
