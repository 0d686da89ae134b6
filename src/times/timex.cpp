#include "times/timex.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "times/feasts.hpp"

namespace fabula::times {
namespace {

constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr const char* kParts[] = {"TMO", "TAF", "TEV", "TNI"};

struct UnitName {
  const char* letters;
  bool is_time;  // PT..
  int factor;    // of the letters' unit
  const char* vague_letters;
};

UnitName name_of_unit(Unit unit) {
  switch (unit) {
    case Unit::kSecond:
      return {"S", true, 1, "S"};
    case Unit::kMinute:
      return {"M", true, 1, "M"};
    case Unit::kHour:
      return {"H", true, 1, "H"};
    case Unit::kDay:
    case Unit::kNight:
      return {"D", false, 1, "D"};
    case Unit::kWeekend:
      return {"WE", false, 1, "WE"};
    case Unit::kWeek:
      return {"W", false, 1, "W"};
    case Unit::kFortnight:
      return {"W", false, 2, "W"};
    case Unit::kMonth:
      return {"M", false, 1, "M"};
    case Unit::kQuarter:
      return {"Q", false, 1, "Q"};
    case Unit::kHalf:
      return {"M", false, 6, "M"};
    case Unit::kYear:
      return {"Y", false, 1, "Y"};
    case Unit::kDecade:
      return {"Y", false, 10, "DE"};
    case Unit::kCentury:
      return {"Y", false, 100, "C"};
    case Unit::kMillennium:
      return {"Y", false, 1000, "ML"};
    case Unit::kPeriod:
      break;
  }
  return {"X", false, 1, "X"};
}

// "XXXX-12-25" for a feast that falls on the same day every year.
std::string feast_value(std::int32_t feast) {
  const auto in_one = feast_days(feast, 2000);
  const auto in_other = feast_days(feast, 2001);
  if (in_one.size() != 1 || in_other.size() != 1) return "XXXX-XX-XX";
  const Date a = date_of(in_one[0].first);
  const Date b = date_of(in_other[0].first);
  if (a.month != b.month || a.day != b.day) return "XXXX-XX-XX";
  return fmt::format("XXXX-{:02d}-{:02d}", a.month, a.day);
}

}  // namespace

std::string duration_value(const Meaning& q) {
  if (q.unit == Unit::kPeriod && q.season == kUnsaid) return "PXX";
  if (q.season != kUnsaid) return fmt::format("P{}{}", q.count, kSeasons[q.season]);
  const UnitName unit = name_of_unit(q.unit);
  const char* prefix = unit.is_time ? "PT" : "P";
  if (q.count == kUnsaid && q.has_half) return fmt::format("{}0.5{}", prefix, unit.letters);
  if (q.count == kUnsaid) return fmt::format("{}X{}", prefix, unit.vague_letters);
  if (q.has_half && q.unit == Unit::kYear) return fmt::format("P{}Y6M", q.count);
  const bool is_even = q.has_half && unit.factor % 2 == 0;  // a decade and a half: 15 years
  const std::int64_t n = std::int64_t{q.count} * unit.factor + (is_even ? unit.factor / 2 : 0);
  return fmt::format("{}{}{}{}", prefix, n, q.has_half && !is_even ? ".5" : "", unit.letters);
}

std::string set_value(const Meanings& all, const Meaning& set) {
  Meaning m = set.base >= 0 ? all[static_cast<std::size_t>(set.base)] : set;
  if (set.part != kUnsaid) m.part = set.part;
  const std::string part = m.part != kUnsaid ? kParts[m.part] : "";
  const int factor = set.sign == 2 ? 2 : 1;
  if (m.weekday != kUnsaid)
    return factor == 2 ? "P2W" : fmt::format("XXXX-WXX-{}{}", m.weekday, part);
  if (m.month != kUnsaid && m.day != kUnsaid)
    return fmt::format("XXXX-{:02d}-{:02d}", m.month, m.day);
  if (m.month != kUnsaid) return factor == 2 ? "P2Y" : fmt::format("XXXX-{:02d}", m.month);
  if (m.season != kUnsaid) return fmt::format("XXXX-{}", kSeasons[m.season]);
  if (m.feast != kUnsaid) return "P1Y";
  if (!part.empty() && m.unit == Unit::kPeriod) return "XXXX-XX-XX" + part;
  if (m.unit == Unit::kWeekend) return "XXXX-WXX-WE";
  if (set.quantity >= 0) {
    Meaning length = all[static_cast<std::size_t>(set.quantity)];
    return duration_value(length);
  }
  m.count = factor;
  return duration_value(m);
}

std::string open_value(const Meanings& all, const Meaning& m) {
  if (m.base >= 0 && m.op != Op::kShift)
    return open_value(all, all[static_cast<std::size_t>(m.base)]);
  if (m.numeric != kUnsaid) return fmt::format("{:04d}-XX-XX", m.numeric / 10000);
  if (m.month != kUnsaid && m.op != Op::kNth)
    return m.day != kUnsaid ? fmt::format("XXXX-{:02d}-{:02d}", m.month, m.day)
                            : fmt::format("XXXX-{:02d}", m.month);
  if (m.feast != kUnsaid && m.op == Op::kCalendar) return feast_value(m.feast);
  if (m.season != kUnsaid) return fmt::format("XXXX-{}", kSeasons[m.season]);
  if (m.weekday != kUnsaid && m.op != Op::kNth) return fmt::format("XXXX-WXX-{}", m.weekday);
  if (m.op == Op::kUnitRef && m.unit == Unit::kQuarter && m.ordinal > 0)
    return fmt::format("XXXX-Q{}", m.ordinal);
  if (m.op == Op::kUnitRef || m.op == Op::kShift || m.op == Op::kLater) {
    switch (m.unit) {
      case Unit::kYear:
      case Unit::kHalf:
        return "XXXX";
      case Unit::kMonth:
        return "XXXX-XX";
      case Unit::kQuarter:
        return "XXXX-QX";
      case Unit::kWeek:
        return m.op == Op::kUnitRef ? "XXXX-WXX" : "XXXX-XX-XX";
      case Unit::kWeekend:
        return "XXXX-WXX-WE";
      case Unit::kDecade:
        return "XXX";
      case Unit::kCentury:
        return "XX";
      default:
        break;
    }
  }
  return "XXXX-XX-XX";
}

}  // namespace fabula::times
