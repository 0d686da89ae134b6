#include "times/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "times/feasts.hpp"
#include "times/timex.hpp"
#include "times/units.hpp"

namespace fabula::times {
namespace {

using std::chrono::days;

bool is_southern(std::string_view country) {
  return country == "AU" || country == "NZ" || country == "ZA" || country == "AR";
}

// A stretch that comes back every year, as it falls in one; nothing in years that lack it.
using Yearly = std::function<std::optional<Stretch>(int year)>;

class Resolver {
 public:
  Resolver(const Meanings& all, const Anchor& anchor) : all_(all), anchor_(anchor) {}

  std::optional<Reading> run(std::size_t index) {
    const Meaning& m = all_[index];
    switch (m.op) {
      case Op::kQuantity:
        return fixed(TimeType::kDuration, duration_value(m));
      case Op::kSet:
        return fixed(TimeType::kSet, set_value(all_, m));
      case Op::kRef:
        return reference(m.sign);
      case Op::kSpan:
        return span(m);
      case Op::kYearTo:
        return year_to(m);
      case Op::kRunning:
        return running(m);
      default:
        return date(m);
    }
  }

 private:
  static std::optional<Reading> fixed(TimeType type, std::string value) {
    Reading reading;
    reading.type = type;
    reading.value = std::move(value);
    reading.anchor = "none";
    return reading;
  }

  static std::optional<Reading> reference(std::int32_t sign) {
    auto reading = fixed(TimeType::kDate, sign < 0   ? "PAST_REF"
                                          : sign > 0 ? "FUTURE_REF"
                                                     : "PRESENT_REF");
    reading->anchor = "unresolved";
    return reading;
  }

  // "the day before Christmas": a count that is not said because it is one.
  static bool is_one_step(const Meaning& m) { return m.quantity < 0 && m.base >= 0; }

  // -- dates ------------------------------------------------------------------------------------

  std::optional<Reading> date(const Meaning& m) {
    if (m.op == Op::kShift && m.count == kUnsaid && std::abs(m.sign) == 1 && !is_one_step(m))
      return reference(m.sign);
    Reading reading;
    reading.stretch = stretch_of(m);
    if (is_no_time_) return std::nullopt;
    const std::string clock = clock_of(m);
    if (!clock.empty()) reading.type = TimeType::kTime;
    if (reading.stretch) {
      reading.value = reading.stretch->value + clock;
      reading.grain = clock.empty() ? reading.stretch->grain : Grain::kTime;
      reading.anchor = used_ == nullptr ? "none" : used_;
      for (const std::string& other : others_)
        if (other != reading.stretch->value) reading.alternatives.push_back(other + clock);
      std::sort(reading.alternatives.begin(), reading.alternatives.end());
      const auto same = std::unique(reading.alternatives.begin(), reading.alternatives.end());
      reading.alternatives.erase(same, reading.alternatives.end());
    } else {
      reading.value = open_value(all_, m) + clock;
      reading.anchor = "unresolved";
      reading.alternatives = others_;
    }
    return reading;
  }

  std::string clock_of(const Meaning& m) const {
    if (m.op == Op::kClock) {
      std::int32_t minutes = m.clock;
      if (minutes == kUnsaid) minutes = m.count * 60 + (m.part > 0 && m.count < 12 ? 720 : 0);
      return fmt::format("T{:02d}:{:02d}", minutes / 60, minutes % 60);
    }
    if (m.op != Op::kPart) {
      if (m.op == Op::kWithin && m.base >= 0) return clock_of(base(m));
      return {};
    }
    static constexpr const char* kParts[] = {"TMO", "TAF", "TEV", "TNI"};
    if (m.sign == 4) return "TEMO";
    if (m.sign == 3) return "TNI";
    return m.part >= 0 ? kParts[m.part] : "";
  }

  const Meaning& base(const Meaning& m) const { return all_[static_cast<std::size_t>(m.base)]; }

