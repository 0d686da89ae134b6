// Days and constraints between them, and what follows for each day: constraint propagation.
//
// Every constraint takes out of the days of its variables those that fit no day of the other one,
// until nothing changes (arc consistency: on the ends for wide domains, on single days for narrow
// ones). Where the constraints are only differences of days the ends are exact (a simple temporal
// network; Dechter, Meiri, Pearl 1991). What is left does not depend on the order in which
// constraints were added.
//
// cost     one constraint added to n others: usually a handful of visits; at worst, kMostVisits for
//          each constraint of the network
// threads  not for several at once
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/day_domain.hpp"
#include "solver/problem.hpp"

namespace fabula::solver {

// Applies one constraint to the domains of its days (for one of one day, `x` and `y` are the same).
// Tells which lost a day.
struct Lost {
  bool x = false;
  bool y = false;
};
Lost apply(const Constraint& constraint, DayDomain& x, DayDomain& y);

// Several lists of constraints, of which at least one holds.
struct Either {
  explicit Either(std::vector<std::vector<Constraint>> lists);

  std::vector<Var> days;                              // sorted
  std::vector<std::vector<Constraint>> alternatives;  // x and y are indexes into `days`
};
// What at least one of the lists leaves of its days, each list by itself: takes the domains of
// either.days, in their order, and narrows them. False when no list can hold.
bool apply_either(const Either& either, std::vector<DayDomain>& domains);

// Weekdays, months and days of the month that a day can be, as bits: tells what wide domains do not
// show, that nothing is left in them.
class CalendarDays {
 public:
  // Takes out what a constraint of one day excludes. False when there is no such day in any year.
  bool narrow(const Constraint& constraint);

 private:
  std::uint32_t weekdays_ = 0xFE;
  std::uint32_t months_ = 0x1FFE;
  std::uint32_t days_ = 0xFFFFFFFE;
};

class Network {
 public:
  Var add_day(DayNumber lo, DayNumber hi);
  void add(const Constraint& constraint);
  // At least one of the lists holds.
  void add_either(std::vector<std::vector<Constraint>> alternatives);
  // Takes out everything, and keeps the memory.
  void clear();

  // Takes out what the constraints exclude. False when a day has nothing left: the constraints
  // contradict each other, and the domains mean nothing any more. So it is when days push each
  // other on for longer than kMostVisits visits a constraint, as those of a contradicting ring do.
  [[nodiscard]] bool propagate();
  static constexpr std::uint64_t kMostVisits = 256;
  // Of all propagations since clear(): what they cost. One of several lists counts for many.
  [[nodiscard]] std::uint64_t n_visits() const { return n_visits_; }
  // Has a propagation since clear() taken longer than kMostVisits?
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  [[nodiscard]] std::size_t n_days() const { return domains_.size(); }
  [[nodiscard]] const DayDomain& domain(Var x) const { return domains_[x]; }

  [[nodiscard]] std::span<DayDomain> domains() { return domains_; }

  // Do the constraints hold when every day is the earliest, or the latest, of its domain? Without
  // add_either() it is so of both after propagate(): when two choices of days meet windows whose
  // ends only move on, so does the earlier one of the two for each day, and so does the later one.
  // Then all ends are exact.
  [[nodiscard]] bool is_choice(End end) const;

  // For search: all domains, to be put back.
  [[nodiscard]] std::vector<DayDomain> copy_of_domains() const { return domains_; }
  void set_domains(std::vector<DayDomain> domains) { domains_ = std::move(domains); }
  // Takes out all days but [lo, hi]; propagate() then tells what follows.
  void restrict_to(Var x, DayNumber lo, DayNumber hi);

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr std::uint64_t kVisitsOfEither = 16;
  // The constraints of a day, as a list.
  struct Link {
    std::uint32_t node;
    std::uint32_t next;
  };
  // A constraint, or one out of several lists.
  struct Node {
    Constraint constraint;
    std::uint32_t either = kNone;  // index into eithers_
    bool is_queued = false;
  };

  void hang(Var x, std::uint32_t node);
  void enqueue(std::uint32_t node);
  void enqueue_nodes_of(Var x, std::uint32_t except = kNone);
  // Applies a node. False when a day has nothing left.
  bool visit(std::uint32_t node);
  bool visit_either(const Either& either);

  std::vector<DayDomain> domains_;
  std::vector<CalendarDays> calendars_;  // by day
  bool is_in_calendar_ = true;           // is there a day for each?
  std::vector<std::uint32_t> head_;      // by day: index into links_
  std::vector<Link> links_;
  std::vector<Node> nodes_;
  std::vector<Either> eithers_;
  std::vector<std::uint32_t> queue_;  // of nodes
  std::size_t queue_head_ = 0;
  std::uint64_t n_visits_ = 0;
  bool gave_up_ = false;
};

}  // namespace fabula::solver
