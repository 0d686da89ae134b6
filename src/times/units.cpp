#include "times/units.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/calendar.hpp"

namespace fabula::times {

using std::chrono::days;

std::optional<Stretch> unit_at(Day day, Unit unit, int steps) {
  const Date date = date_of(day);
  const auto month = static_cast<int>(date.month);
  switch (unit) {
    case Unit::kDay:
    case Unit::kNight:
      return day_stretch(day + days{steps});
    case Unit::kWeekend:
      return weekend_stretch(day + days{7 * steps});
    case Unit::kWeek:
      return week_stretch(day + days{7 * steps});
    case Unit::kMonth: {
      const Date then = date_of(add_months(day, steps));
      return month_stretch(then.year, static_cast<int>(then.month));
    }
    case Unit::kQuarter: {
      const Date then = date_of(add_months(day, 3 * steps));
      return quarter_stretch(then.year, (static_cast<int>(then.month) + 2) / 3);
    }
    case Unit::kHalf:
      return half_stretch(date.year, month <= 6 ? 1 : 2);
    case Unit::kYear:
      return year_stretch(date.year + steps);
    case Unit::kDecade:
      return decade_stretch(date.year / 10 + steps);
    case Unit::kCentury:
      return century_stretch((date.year + 99) / 100 + steps);
    default:
      return std::nullopt;
  }
}

std::optional<Stretch> moved(const Stretch& from, const Meaning& m, int count, Grain grain) {
  constexpr int kFarthest = 2000;  // years; what lies farther is no date
  const int n = m.sign * std::min(count, 100000);
  Day day = from.first;
  int months = 0;
  switch (m.unit) {
    case Unit::kSecond:
    case Unit::kMinute:
    case Unit::kHour:
      break;
    case Unit::kDay:
    case Unit::kNight:
      day += days{n};
      break;
    case Unit::kWeek:
    case Unit::kWeekend:
      day += days{7 * n};
      break;
    case Unit::kFortnight:
      day += days{14 * n};
      break;
    case Unit::kMonth:
      months = n;
      break;
    case Unit::kQuarter:
      months = 3 * n;
      break;
    case Unit::kYear:
      months = 12 * n + (m.has_half ? 6 * m.sign : 0);
      break;
    case Unit::kDecade:
      months = 120 * n;
      break;
    case Unit::kCentury:
      months = 1200 * n;
      break;
    default:
      return std::nullopt;
  }
  if (std::abs(months) > 12 * kFarthest || date_of(day).year + months / 12 < 1) return std::nullopt;
  day = add_months(day, months);
  if (date_of(day).year < 1 || date_of(day).year > 9998) return std::nullopt;
  const Date date = date_of(day);
  switch (grain) {
    case Grain::kWeek:
      return week_stretch(day);
    case Grain::kMonth:
      return month_stretch(date.year, static_cast<int>(date.month));
    case Grain::kQuarter:
    case Grain::kSeason:
      return quarter_stretch(date.year, (static_cast<int>(date.month) + 2) / 3);
    case Grain::kYear:
      return year_stretch(date.year);
    case Grain::kDecade:
      return decade_stretch(date.year / 10);
    case Grain::kCentury:
      return century_stretch((date.year + 99) / 100);
    default:
      return day_stretch(day);
  }
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::kMonth:
      return Grain::kMonth;
    case Unit::kQuarter:
      return Grain::kQuarter;
    case Unit::kYear:
    case Unit::kDecade:
    case Unit::kCentury:
    case Unit::kMillennium:
      return Grain::kYear;
    default:
      return Grain::kDay;
  }
}

Grain grain_of_unit(Unit unit) {
  if (unit <= Unit::kNight) return Grain::kDay;
  if (unit <= Unit::kFortnight) return Grain::kWeek;
  if (unit == Unit::kMonth) return Grain::kMonth;
  if (unit <= Unit::kHalf) return Grain::kQuarter;
  if (unit == Unit::kYear) return Grain::kYear;
  return unit == Unit::kDecade ? Grain::kDecade : Grain::kCentury;
}

}  // namespace fabula::times