  std::optional<Stretch> stretch_of(const Meaning& m) {
    switch (m.op) {
      case Op::kCalendar:
        return calendar(m);
      case Op::kUnitRef:
        return unit_ref(m);
      case Op::kClock:
      case Op::kPart:
        return day_of_part(m);
      case Op::kNth:
        return nth(m);
      case Op::kShift:
        return shift(m);
      case Op::kLater:
        return later(m);
      case Op::kWithin:
        return within(m);
      case Op::kWeekOf:
        return week_of(m);
      case Op::kDayOf:
        return day_number(m);
      case Op::kRange:
        return range(m);
      default:
        return std::nullopt;
    }
  }

  // The day of the telling; remembers that it was needed.
  std::optional<Day> telling() {
    if (anchor_.telling) used_ = anchor_.telling_name.data();
    return anchor_.telling;
  }

  std::optional<Stretch> narrative() {
    if (anchor_.narrative) used_ = "text";
    return anchor_.narrative;
  }

  // Which year's `yearly` is meant: the latest not after the anchor, the earliest not before it, or
  // with no direction the nearer one when `prefers_near`, else the latest.
  std::optional<Stretch> pick(const Yearly& yearly, bool prefers_near, Direction direction) {
    const auto day = telling();
    if (!day) return std::nullopt;
    const int now = date_of(*day).year;
    std::optional<Stretch> past;
    std::optional<Stretch> future;
    for (int year = now + 1; year >= now - 8 && !past; --year)
      if (auto s = yearly(year); s && s->first <= *day) past = std::move(s);
    for (int year = now - 1; year <= now + 8 && !future; ++year)
      if (auto s = yearly(year); s && s->last >= *day) future = std::move(s);
    if (!past || !future) return past ? past : future;
    bool takes_future = direction >= Direction::kLikelyFuture;
    // Who means a day eleven months away says its year: the far candidate loses to one that is
    // kFarFactor times nearer, whatever the tense.
    constexpr int kFarFactor = 6;
    const days behind = std::max(*day - past->last, days{1});
    const days ahead = std::max(future->first - *day, days{1});
    const bool is_fine = past->grain <= Grain::kMonth;
    if (is_fine && ahead * kFarFactor < behind) takes_future = true;
    if (is_fine && behind * kFarFactor < ahead) takes_future = false;
    if (direction == Direction::kUnknown && prefers_near) takes_future = ahead < behind;
    others_.push_back(takes_future ? past->value : future->value);
    return takes_future ? future : past;
  }

  // "last April", "this summer", "next Christmas"
  std::optional<Stretch> pick_by_deictic(const Yearly& yearly, std::int32_t deictic) {
    const auto day = telling();
    if (!day) return std::nullopt;
    const int now = date_of(*day).year;
    if (deictic < 0) {
      for (int year = now + 1; year >= now - 8; --year)
        if (auto s = yearly(year); s && s->last < *day) return s;
      return std::nullopt;
    }
    if (deictic > 0) {
      for (int year = now - 1; year <= now + 8; ++year)
        if (auto s = yearly(year); s && s->first > *day) return s;
      return std::nullopt;
    }
    if (auto before = yearly(now - 1); before && before->last >= *day) return before;
    return yearly(now);
  }

  std::optional<Stretch> choose(const Meaning& m, const Yearly& yearly, bool prefers_near) {
    if (m.year != kUnsaid) return yearly(m.year);
    if (m.deictic != kUnsaid && m.unit == Unit::kYear) {
      const auto year = deictic_year(m.deictic);
      return year ? yearly(*year) : std::nullopt;
    }
    if (m.deictic != kUnsaid) return pick_by_deictic(yearly, m.deictic);
    return pick(yearly, prefers_near, anchor_.direction);
  }

  std::optional<int> deictic_year(std::int32_t deictic) {
    const auto day = telling();
    if (!day) return std::nullopt;
    return date_of(*day).year + (deictic < 0 ? -1 : deictic > 0 ? 1 : 0);
  }

  std::optional<Stretch> calendar(const Meaning& m) {
    auto whole = whole_calendar(m);
    return whole ? with_mod(*whole, m.mod) : whole;
  }

