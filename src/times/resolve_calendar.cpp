// Dates by name: months, days, weekdays, seasons, feasts, and which year of theirs is meant.
#include <algorithm>
#include <utility>

#include "times/feasts.hpp"
#include "times/resolver.hpp"
#include "times/rules.hpp"

namespace fabula::times {

using std::chrono::days;

std::optional<Stretch> Resolver::pick(const Yearly& yearly, bool prefers_near,
                                      Direction direction) {
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
  // so many times nearer, whatever the tense; of months more is needed.
  const int far_factor = past->grain == Grain::kDay ? 6 : 9;
  constexpr int kOpenFactor = 2;  // "through September": rather the one to come
  const days behind = std::max(*day - past->last, days{1});
  const days ahead = std::max(future->first - *day, days{1});
  const bool is_fine = past->grain <= Grain::kMonth;
  // "It was changed on May 20" of a page dated 15 May: the page lived on.
  constexpr days kUpdates{31};
  const bool is_surely_past =
      direction == Direction::kSurelyPast && (past->grain > Grain::kDay || ahead > kUpdates);
  if (is_fine && ahead * far_factor < behind && !is_surely_past) takes_future = true;
  if (is_fine && behind * far_factor < ahead) takes_future = false;
  if (direction == Direction::kUnknown && prefers_near) takes_future = ahead < behind;
  if (direction == Direction::kNearest) takes_future = ahead < behind * kOpenFactor;
  others_.push_back(takes_future ? past->value : future->value);
  return takes_future ? future : past;
}

std::optional<Stretch> Resolver::pick_by_deictic(const Yearly& yearly, std::int32_t deictic) {
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

std::optional<Stretch> Resolver::choose(const Meaning& m, const Yearly& yearly, bool prefers_near) {
  if (m.year != kUnsaid) return yearly(m.year);
  if (m.op == Op::kCalendar && m.sign == manner::kThat) {  // "June of that year"
    const auto from = narrative();
    return from ? yearly(date_of(from->first).year) : std::nullopt;
  }
  if (m.deictic != kUnsaid && m.unit == Unit::kYear) {
    const auto year = deictic_year(m.deictic);
    return year ? yearly(*year) : std::nullopt;
  }
  if (m.deictic != kUnsaid) return pick_by_deictic(yearly, m.deictic);
  return pick(yearly, prefers_near, anchor_.direction);
}

std::optional<int> Resolver::deictic_year(std::int32_t deictic) {
  const auto day = telling();
  if (!day) return std::nullopt;
  return date_of(*day).year + (deictic < 0 ? -1 : deictic > 0 ? 1 : 0);
}

std::optional<Stretch> Resolver::calendar(const Meaning& m) {
  auto whole = whole_calendar(m);
  return whole ? with_mod(*whole, m.mod) : whole;
}

std::optional<Stretch> Resolver::whole_calendar(const Meaning& m) {
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

std::optional<Stretch> Resolver::month_or_day(const Meaning& m) {
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

std::optional<Stretch> Resolver::with_weekday(const Yearly& yearly, std::int32_t weekday) {
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

std::optional<Stretch> Resolver::weekday(const Meaning& m) {
  const auto day = telling();
  if (!day) return std::nullopt;
  const int back = (weekday_of(*day) - m.weekday + 7) % 7;
  const Day past = *day - days{back};
  if (m.sign == manner::kWeekAfter) return day_stretch(past + days{back == 0 ? 7 : 14});
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
                         (anchor_.direction == Direction::kNearest && back != 0) ||
                         (anchor_.direction == Direction::kLikelyFuture && back != 0);
  if (is_future) return with_other(past + days{7}, past);
  return with_other(past, past + days{7});
}

std::optional<Stretch> Resolver::feast(const Meaning& m) {
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

std::optional<Stretch> Resolver::in_figures(const Meaning& m) {
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

}  // namespace fabula::times
