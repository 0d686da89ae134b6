#include "dating/bindings.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

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

TimeRelation on_either_side(TimeRelation relation) {
  for (auto& reading : relation.readings) {
    const bool is_yearless = std::ranges::any_of(
        reading, [](const DayConstraint& c) { return c.kind == ConstraintKind::kMonth; });
    for (DayConstraint& c : reading) {
      if (is_near(c)) {
        const int most = std::max(std::abs(c.m_lo), std::abs(c.m_hi));
        c.m_lo = static_cast<std::int16_t>(-most);
        c.m_hi = static_cast<std::int16_t>(most);
        continue;
      }
      if (c.kind != ConstraintKind::kDays && (c.kind != ConstraintKind::kPeriod || !is_yearless))
        continue;
      const std::int32_t most = std::max(std::abs(c.lo), std::abs(c.hi));
      c.lo = -most;
      c.hi = most;
    }
  }
  relation.tense = 0;
  return relation;
}

bool is_near(const DayConstraint& c) {
  return c.kind == ConstraintKind::kMonths && c.x == TimeRelation::kTold && c.m_lo != c.m_hi;
}

TimeRelation of_any_year(TimeRelation relation) {
  for (auto& reading : relation.readings) {
    std::erase_if(reading, [](const DayConstraint& c) {
      return c.kind == ConstraintKind::kPeriod && c.period == Period::kMonth;
    });
    for (DayConstraint& c : reading)
      if (is_near(c)) c = c.m_lo < 0 ? not_after(c.y, c.x) : not_after(c.x, c.y);
  }
  return relation;
}

TimeRelation with_sunday_before(TimeRelation relation) {
  const DayConstraint this_week =
      periods_after(TimeRelation::kTold, TimeRelation::kMeant, Period::kWeek, 0, 0);
  if (relation.readings.size() == 1 &&
      std::ranges::find(relation.readings[0], this_week) != relation.readings[0].end())
    relation.readings.push_back({on_weekday(TimeRelation::kMeant, 7),
                                 days_between(TimeRelation::kTold, TimeRelation::kMeant, -6, -1)});
  return relation;
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

bool is_credible(const Sources& sources, std::uint32_t article, const TimeExpression& time,
                 Telling telling) {
  const auto days = known_days(time);
  if (!days) return true;
  if (telling == Telling::kFuture) return sources.time.may_be_of(days->second);
  return !sources.time.was_put_in(sources.pile.articles[article], time, days->first);
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