  std::optional<Stretch> whole_calendar(const Meaning& m) {
    if (m.numeric != kUnsaid) return in_figures(m);
    if (m.dayword != kUnsaid) {
      const auto day = telling();
      return day ? std::optional(day_stretch(*day + days{m.dayword})) : std::nullopt;
    }
    if (m.decade != kUnsaid) return decade_stretch(m.decade);
    if (m.feast != kUnsaid) return feast(m);
    if (m.month != kUnsaid) return month_or_day(m);
    if (m.season != kUnsaid) {
      const bool southern = is_southern(anchor_.country);
      return choose(m, [&](int year) { return season_stretch(year, m.season, southern); }, false);
    }
    if (m.year != kUnsaid) return year_stretch(m.year);
    if (m.weekday != kUnsaid) return weekday(m);
    return std::nullopt;
  }

  std::optional<Stretch> month_or_day(const Meaning& m) {
    if (m.day == kUnsaid)
      return choose(m, [&](int year) { return month_stretch(year, m.month); }, false);
    const Yearly yearly = [&](int year) -> std::optional<Stretch> {
      const auto day = day_of(year, m.month, m.day);
      if (!day) return std::nullopt;
      return day_stretch(*day);
    };
    if (!day_of(2000, m.month, m.day)) is_no_time_ = true;
    auto chosen = m.weekday != kUnsaid && m.year == kUnsaid && m.deictic == kUnsaid
                      ? with_weekday(yearly, m.weekday)
                      : std::nullopt;
    if (!chosen) chosen = choose(m, yearly, true);
    if (!chosen && m.year != kUnsaid) is_no_time_ = true;
    return chosen;
  }

  // "Tuesday, September 28": the weekday tells which year, if one within three years has it.
  std::optional<Stretch> with_weekday(const Yearly& yearly, std::int32_t weekday) {
    const auto day = telling();
    if (!day) return std::nullopt;
    std::optional<Stretch> best;
    const int now = date_of(*day).year;
    for (const int year : {now, now - 1, now + 1}) {
      const auto s = yearly(year);
      if (!s || weekday_of(s->first) != weekday) continue;
      if (!best || abs(s->first - *day) < abs(best->first - *day)) best = s;
    }
    return best;
  }

  std::optional<Stretch> weekday(const Meaning& m) {
    const auto day = telling();
    if (!day) return std::nullopt;
    const int back = (weekday_of(*day) - m.weekday + 7) % 7;
    const Day past = *day - days{back};
    if (m.sign == 7) return day_stretch(past + days{back == 0 ? 7 : 14});
    const Day in_week = monday_of(*day) + days{m.weekday - 1};
    if (m.unit == Unit::kWeek && m.deictic != kUnsaid)
      return day_stretch(in_week + days{7 * std::clamp(m.deictic, -1, 1)});
    if (m.deictic == -2 || m.deictic == 2) {
      const auto from = narrative();
      const Day since = from ? from->first : *day;
      const int gap = (weekday_of(since) - m.weekday + 6) % 7 + 1;
      return day_stretch(m.deictic < 0 ? since - days{gap} : since + days{8 - gap});
    }
    if (m.deictic == 0) return day_stretch(in_week);
    if (m.deictic == 1) return with_other(in_week + days{7}, past + days{7});
    if (m.deictic > 1 && m.deictic != kUnsaid) return day_stretch(past + days{7});
    if (m.deictic != kUnsaid) return with_other(past - days{back == 0 ? 7 : 0}, in_week - days{7});
    const bool is_future = anchor_.direction == Direction::kFuture ||
                           (anchor_.direction == Direction::kLikelyFuture && back != 0);
    if (is_future) return with_other(past + days{7}, past);
    return with_other(past, past + days{7});
  }

  Stretch with_other(Day chosen, Day other) {
    others_.push_back(iso(other));
    return day_stretch(chosen);
  }

