// Phrases made of dates: "Tuesday night", "two weeks before Christmas", "the end of May".
#include <algorithm>

#include "times/resolver.hpp"
#include "times/rules.hpp"
#include "times/units.hpp"

namespace fabula::times {

using std::chrono::days;

std::optional<Stretch> Resolver::day_of_part(const Meaning& m) {
  if (m.base >= 0) {
    auto day = stretch_of(base(m));
    if (day && day->grain != Grain::kDay) is_no_time_ = m.op == Op::kPart;
    return day;
  }
  if (m.op == Op::kClock) {
    is_no_time_ = m.clock == kUnsaid && (m.count < 1 || m.count > 24);
    const bool is_told = m.deictic != kUnsaid || m.dayword != kUnsaid;  // "9 this morning"
    const bool is_day = anchor_.narrative && anchor_.narrative->grain == Grain::kDay;
    if (is_day && !is_told) return narrative();
    const auto day = telling();
    return day ? std::optional(day_stretch(*day - days{m.deictic == -1 ? 1 : 0})) : std::nullopt;
  }
  const bool is_that = m.sign == manner::kThat || m.sign == manner::kInPart;
  const bool is_day_before = m.sign == manner::kDayBefore || m.deictic == -2;
  const bool is_day_after = m.deictic == 2 || (m.deictic == 1 && m.part != kUnsaid);
  if (is_that || is_day_before || is_day_after) {
    const auto from = narrative();
    const bool is_day = from && from->grain == Grain::kDay;
    is_no_time_ = !is_day && m.sign == manner::kInPart;
    if (!is_day) return std::nullopt;
    return day_stretch(from->first + days{is_day_before ? -1 : is_day_after ? 1 : 0});
  }
  const auto day = telling();
  if (!day) return std::nullopt;
  const bool is_last = m.deictic == -1 || (m.sign == manner::kOvernight && m.deictic == kUnsaid);
  return day_stretch(*day - days{is_last ? 1 : 0});
}

std::optional<Stretch> Resolver::nth(const Meaning& m) {
  const Yearly yearly = [&](int year) -> std::optional<Stretch> {
    const auto month = static_cast<unsigned>(m.month);
    if (m.weekday != kUnsaid) {
      const auto day = nth_weekday(year, month, m.weekday, m.ordinal);
      return day ? std::optional(day_stretch(*day)) : std::nullopt;
    }
    const Day first = first_of_month(year, month);
    if (m.unit == Unit::kDay) {
      const Day day = m.ordinal == -1 ? last_of_month(year, month) : first + days{m.ordinal - 1};
      return day <= last_of_month(year, month) ? std::optional(day_stretch(day)) : std::nullopt;
    }
    // A weekend belongs to the month its Saturday is in, a week to that of its first day, the
    // first week of a month to that of its first day of the month.
    const auto saturday = nth_weekday(year, month, 6, m.ordinal);
    if (m.unit == Unit::kWeekend)
      return saturday ? std::optional(weekend_stretch(*saturday)) : std::nullopt;
    const Day day =
        m.ordinal == -1 ? last_of_month(year, month) : first + days{7 * (m.ordinal - 1)};
    return day <= last_of_month(year, month) ? std::optional(week_stretch(day)) : std::nullopt;
  };
  return choose(m, yearly, true);
}

std::optional<Stretch> Resolver::shift(const Meaning& m) {
  const int count = m.quantity < 0 ? 1 : m.count;
  if (m.base >= 0) {
    const Direction outer = anchor_.direction;
    if (m.sign > 0 && base(m).weekday != kUnsaid) anchor_.direction = Direction::kFuture;
    const auto from = stretch_of(base(m));
    anchor_.direction = outer;
    return from ? moved(*from, m, count, from->grain) : std::nullopt;
  }
  const auto day = telling();
  if (!day) return std::nullopt;
  if (m.quantity < 0) return day_stretch(*day + days{m.sign});  // "the day before yesterday"
  const bool compares = anchor_.is_quarter_near && m.unit == Unit::kYear && count == 1;
  if (compares && m.sign < 0 && m.vague == Vague::kNo) return year_ago(m);
  return moved(day_stretch(*day), m, count,
               m.vague == Vague::kExactly ? Grain::kDay : grain_of(m.unit));
}

std::optional<Stretch> Resolver::later(const Meaning& m) {
  if (m.count == kUnsaid) return std::nullopt;
  if (anchor_.is_quarter_near && m.unit == Unit::kYear && m.count == 1 && m.sign < 0)
    return year_ago(m);
  // "12 cents, against 10 a year earlier", in a text that spoke of no other time: before its own
  const bool is_long = m.unit == Unit::kYear || m.unit == Unit::kMonth;
  const bool is_compared = is_long && m.sign < 0 && !anchor_.narrative;
  const auto day = is_compared ? telling() : std::nullopt;
  const auto from = day ? std::optional(day_stretch(*day)) : narrative();
  if (!from) return std::nullopt;
  const Grain grain = std::max(grain_of(m.unit), from->grain);
  return moved(*from, m, m.count, from->grain == Grain::kQuarter ? Grain::kQuarter : grain);
}

std::optional<Stretch> Resolver::within(const Meaning& m) {
  const auto whole = stretch_of(base(m));
  return whole ? with_mod(*whole, m.mod) : whole;
}

std::optional<Stretch> Resolver::week_of(const Meaning& m) {
  Meaning inner = m.base >= 0 ? base(m) : m;
  if (m.base < 0) inner.op = Op::kCalendar;
  inner.unit = Unit::kPeriod;
  const auto day = stretch_of(inner);
  if (day && m.unit == Unit::kWeekend) return weekend_stretch(day->first);
  if (day && day->grain != Grain::kDay) return day;
  return day ? std::optional(week_stretch(day->first)) : std::nullopt;
}

std::optional<Stretch> Resolver::day_number(const Meaning& m) {
  is_no_time_ =
      !anchor_.narrative || anchor_.narrative->grain != Grain::kDay || m.count < 1 || m.count > 60;
  if (is_no_time_) return std::nullopt;
  const Day first = narrative()->first;
  Day day = first;
  for (int n = 1; n < m.count; ++n) {
    day += days{1};
    while (weekday_of(day) > 5) day += days{1};
  }
  return with_other(day, first + days{m.count - 1});
}

std::optional<Stretch> Resolver::range(const Meaning& m) {
  Meaning from = m;
  from.op = Op::kCalendar;
  from.last_day = kUnsaid;
  const auto first = month_or_day(from);
  if (!first) return std::nullopt;
  others_.clear();
  const Date date = date_of(first->first);
  const auto last = day_of(date.year, m.month, m.last_day);
  if (!last || *last <= first->first) return first;
  return days_stretch(first->first, *last);
}

}  // namespace fabula::times
