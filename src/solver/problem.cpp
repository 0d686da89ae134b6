#include "solver/problem.hpp"

#include "solver/windows.hpp"

namespace fabula::solver {

Var Problem::add_day(DayNumber lo, DayNumber hi) {
  given_.push_back({lo, hi});
  return static_cast<Var>(given_.size() - 1);
}

std::uint32_t Problem::add(const Evidence& evidence) {
  Piece piece;
  piece.weight = evidence.weight;
  piece.begin = static_cast<std::uint32_t>(constraints_.size());
  constraints_.insert(constraints_.end(), evidence.all.begin(), evidence.all.end());
  piece.end = static_cast<std::uint32_t>(constraints_.size());
  piece.first_alternative = static_cast<std::uint32_t>(alternatives_.size());
  for (const std::vector<Constraint>& alternative : evidence.either) {
    const auto begin = static_cast<std::uint32_t>(constraints_.size());
    constraints_.insert(constraints_.end(), alternative.begin(), alternative.end());
    alternatives_.push_back({begin, static_cast<std::uint32_t>(constraints_.size())});
  }
  piece.end_alternative = static_cast<std::uint32_t>(alternatives_.size());
  pieces_.push_back(piece);
  return static_cast<std::uint32_t>(pieces_.size() - 1);
}

std::vector<std::vector<Constraint>> Problem::either_of(std::uint32_t piece) const {
  std::vector<std::vector<Constraint>> lists;
  for (std::uint32_t a = pieces_[piece].first_alternative; a < pieces_[piece].end_alternative;
       ++a) {
    std::vector<Constraint>& list = lists.emplace_back();
    for (std::uint32_t i = alternatives_[a].begin; i < alternatives_[a].end; ++i) {
      Constraint& c = list.emplace_back(constraints_[i]);
      if (!is_of_two_days(c)) c.y = c.x;
    }
  }
  return lists;
}

}  // namespace fabula::solver