  std::optional<Stretch> feast(const Meaning& m) {
    const std::vector<FeastDays> lines = feast_days(m.feast, 2000);
    std::size_t mine = 0;
    bool is_contested = false;
    for (std::size_t i = lines.size(); i-- > 0;) {
      is_contested = is_contested || lines[i].country == "?";
      if (lines[i].country == anchor_.country && !anchor_.country.empty()) mine = i;
    }
    const auto reading = [&](std::size_t i) -> std::optional<Stretch> {
      return choose(
          m,
          [&](int year) -> std::optional<Stretch> {
            const auto in_year = feast_days(m.feast, year);
            if (i >= in_year.size()) return std::nullopt;
            return in_year[i].first == in_year[i].last
                       ? day_stretch(in_year[i].first)
                       : days_stretch(in_year[i].first, in_year[i].last);
          },
          false);
    };
    auto chosen = reading(mine);
    if (is_contested) others_.clear();  // of the readings, not of the years
    const bool is_sure = lines.size() <= mine || lines.size() == 1 ||
                         (lines[mine].country == anchor_.country && !anchor_.country.empty());
    if (!chosen || is_sure) return chosen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == mine) continue;
      const std::vector<std::string> kept = others_;
      const auto other = reading(i);
      others_ = kept;
      if (!other) continue;
      const bool is_nearer =
          is_contested && anchor_.telling &&
          abs(other->first - *anchor_.telling) < abs(chosen->first - *anchor_.telling);
      others_.push_back(is_nearer ? chosen->value : other->value);
      if (is_nearer) chosen = other;
    }
    return chosen;
  }

  // Day and month in figures, in the order the country writes them; an order that cannot be known
  // leaves both readings open.
  std::optional<Stretch> in_figures(const Meaning& m) {
    const int year = m.numeric / 10000;
    const int a = m.numeric / 100 % 100;
    const int b = m.numeric % 100;
    const auto month_first = day_of(year, a, b);
    const auto day_first = m.is_slashed ? day_of(year, b, a) : std::nullopt;
    if (!month_first && !day_first) is_no_time_ = true;
    if (!month_first || !day_first || *month_first == *day_first) {
      const auto day = month_first ? month_first : day_first;
      return day ? std::optional(day_stretch(*day)) : std::nullopt;
    }
    const bool is_known = !anchor_.country.empty();
    if (!is_known) {
      others_ = {iso(std::min(*month_first, *day_first)), iso(std::max(*month_first, *day_first))};
      return std::nullopt;
    }
    const bool is_us = anchor_.country == "US";
    return with_other(is_us ? *month_first : *day_first, is_us ? *day_first : *month_first);
  }

  std::optional<Stretch> with_mod(Stretch whole, Mod mod) {
    if (mod == Mod::kNone) return whole;
    if (mod == Mod::kEarlier || mod == Mod::kLater) {
      const std::optional<Day> cut =
          used_ && std::string_view(used_) == "text" && anchor_.narrative
              ? std::optional(mod == Mod::kEarlier ? anchor_.narrative->last
                                                   : anchor_.narrative->first)
              : anchor_.telling;
      if (!cut || *cut < whole.first || *cut > whole.last) return whole;
      (mod == Mod::kEarlier ? whole.last : whole.first) = *cut;
      whole.edtf = iso(whole.first) + "/" + iso(whole.last);
      return whole;
    }
    return third_of(whole, mod);
  }

  // -- units ------------------------------------------------------------------------------------

  std::optional<Stretch> unit_ref(const Meaning& m) {
    auto whole = whole_unit(m);
    return whole ? with_mod(*whole, m.mod) : whole;
  }

  std::optional<Stretch> whole_unit(const Meaning& m) {
    if (m.unit == Unit::kCentury && m.ordinal != kUnsaid) {
      is_no_time_ = m.ordinal < 1 || m.ordinal > 30;
      return is_no_time_ ? std::nullopt : std::optional(century_stretch(m.ordinal));
    }
    if (m.unit == Unit::kQuarter && m.ordinal != kUnsaid) return quarter(m);
    if (m.unit == Unit::kHalf && m.ordinal != kUnsaid) return half(m);
    if (m.sign == 5) return year_ago();
    if (m.sign == 6) {
      const auto day = telling();
      if (!day) return std::nullopt;
      const bool is_now = anchor_.direction >= Direction::kLikelyFuture || weekday_of(*day) >= 6;
      return weekend_stretch(*day - days{is_now ? 0 : 7});
    }
    if (m.sign == 3 && m.unit == Unit::kQuarter) {
      if (anchor_.quarter) used_ = "text";
      return anchor_.quarter;
    }
    const bool is_narrative = m.sign == 3 || m.deictic == -2 || m.deictic == 2 ||
                              (m.unit == Unit::kDay && m.deictic != 0 && m.deictic != kUnsaid);
    if (m.unit == Unit::kDay && m.deictic == -1) {
      is_no_time_ = true;
      return std::nullopt;
    }
    std::int32_t steps = 0;
    if (m.deictic != kUnsaid) steps = m.deictic < 0 ? -1 : m.deictic > 0 ? 1 : 0;
    if (is_narrative) {
      const auto from = narrative();
      if (!from || from->grain > grain_of_unit(m.unit)) return std::nullopt;
      return unit_at(steps > 0 ? from->last : from->first, m.unit, steps);
    }
    const auto day = telling();
    return day ? unit_at(*day, m.unit, steps) : std::nullopt;
  }

