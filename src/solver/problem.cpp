#include "solver/problem.hpp"

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

}  // namespace fabula::solver
