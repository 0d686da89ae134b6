#include "render/time_scale.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <set>

#include "render/labels.hpp"

namespace fabula::render {
namespace {

constexpr int kWhole = 1000;
constexpr int kMargin = 16;      // room for the mark of a day
constexpr int kOpenMargin = 70;  // room to fade out in
constexpr int kCharacter = 22;   // of a tick's words

std::int64_t days_between(Day first, Day last) { return (last - first).count(); }

int units_of(std::int64_t n_days) {
  return 2 + static_cast<int>(std::bit_width(static_cast<std::uint64_t>(n_days)));
}

}  // namespace

TimeScale::TimeScale(std::span<const When> whens) {
  constexpr std::chrono::days kDay{1};
  std::set<Day> days;
  bool is_open_before = false, is_open_behind = false;
  for (const When& when : whens) {
    if (!when.known()) continue;
    is_open_before |= !when.earliest;
    is_open_behind |= !when.latest;
    // An open stretch still has the one day that is known of it.
    for (const Day end : {when.earliest.value_or(*(when.latest ? when.latest : when.earliest)),
                          when.latest.value_or(*(when.earliest ? when.earliest : when.latest))}) {
      days.insert(end);
      days.insert(end + kDay);
    }
  }
  if (days.empty()) return;
  std::int64_t n_units = 0;
  for (auto day = days.begin(); std::next(day) != days.end(); ++day)
    n_units += units_of(days_between(*day, *std::next(day)));
  const int first = is_open_before ? kOpenMargin : kMargin;
  const std::int64_t width = kWhole - first - (is_open_behind ? kOpenMargin : kMargin);
  std::int64_t unit = 0;
  for (auto day = days.begin(); day != days.end(); ++day) {
    cuts_.push_back({*day, first + static_cast<int>(width * unit / n_units)});
    if (std::next(day) != days.end()) unit += units_of(days_between(*day, *std::next(day)));
  }
}

int TimeScale::place_of(Day day) const {
  if (day <= cuts_.front().day) return cuts_.front().at;
  if (day >= cuts_.back().day) return cuts_.back().at;
  const auto after = std::ranges::upper_bound(cuts_, day, {}, &Cut::day);
  const Cut& before = *std::prev(after);
  const std::int64_t part = days_between(before.day, day);
  const std::int64_t whole = days_between(before.day, after->day);
  return before.at + static_cast<int>((after->at - before.at) * part / whole);
}

std::vector<TimeScale::Tick> TimeScale::ticks() const {
  std::vector<Tick> ticks;
  if (empty()) return ticks;
  const auto add = [&](const When& when) {
    if (*when.earliest < cuts_.front().day || *when.earliest >= cuts_.back().day) return;
    const Tick tick{begin_of(*when.earliest), when_text(when)};
    const auto end_of_words = [](const Tick& t) {
      return t.at + kCharacter * static_cast<int>(t.text.size() + 1);
    };
    if (end_of_words(tick) > kWhole + kCharacter) return;
    for (const Tick& other : ticks)
      if (tick.at < end_of_words(other) && other.at < end_of_words(tick)) return;
    ticks.push_back(tick);
  };
  const Date first = date_of(cuts_.front().day);
  const Date last = date_of(cuts_.back().day);
  for (const int every : {100, 10, 1})
    for (int year = first.year; year <= last.year; ++year)
      if (year % every == 0) add(when_year(year));
  // In a long scale months would be too many to try, and none would fit.
  constexpr int kMostYears = 60;
  if (last.year - first.year <= kMostYears)
    for (int year = first.year; year <= last.year; ++year)
      for (unsigned month = 1; month <= 12; ++month) add(when_month(year, month));
  for (const Cut& cut : cuts_) add(when_day(cut.day));
  std::ranges::sort(ticks, {}, &Tick::at);
  return ticks;
}

}  // namespace fabula::render