  // "the year-ago quarter": a year before the quarter spoken of, or the year before the telling.
  std::optional<Stretch> year_ago() {
    Meaning back;
    back.unit = Unit::kYear;
    back.sign = -1;
    if (anchor_.quarter) {
      used_ = "text";
      return moved(*anchor_.quarter, back, 1, Grain::kQuarter);
    }
    const auto day = telling();
    return day ? moved(day_stretch(*day), back, 1, Grain::kYear) : std::nullopt;
  }

  std::optional<Stretch> quarter(const Meaning& m) {
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

  std::optional<Stretch> half(const Meaning& m) {
    const int n = m.ordinal == -1 ? 2 : m.ordinal;
    is_no_time_ = n < 1 || n > 2;
    if (is_no_time_) return std::nullopt;
    Meaning by_year = m;
    by_year.unit = Unit::kYear;
    if (m.deictic == kUnsaid) by_year.deictic = 0;
    return choose(by_year, [&](int year) { return half_stretch(year, n); }, false);
  }

  // -- phrases ----------------------------------------------------------------------------------

  std::optional<Stretch> day_of_part(const Meaning& m) {
    if (m.base >= 0) {
      auto day = stretch_of(base(m));
      if (day && day->grain != Grain::kDay) is_no_time_ = m.op == Op::kPart;
      return day;
    }
    if (m.op == Op::kClock) {
      is_no_time_ = m.clock == kUnsaid && (m.count < 1 || m.count > 24);
      if (anchor_.narrative && anchor_.narrative->grain == Grain::kDay) return narrative();
      const auto day = telling();
      return day ? std::optional(day_stretch(*day)) : std::nullopt;
    }
    if (m.deictic == -2 || m.deictic == 2 || (m.deictic == 1 && m.part != kUnsaid)) {
      const auto from = narrative();
      if (!from || from->grain != Grain::kDay) return std::nullopt;
      return day_stretch(from->first + days{m.deictic < 0 ? -1 : 1});
    }
    const auto day = telling();
    if (!day) return std::nullopt;
    const bool is_last = m.deictic == -1 || (m.sign == 3 && m.deictic == kUnsaid);
    return day_stretch(*day - days{is_last ? 1 : 0});
  }

  std::optional<Stretch> nth(const Meaning& m) {
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

  std::optional<Stretch> shift(const Meaning& m) {
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
    if (compares && m.sign < 0 && m.vague == Vague::kNo) return year_ago();
    return moved(day_stretch(*day), m, count,
                 m.vague == Vague::kExactly ? Grain::kDay : grain_of(m.unit));
  }

  std::optional<Stretch> later(const Meaning& m) {
    if (m.count == kUnsaid) return std::nullopt;
    if (anchor_.is_quarter_near && m.unit == Unit::kYear && m.count == 1 && m.sign < 0)
      return year_ago();
    const auto from = narrative();
    if (!from) return std::nullopt;
    const Grain grain = std::max(grain_of(m.unit), from->grain);
    return moved(*from, m, m.count, from->grain == Grain::kQuarter ? Grain::kQuarter : grain);
  }

  std::optional<Stretch> within(const Meaning& m) {
    const auto whole = stretch_of(base(m));
    return whole ? with_mod(*whole, m.mod) : whole;
  }

  std::optional<Stretch> week_of(const Meaning& m) {
    Meaning inner = m.base >= 0 ? base(m) : m;
    if (m.base < 0) inner.op = Op::kCalendar;
    inner.unit = Unit::kPeriod;
    const auto day = stretch_of(inner);
    if (day && m.unit == Unit::kWeekend) return weekend_stretch(day->first);
    if (day && day->grain != Grain::kDay) return day;
    return day ? std::optional(week_stretch(day->first)) : std::nullopt;
  }

  // "day four" of what the text spoke of before: sitting days; calendar days are the alternative.
  std::optional<Stretch> day_number(const Meaning& m) {
    is_no_time_ = !anchor_.narrative || anchor_.narrative->grain != Grain::kDay || m.count < 1 ||
                  m.count > 60;
    if (is_no_time_) return std::nullopt;
    const Day first = narrative()->first;
    Day day = first;
    for (int n = 1; n < m.count; ++n) {
      day += days{1};
      while (weekday_of(day) > 5) day += days{1};
    }
    return with_other(day, first + days{m.count - 1});
  }

  std::optional<Stretch> range(const Meaning& m) {
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

  // -- durations that lie somewhere -------------------------------------------------------------

  std::optional<Reading> span(const Meaning& m) {
    auto reading = fixed(TimeType::kDuration, duration_value(m));
    if (!anchor_.telling || m.deictic == kUnsaid || m.count == kUnsaid) return reading;
    const Day now = *anchor_.telling;
    const bool is_past = m.deictic < 0;
    std::optional<Stretch> far;
    if (m.season != kUnsaid) {
      if (!is_past) return reading;
      const bool southern = is_southern(anchor_.country);
      const Yearly yearly = [&](int year) { return season_stretch(year, m.season, southern); };
      const auto latest = pick_by_deictic(yearly, -1);
      const auto first = yearly(std::stoi(latest->value.substr(0, 4)) - m.count + 1);
      reading->stretch = Stretch{first->first, latest->last, Grain::kSeason, {}, {}};
    } else {
      Meaning away = m;
      away.sign = is_past ? -1 : 1;
      far = moved(day_stretch(now), away, m.count, Grain::kDay);
      if (!far) return reading;
      reading->stretch = is_past ? Stretch{far->first, now, grain_of(m.unit), {}, {}}
                                 : Stretch{now, far->first, grain_of(m.unit), {}, {}};
    }
    reading->grain = reading->stretch->grain;
    reading->anchor = anchor_.telling_name;
    return reading;
  }

  std::optional<Reading> year_to(const Meaning& m) {
    auto reading = fixed(TimeType::kDuration, "P1Y");
    const auto end = stretch_of(base(m));
    if (!end) return reading;
    reading->stretch =
        Stretch{add_months(end->last + days{1}, -12), end->last, Grain::kYear, {}, {}};
    reading->grain = Grain::kYear;
    reading->anchor = used_ == nullptr ? "none" : used_;
    return reading;
  }

  std::optional<Reading> running(const Meaning& m) {
    if (m.ordinal < 1 || m.ordinal > 1000) return std::nullopt;
    Meaning length = m;
    length.count = m.ordinal;
    auto reading = fixed(TimeType::kDuration, duration_value(length));
    if (!anchor_.telling) return reading;
    length.sign = -1;
    const auto first = moved(day_stretch(*anchor_.telling), length, m.ordinal, Grain::kDay);
    if (!first) return reading;
    reading->stretch = Stretch{first->first + days{1}, *anchor_.telling, grain_of(m.unit), {}, {}};
    reading->grain = reading->stretch->grain;
    reading->anchor = anchor_.telling_name;
    return reading;
  }

  const Meanings& all_;
  Anchor anchor_;
  const char* used_ = nullptr;       // what the reading was resolved against
  std::vector<std::string> others_;  // values of the other readings
  bool is_no_time_ = false;
};

}  // namespace

std::optional<Reading> resolve(const Meanings& all, std::size_t index, const Anchor& anchor) {
  return Resolver(all, anchor).run(index);
}

}  // namespace fabula::times
