#include "times/relation.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "times/feasts.hpp"

namespace fabula::times {
namespace {

constexpr Var kTold = TimeRelation::kTold;
constexpr Var kMeant = TimeRelation::kMeant;
constexpr Var kBase = TimeRelation::kBase;

using Reading = std::vector<DayConstraint>;
using Readings = std::vector<Reading>;

bool is_past(Direction direction) {
  return direction == Direction::kPast || direction == Direction::kSurelyPast;
}

DayNumber number_of(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }

// A count of units as days or months, and how far off it may be when nothing says "exactly".
struct Length {
  bool is_months = false;
  int n = 0;
  int slack = 0;  // days
};

std::optional<Length> length_of(const Meaning& m, int count) {
  constexpr int kWeekSlack = 3;
  constexpr int kMonthSlack = 15;
  constexpr int kYearSlack = 183;
  constexpr int kMostYears = 200;
  if (count == kUnsaid || count < 0 || count > 366 * kMostYears) return std::nullopt;
  const bool is_exact = m.vague == Vague::kExactly;
  switch (m.unit) {
    case Unit::kDay:
    case Unit::kNight:
      return Length{false, count, m.vague == Vague::kNo || is_exact ? 0 : 1};
    case Unit::kWeek:
    case Unit::kWeekend:
      return Length{false, 7 * count, is_exact ? 0 : kWeekSlack};
    case Unit::kFortnight:
      return Length{false, 14 * count, is_exact ? 0 : kWeekSlack};
    case Unit::kMonth:
      if (count > 12 * kMostYears) return std::nullopt;
      return Length{true, count, is_exact ? 0 : kMonthSlack};
    case Unit::kYear:
      if (count > kMostYears) return std::nullopt;
      return Length{true, 12 * count + (m.has_half ? 6 : 0), is_exact ? 0 : kYearSlack};
    default:
      return std::nullopt;
  }
}

// y lies the length behind x (sign 1) or before it (sign -1).
DayConstraint shifted(Var x, Var y, const Length& length, int sign) {
  if (length.is_months) return months_after(x, y, sign * length.n, length.slack);
  const int n = sign * length.n;
  return days_between(x, y, n - length.slack, n + length.slack);
}

std::optional<Period> period_of(Unit unit) {
  switch (unit) {
    case Unit::kWeek:
    case Unit::kWeekend:
      return Period::kWeek;
    case Unit::kMonth:
      return Period::kMonth;
    case Unit::kQuarter:
      return Period::kQuarter;
    case Unit::kYear:
      return Period::kYear;
    default:
      return std::nullopt;
  }
}

// What comes back, as the nearest one behind or before the telling: at most `most` of the period
// away, and the filters that say which it is.
struct Recurring {
  Reading filters;
  Reading behind;  // told is the day meant or later
  Reading ahead;
};

Readings directed(const Recurring& what, Direction direction) {
  Reading past = what.filters;
  past.insert(past.end(), what.behind.begin(), what.behind.end());
  Reading future = what.filters;
  future.insert(future.end(), what.ahead.begin(), what.ahead.end());
  if (is_past(direction)) return {past};
  if (direction == Direction::kFuture) return {future};
  if (direction == Direction::kLikelyFuture) return {future, past};
  return {past, future};
}

Readings weekday_readings(const Meaning& m, Direction direction) {
  const Reading is_day = {on_weekday(kMeant, m.weekday)};
  const auto in = [&](int lo, int hi) {
    return Readings{{is_day[0], days_between(kTold, kMeant, lo, hi)}};
  };
  if (m.sign == 7) return in(7, 14);  // "Monday week"
  if (m.unit == Unit::kWeek && m.deictic != kUnsaid) {
    const int weeks = std::clamp(m.deictic, -1, 1);
    return {{is_day[0], periods_after(kTold, kMeant, Period::kWeek, weeks, weeks)}};
  }
  if (m.deictic == -2 || m.deictic == 2) return {};  // counted from what was told before
  if (m.deictic == 0)
    return {{is_day[0], periods_after(kTold, kMeant, Period::kWeek, 0, 0)},
            {is_day[0], days_between(kTold, kMeant, -6, 6)}};
  if (m.deictic != kUnsaid) return m.deictic < 0 ? in(-13, -1) : in(1, 13);
  return directed({.filters = is_day,
                   .behind = {days_between(kTold, kMeant, -6, 0)},
                   .ahead = {days_between(kTold, kMeant, 1, 7)}},
                  direction);
}

// A month, or a day of it, of a year that is not said.
Readings month_readings(const Meaning& m, Direction direction) {
  Reading filters = {in_month(kMeant, m.month)};
  if (m.day != kUnsaid) filters.push_back(on_day_of_month(kMeant, m.day));
  if (m.weekday != kUnsaid) filters.push_back(on_weekday(kMeant, m.weekday));
  const auto with = [&](DayConstraint c) {
    Reading reading = filters;
    reading.push_back(c);
    return reading;
  };
  const bool is_of_year = m.deictic != kUnsaid && m.unit == Unit::kYear;
  if (is_of_year) {
    const int years = std::clamp(m.deictic, -1, 1);
    return {with(periods_after(kTold, kMeant, Period::kYear, years, years))};
  }
  if (m.deictic != kUnsaid && m.deictic < 0)
    return {with(periods_after(kTold, kMeant, Period::kMonth, -23, 0))};
  if (m.deictic != kUnsaid && m.deictic > 0)
    return {with(periods_after(kTold, kMeant, Period::kMonth, 0, 23))};
  // "this October" is of the year, or the nearest one.
  if (m.deictic == 0) return {with(periods_after(kTold, kMeant, Period::kMonth, -11, 11))};
  // Less than a year away: on 1 December "December 1" is that day, not the one of last year.
  if (m.day != kUnsaid)
    return directed(
        {.filters = filters,
         .behind =
             {{.kind = ConstraintKind::kMonths, .m_lo = -12, .lo = 1, .x = kTold, .y = kMeant}},
         .ahead =
             {{.kind = ConstraintKind::kMonths, .m_hi = 12, .hi = -1, .x = kTold, .y = kMeant}}},
        direction);
  return directed(
      {.filters = filters,
       .behind = {periods_after(kTold, kMeant, Period::kMonth, -12, 0), not_after(kMeant, kTold)},
       .ahead = {periods_after(kTold, kMeant, Period::kMonth, 0, 12), not_after(kTold, kMeant)}},
      direction);
}

// A feast whose year is not said: the one within a year of the telling, or some days more where it
// moves.
Readings feast_readings(const Meaning& m, Direction direction) {
  if (m.deictic != kUnsaid || m.year != kUnsaid) return {};
  constexpr int kMostMoved = 35;  // days: Easter
  Readings out;
  for (const FeastPattern& pattern : feast_patterns(m.feast)) {
    Reading filters;
    if (pattern.month != 0) filters.push_back(in_month(kMeant, pattern.month));
    if (pattern.day != 0) filters.push_back(on_day_of_month(kMeant, pattern.day));
    if (pattern.weekday != 0) filters.push_back(on_weekday(kMeant, pattern.weekday));
    const int moved = pattern.day != 0 ? -1 : kMostMoved;
    const DayConstraint behind = {
        .kind = ConstraintKind::kMonths, .m_lo = -12, .lo = -moved, .x = kTold, .y = kMeant};
    const DayConstraint ahead = {
        .kind = ConstraintKind::kMonths, .m_hi = 12, .hi = moved, .x = kTold, .y = kMeant};
    for (Reading& reading :
         directed({.filters = filters, .behind = {behind}, .ahead = {ahead}}, direction))
      out.push_back(std::move(reading));
  }
  return out;
}

Readings calendar_readings(const Meaning& m, Direction direction) {
  if (m.dayword != kUnsaid) return {{days_between(kTold, kMeant, m.dayword, m.dayword)}};
  if (m.feast != kUnsaid) return feast_readings(m, direction);
  if (m.decade != kUnsaid || m.season != kUnsaid || m.numeric != kUnsaid) return {};
  if (m.month != kUnsaid && m.year == kUnsaid) return month_readings(m, direction);
  if (m.weekday != kUnsaid && m.month == kUnsaid && m.day == kUnsaid)
    return weekday_readings(m, direction);
  return {};
}

// "last weekend", "this weekend"
Readings weekend_readings(const Meaning& m) {
  Readings readings;
  for (const int weekday : {6, 7}) {
    const DayConstraint near =
        m.deictic == 0 ? days_between(kTold, kMeant, -6, 6)
                       : periods_after(kTold, kMeant, Period::kWeek, m.deictic, m.deictic);
    readings.push_back({on_weekday(kMeant, weekday), near});
  }
  return readings;
}

// "last week", "this year", "earlier this month"
Readings unit_readings(const Meaning& m) {
  const auto period = period_of(m.unit);
  const bool is_plain = m.ordinal == kUnsaid && m.year == kUnsaid && m.sign == 0;
  if (!period || !is_plain || m.deictic == kUnsaid || m.deictic < -1 || m.deictic > 1) return {};
  if (m.unit == Unit::kWeekend) return weekend_readings(m);
  // On a Sunday "last week" may be the one that just ends.
  if (*period == Period::kWeek && m.deictic == -1 && m.mod == Mod::kNone)
    return {{periods_after(kTold, kMeant, *period, -1, -1)},
            {on_weekday(kTold, 7), periods_after(kTold, kMeant, *period, 0, 0),
             days_between(kTold, kMeant, -6, -1)}};
  Reading reading = {periods_after(kTold, kMeant, *period, m.deictic, m.deictic)};
  if (m.mod == Mod::kEarlier) reading.push_back(not_after(kMeant, kTold));
  if (m.mod == Mod::kLater) reading.push_back(not_after(kTold, kMeant));
  return {reading};
}

// "two weeks ago", "in three days"
Readings shift_readings(const Meanings& all, const Meaning& m) {
  if (m.base >= 0) {
    // "two years ago today"
    const Meaning& base = all[static_cast<std::size_t>(m.base)];
    auto length = length_of(m, m.count);
    if (base.op != Op::kCalendar || base.dayword != 0 || !length || std::abs(m.sign) != 1)
      return {};
    length->slack = 0;
    return {{shifted(kTold, kMeant, *length, m.sign)}};
  }
  if (m.quantity < 0) return {{days_between(kTold, kMeant, m.sign, m.sign)}};
  const auto length = length_of(m, m.count);
  if (!length || std::abs(m.sign) != 1) return {};
  return {{shifted(kTold, kMeant, *length, m.sign)}};
}

// "two weeks later", "the following day"
Readings later_readings(const Meaning& m) {
  const auto length = length_of(m, m.count);
  if (!length || std::abs(m.sign) != 1) return {};
  return {{shifted(kBase, kMeant, *length, m.sign)}};
}

// "this morning", "last night", "Tuesday night"
Readings part_readings(const Meanings& all, const Meaning& m, Direction direction) {
  if (m.base >= 0) {
    const Meaning& day = all[static_cast<std::size_t>(m.base)];
    Readings readings = day.op == Op::kCalendar ? calendar_readings(day, direction) : Readings{};
    // "on Sunday night" may be said on that Sunday, where "on Sunday" would be "today".
    for (Reading& reading : readings)
      for (DayConstraint& c : reading)
        if (c.kind == ConstraintKind::kDays && c.lo == 1 && c.hi == 7) c.lo = 0;
    return readings;
  }
  const bool is_near = m.deictic == kUnsaid || (m.deictic >= -1 && m.deictic <= 1);
  if (m.op == Op::kClock || !is_near) return {};
  const bool is_last = m.deictic == -1 || (m.sign == 3 && m.deictic == kUnsaid);
  return {{days_between(kTold, kMeant, is_last ? -1 : 0, is_last ? 0 : 1)}};
}

Readings readings_of(const Meanings& all, const Meaning& m, Direction direction) {
  switch (m.op) {
    case Op::kCalendar:
      return calendar_readings(m, direction);
    case Op::kUnitRef:
      return unit_readings(m);
    case Op::kShift:
      return shift_readings(all, m);
    case Op::kLater:
      return later_readings(m);
    case Op::kPart:
    case Op::kClock:
      return part_readings(all, m, direction);
    case Op::kWithin:
      return m.base >= 0 && all[static_cast<std::size_t>(m.base)].op != Op::kWithin
                 ? readings_of(all, all[static_cast<std::size_t>(m.base)], direction)
                 : Readings{};
    default:
      return {};
  }
}

// "03/04/2024" where nothing tells day from month.
Readings either_order(const TimeExpression& resolved) {
  Readings out;
  for (const std::string& value : resolved.alternatives)
    if (const auto day = parse_iso_day(value))
      out.push_back({within(kMeant, number_of(*day), number_of(*day))});
  return out;
}

bool counts_from_base(const Readings& readings) {
  for (const Reading& reading : readings)
    for (const DayConstraint& c : reading)
      if (c.x == kBase || c.y == kBase) return true;
  return false;
}

}  // namespace

TimeRelation relation_of(const Meanings& all, std::size_t index, const TimeExpression& resolved,
                         Direction direction, std::int32_t base) {
  TimeRelation out;
  out.tense = is_past(direction) ? -1 : direction == Direction::kFuture ? 1 : 0;
  if (resolved.type != TimeType::kDate && resolved.type != TimeType::kTime) return out;
  if (resolved.anchor == "none") {
    if (resolved.when.earliest && resolved.when.latest)
      out.readings = {
          {within(kMeant, number_of(*resolved.when.earliest), number_of(*resolved.when.latest))}};
    return out;
  }
  out.readings = all[index].numeric != kUnsaid ? either_order(resolved)
                                               : readings_of(all, all[index], direction);
  if (!counts_from_base(out.readings)) return out;
  out.base = base;
  if (base < 0) out.readings.clear();
  return out;
}

}  // namespace fabula::times
