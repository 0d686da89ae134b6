#include "times/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "times/resolver.hpp"
#include "times/rules.hpp"
#include "times/timex.hpp"

namespace fabula::times {

std::optional<Reading> Resolver::run(std::size_t index) {
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

std::optional<Reading> Resolver::fixed(TimeType type, std::string value) {
  Reading reading;
  reading.type = type;
  reading.value = std::move(value);
  reading.anchor = "none";
  return reading;
}

std::optional<Reading> Resolver::reference(std::int32_t sign) {
  auto reading = fixed(TimeType::kDate, sign < 0   ? "PAST_REF"
                                        : sign > 0 ? "FUTURE_REF"
                                                   : "PRESENT_REF");
  reading->anchor = "unresolved";
  return reading;
}

std::optional<Reading> Resolver::date(const Meaning& m) {
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

std::string Resolver::clock_of(const Meaning& m) const {
  if (m.op == Op::kClock) {
    std::int32_t minutes = m.clock;
    if (minutes == kUnsaid) minutes = m.count * 60;
    std::int32_t part = m.part;
    if (m.base >= 0 && base(m).op == Op::kPart) part = base(m).part;
    const bool is_after_midnight = part == 3 && minutes < 300;
    const bool is_later_half = part > 0 && minutes < 720 && !is_after_midnight;
    if (is_later_half) minutes += 720;  // "5:30 in the afternoon", "eight o'clock tonight"
    return fmt::format("T{:02d}:{:02d}", minutes / 60, minutes % 60);
  }
  if (m.op != Op::kPart) {
    if (m.op == Op::kWithin && m.base >= 0) return clock_of(base(m));
    return {};
  }
  static constexpr const char* kParts[] = {"TMO", "TAF", "TEV", "TNI"};
  if (m.sign == manner::kEarlyHours) return "TEMO";
  if (m.sign == manner::kOvernight) return "TNI";
  return m.part >= 0 ? kParts[m.part] : "";
}

std::optional<Stretch> Resolver::stretch_of(const Meaning& m) {
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

std::optional<Day> Resolver::telling() {
  if (anchor_.telling) used_ = anchor_.telling_name.data();
  return anchor_.telling;
}

std::optional<Stretch> Resolver::narrative() {
  if (anchor_.narrative) used_ = "text";
  return anchor_.narrative;
}

Stretch Resolver::with_other(Day chosen, Day other) {
  others_.push_back(iso(other));
  return day_stretch(chosen);
}

std::optional<Stretch> Resolver::with_mod(Stretch whole, Mod mod) {
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

std::optional<Reading> resolve(const Meanings& all, std::size_t index, const Anchor& anchor) {
  return Resolver(all, anchor).run(index);
}

}  // namespace fabula::times
