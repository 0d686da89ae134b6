// Unknown days, and what is known of them: the input of the solver.
//
//   Problem p;
//   const Var born = p.add_day();
//   const Var a = p.add_day(d("2015-06-10"), d("2015-06-10"));
//   const Var b = p.add_day();
//   p.add({.weight = 90, .all = {age(born, a, 35)}});      // "Lena Voss, 35" in a
//   p.add({.weight = 90, .all = {age(born, b, 38)}});      // "Lena Voss, 38" in b
//   solve(p).days[b]                                       // 2017-06-11 .. 2019-06-09
//
// What a constraint can say: model/day_constraint.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/day_constraint.hpp"

namespace fabula::solver {

using Constraint = DayConstraint;

// Something that was said of days: all of `all` hold, and all constraints of at least one list of
// `either` (when it has any). What says more is taken before what says less: a piece that
// contradicts others is left aside, whole.
struct Evidence {
  std::uint32_t weight = 100;  // 1 .. 1000
  std::vector<Constraint> all;
  std::vector<std::vector<Constraint>> either;
};

class Problem {
 public:
  Var add_day(DayNumber lo = kFirstDay, DayNumber hi = kLastDay);
  // Returns the number of the piece, from 0.
  std::uint32_t add(const Evidence& evidence);

  [[nodiscard]] std::size_t n_days() const { return given_.size(); }
  [[nodiscard]] std::size_t n_evidence() const { return pieces_.size(); }

  struct Given {
    DayNumber lo;
    DayNumber hi;
  };
  [[nodiscard]] std::span<const Given> given() const { return given_; }

  // Constraints of a piece, and of one of its alternatives.
  struct Piece {
    std::uint32_t begin = 0;  // constraints()
    std::uint32_t end = 0;
    std::uint32_t first_alternative = 0;  // alternatives()
    std::uint32_t end_alternative = 0;
    std::uint32_t weight = 0;
  };
  struct Alternative {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] std::span<const Piece> pieces() const { return pieces_; }
  [[nodiscard]] std::span<const Alternative> alternatives() const { return alternatives_; }
  [[nodiscard]] std::span<const Constraint> constraints() const { return constraints_; }
  // The lists of a piece of which one holds; in constraints of one day, y is x, too.
  [[nodiscard]] std::vector<std::vector<Constraint>> either_of(std::uint32_t piece) const;

 private:
  std::vector<Given> given_;
  std::vector<Piece> pieces_;
  std::vector<Alternative> alternatives_;
  std::vector<Constraint> constraints_;
};

}  // namespace fabula::solver
