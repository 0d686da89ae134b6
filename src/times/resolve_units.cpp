// Weeks, months, quarters and the like, counted from the telling or from what the text spoke of.
#include "times/resolver.hpp"
#include "times/rules.hpp"
#include "times/units.hpp"

namespace fabula::times {

using std::chrono::days;

std::optional<Stretch> Resolver::unit_ref(const Meaning& m) {
  auto whole = whole_unit(m);
  return whole ? with_mod(*whole, m.mod) : whole;
}

// "this day in 1990": the day and month of the telling, or its month, in that year.
std::optional<Stretch> Resolver::of_year(const Meaning& m) {
  const auto day = telling();
  if (!day || (m.unit != Unit::kDay && m.unit != Unit::kMonth)) return year_stretch(m.year);
  const Date date = date_of(*day);
  if (m.unit == Unit::kMonth) return month_stretch(m.year, static_cast<int>(date.month));
  const auto then = day_of(m.year, static_cast<int>(date.month), static_cast<int>(date.day));
  return then ? std::optional(day_stretch(*then)) : std::nullopt;
}

std::optional<Stretch> Resolver::whole_unit(const Meaning& m) {
  if (m.unit == Unit::kCentury && m.ordinal != kUnsaid) {
    is_no_time_ = m.ordinal < 1 || m.ordinal > 30;
    return is_no_time_ ? std::nullopt : std::optional(century_stretch(m.ordinal));
  }
  if (m.deictic == 0 && m.year != kUnsaid) return of_year(m);
  if (m.sign == manner::kUpTo) return quarter_up_to(m);
  if (m.sign == manner::kOfYear) {
    if (!anchor_.quarter || m.unit == Unit::kYear) return year_stretch(m.year);
    used_ = "text";
    const auto month = static_cast<int>(date_of(anchor_.quarter->first).month);
    return quarter_stretch(m.year, (month + 2) / 3);
  }
  if (m.sign == manner::kYearAgo) return year_ago(m);
  if (m.sign == manner::kBeforeLast || m.sign == manner::kAfterNext) {
    const auto day = telling();
    return day ? unit_at(*day, m.unit, m.sign == manner::kBeforeLast ? -2 : 2) : std::nullopt;
  }
  if (m.unit == Unit::kQuarter && m.month != kUnsaid) {  // "the March quarter": the one it closes
    const auto month = choose(m, [&](int year) { return month_stretch(year, m.month); }, false);
    others_.clear();
    return month ? unit_at(month->last, Unit::kQuarter, 0) : month;
  }
  if (m.unit == Unit::kQuarter && m.ordinal != kUnsaid) return quarter(m);
  if (m.unit == Unit::kHalf && m.ordinal != kUnsaid) return half(m);
  if (m.sign == manner::kTheWeekend) {
    const auto day = telling();
    if (!day) return std::nullopt;
    const bool is_now = anchor_.direction >= Direction::kNearest || weekday_of(*day) >= 6;
    return weekend_stretch(*day - days{is_now ? 0 : 7});
  }
  if (m.sign == manner::kThat && m.unit == Unit::kQuarter) {
    if (anchor_.quarter) used_ = "text";
    return anchor_.quarter;
  }
  if (m.sign == -1) {  // "the most recent quarter"
    if (m.unit == Unit::kQuarter && anchor_.quarter) {
      used_ = "text";
      return anchor_.quarter;
    }
    const auto day = telling();
    return day ? unit_at(*day, m.unit, -1) : std::nullopt;
  }
  if (m.sign == manner::kAtItsEnd) return end_of_unit(m.unit);
  if (m.unit == Unit::kQuarter && m.deictic == -2 && anchor_.quarter) {
    used_ = "text";
    return unit_at(anchor_.quarter->first, Unit::kQuarter, -1);
  }
  const bool has_context = anchor_.narrative && anchor_.narrative->grain <= grain_of_unit(m.unit);
  const bool may_be_narrative = m.sign == manner::kNextOf || m.sign == manner::kInside;
  // "the previous year" of a text that named no other is the one before its own.
  const bool is_before_telling = m.deictic == -2 && m.unit != Unit::kDay && !anchor_.narrative;
  const bool is_narrative = (may_be_narrative && has_context) || m.sign == manner::kThat ||
                            m.deictic == -2 || m.deictic == 2 ||
                            (m.unit == Unit::kDay && m.deictic != 0 && m.deictic != kUnsaid);
  if (m.unit == Unit::kDay && m.deictic == -1) {
    is_no_time_ = true;
    return std::nullopt;
  }
  std::int32_t steps = 0;
  if (m.deictic != kUnsaid) steps = m.deictic < 0 ? -1 : m.deictic > 0 ? 1 : 0;
  if (is_narrative && !is_before_telling) {
    const auto from = narrative();
    if (!from || from->grain > grain_of_unit(m.unit)) return std::nullopt;
    return unit_at(steps > 0 ? from->last : from->first, m.unit, steps);
  }
  const auto day = telling();
  return day ? unit_at(*day, m.unit, steps) : std::nullopt;
}

// "at year-end": of the year whose end the verb points to; of other units the present one.
std::optional<Stretch> Resolver::end_of_unit(Unit unit) {
  if (unit != Unit::kYear) {
    const auto day = telling();
    const auto whole = day ? unit_at(*day, unit, 0) : std::nullopt;
    return whole ? with_mod(*whole, Mod::kEnd) : whole;
  }
  const Yearly last_day = [](int year) {
    Stretch end = year_stretch(year);
    end.first = end.last;
    return end;
  };
  const auto end = pick(last_day, true, anchor_.direction);
  return end ? with_mod(year_stretch(date_of(end->last).year), Mod::kEnd) : end;
}

// "the quarter ended 30 June": the one that the day which follows closes. Books may close some days
// late: half a month before the day lies inside.
std::optional<Stretch> Resolver::quarter_up_to(const Meaning& m) {
  constexpr std::uint32_t kNear = 24;  // bytes: "ended ", "that ended on "
  constexpr days kHalfMonth{15};
  const Meaning* end = nullptr;
  for (const Meaning& other : all_) {
    if (other.range.begin <= m.range.end || other.range.begin - m.range.end > kNear) continue;
    if (other.op == Op::kCalendar && other.month != kUnsaid &&
        (!end || other.range.size() > end->range.size()))
      end = &other;
  }
  is_no_time_ = end == nullptr;
  if (!end) return std::nullopt;
  const auto day = stretch_of(*end);
  return day ? unit_at(day->last - kHalfMonth, Unit::kQuarter, 0) : std::nullopt;
}

std::optional<Stretch> Resolver::year_ago(const Meaning& m) {
  Meaning back;
  back.unit = Unit::kYear;
  back.sign = -1;
  if (m.ordinal > 0) {
    const auto this_year = quarter(m);
    return this_year ? moved(*this_year, back, 1, Grain::kQuarter) : this_year;
  }
  if (anchor_.quarter) {
    used_ = "text";
    return moved(*anchor_.quarter, back, 1, Grain::kQuarter);
  }
  const auto day = telling();
  return day ? moved(day_stretch(*day), back, 1, Grain::kYear) : std::nullopt;
}

std::optional<Stretch> Resolver::quarter(const Meaning& m) {
  is_no_time_ = m.ordinal == 0 || m.ordinal > 4 || m.ordinal < -1;
  if (is_no_time_) return std::nullopt;
  const int n = m.ordinal == -1 ? 4 : m.ordinal;
  const Yearly yearly = [&](int year) { return quarter_stretch(year, n); };
  Meaning by_year = m;
  if (m.deictic != kUnsaid) by_year.unit = Unit::kYear;
  if (m.year == kUnsaid && m.deictic == kUnsaid && anchor_.telling) {
    // What is said of results to come is mostly said of the quarter that has just ended.
    constexpr days kReportingTime{120};
    const auto past = pick(yearly, false, Direction::kPast);
    if (past && *anchor_.telling - past->last <= kReportingTime) return past;
    others_.clear();
  }
  return choose(by_year, yearly, false);
}

std::optional<Stretch> Resolver::half(const Meaning& m) {
  const int n = m.ordinal == -1 ? 2 : m.ordinal;
  is_no_time_ = n < 1 || n > 2;
  if (is_no_time_) return std::nullopt;
  Meaning by_year = m;
  by_year.unit = Unit::kYear;
  if (m.deictic == kUnsaid) by_year.deictic = 0;
  return choose(by_year, [&](int year) { return half_stretch(year, n); }, false);
}

}  // namespace fabula::times
