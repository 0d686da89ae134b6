// Durations that lie somewhere: "the past three months", "the year to March".
#include <utility>

#include "times/resolver.hpp"
#include "times/timex.hpp"
#include "times/units.hpp"

namespace fabula::times {

using std::chrono::days;

std::optional<Reading> Resolver::span(const Meaning& m) {
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

std::optional<Reading> Resolver::year_to(const Meaning& m) {
  auto reading = fixed(TimeType::kDuration, "P1Y");
  const auto end = stretch_of(base(m));
  if (!end) return reading;
  reading->stretch = Stretch{add_months(end->last + days{1}, -12), end->last, Grain::kYear, {}, {}};
  reading->grain = Grain::kYear;
  reading->anchor = used_ == nullptr ? "none" : used_;
  return reading;
}

std::optional<Reading> Resolver::running(const Meaning& m) {
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

}  // namespace fabula::times
