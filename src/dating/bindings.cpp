#include "dating/bindings.hpp"

namespace fabula::dating {

std::vector<std::vector<DayConstraint>> bound_to(const TimeRelation& relation, Var told, Var meant,
                                                 Var base) {
  const auto day = [&](Var x) {
    return x == TimeRelation::kTold ? told : x == TimeRelation::kBase ? base : meant;
  };
  auto readings = relation.readings;
  for (auto& reading : readings)
    for (DayConstraint& c : reading) {
      c.x = day(c.x);
      c.y = day(c.y);
    }
  return readings;
}

bool hangs_on_base(const TimeRelation& relation) {
  for (const auto& reading : relation.readings)
    for (const DayConstraint& c : reading)
      if (c.x == TimeRelation::kBase || c.y == TimeRelation::kBase) return true;
  return false;
}

std::optional<std::pair<DayNumber, DayNumber>> known_days(const TimeExpression& time) {
  if (!time.when.earliest || !time.when.latest) return std::nullopt;
  return std::pair(number_of(*time.when.earliest), number_of(*time.when.latest));
}

solver::Evidence evidence_of(std::uint32_t weight, std::vector<std::vector<DayConstraint>> readings,
                             std::vector<DayConstraint> more) {
  solver::Evidence out{.weight = weight, .all = std::move(more), .either = {}};
  if (readings.size() == 1) {
    out.all.insert(out.all.end(), readings[0].begin(), readings[0].end());
  } else {
    out.either = std::move(readings);
  }
  return out;
}

}  // namespace fabula::dating
