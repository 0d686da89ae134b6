#include "worlds/time_choices.hpp"

#include <cstdlib>

namespace fabula::worlds {
namespace {

using enum EvidenceKind;

constexpr int kHalfUnit[] = {0, 3, 15, 182};  // in days
constexpr int kSlack[] = {0, 2, 7, 60};  // how far from the whole number news would still say it

bool is_sunday(Day day) {
  return weekday_of(day) == 6;
}  // which week it belongs to, opinions differ
Day year_begin(Day day, int n) { return first_of_year(date_of(day).year + n); }
Day year_end(Day day, int n) { return last_of_year(date_of(day).year + n); }
Day month_begin(Day day, int n) { return add_months(first_of_month(day), n); }
Day month_end(Day day, int n) { return last_of_month(add_months(first_of_month(day), n)); }
int months_apart(Day from, Day to) {
  return months_between(first_of_month(from), first_of_month(to));
}
int years_apart(Day from, Day to) { return date_of(to).year - date_of(from).year; }

class Chooser {
 public:
  explicit Chooser(const TimeQuery& query) : query_(query), day_(query.day), today_(query.today) {}

  std::vector<TimeChoice> choose() {
    if (query_.counted_from) add_counted(*query_.counted_from);
    if (query_.is_only_counted) return choices_;
    if (day_ <= today_) {
      add_past_days();
      add_past_months();
      add_ago();
    } else {
      add_days_ahead();
      add_months_ahead();
    }
    return choices_;
  }

 private:
  void add(EvidenceKind kind, std::optional<Day> earliest, std::optional<Day> latest,
           std::uint32_t share = 1, Count count = {}) {
    choices_.push_back({kind, share, count.n, count.unit, earliest, latest});
  }

  void add_past_days() {
    const int past = days_between(day_, today_);
    const Day week = monday_of(day_);
    if (past == 0 && query_.has_day_words) add(kToday, day_, day_);
    if (past == 1 && query_.has_day_words) add(kYesterday, today_, today_);
    if (past <= 6) add(kWeekday, day_, day_ + days{6});
    if (past >= 3 && past <= 9) add(kLastWeekday, day_ + days{1}, day_ + days{13});
    if (past <= 250) {
      add(kWeekdayAndDay, day_, day_ + days{364});
      add(kDayOfMonth, day_, day_ + days{364});
    }
    if (past > 60) add(kFullDate, day_, std::nullopt);
    if (!is_sunday(day_) && !is_sunday(today_)) {
      if (past >= 2 && monday_of(today_) == week) add(kEarlierThisWeek, day_, week + days{5});
      if (past >= 3 && monday_of(today_) == week + days{7})
        add(kLastWeek, week + days{7}, week + days{12});
    }
    if (!feast_of(day_, query_.locale)) return;
    if (past <= 250) add(kFeast, day_, day_ + days{340});
    if (past > 14 && years_apart(day_, today_) == 1)
      add(kFeastLastYear, year_begin(day_, 1), year_end(day_, 1));
  }

  void add_past_months() {
    const int past = days_between(day_, today_);
    const int months = months_apart(day_, today_);
    const int years = years_apart(day_, today_);
    if (months == 0 && past >= 8) add(kEarlierThisMonth, day_, last_of_month(day_));
    if (months == 1 && past >= 12) add(kLastMonth, month_begin(day_, 1), month_end(day_, 1));
    if (months >= 1 && months <= 9 && past >= 20)
      add(kMonth, month_begin(day_, 1), month_end(day_, 11));
    if (years == 0 && past >= 50) add(kEarlierThisYear, day_, year_end(day_, 0));
    if (years == 1 && past >= 60) {
      add(kMonthLastYear, year_begin(day_, 1), year_end(day_, 1));
      add(kLastYear, year_begin(day_, 1), year_end(day_, 1));
    }
    if (past >= 200) add(kMonthAndYear, day_, std::nullopt);
    if (years >= 2) add(kYear, day_, std::nullopt);
  }

  void add_ago() {
    const auto count = count_between(day_, today_);
    if (!count || count->unit == Unit::kDays) return;
    const EvidenceKind kind = count->unit == Unit::kWeeks    ? kWeeksAgo
                              : count->unit == Unit::kMonths ? kMonthsAgo
                                                             : kYearsAgo;
    add(kind, count->earliest(day_), count->latest(day_), 1, *count);
    if (kind == kYearsAgo && add_years(day_, count->n) == today_)
      add(kExactYearsAgo, today_, today_, 1, *count);
  }

  void add_days_ahead() {
    const int ahead = days_between(today_, day_);
    const Day week = monday_of(day_);
    if (ahead == 1 && query_.has_day_words) add(kTomorrow, today_, today_);
    if (ahead <= 6) add(kWeekdayAhead, day_ - days{7}, day_ - days{1});
    if (ahead >= 3 && monday_of(today_) == week - days{7})
      add(kNextWeekday, week - days{7}, day_ - days{1});
    if (ahead >= 8 && ahead <= 13 && query_.locale == Locale::kBritish)
      add(kWeekOnWeekday, day_ - days{14}, day_ - days{8});
    if (ahead <= 200) {
      add(kWeekdayAndDayAhead, day_ - days{364}, day_ - days{1});
      add(kDayOfMonthAhead, day_ - days{364}, day_ - days{1});
    }
    if (ahead >= 40) add(kFullDateAhead, std::nullopt, day_ - days{1});
    if (!is_sunday(day_) && !is_sunday(today_)) {
      if (ahead >= 2 && monday_of(today_) == week) add(kLaterThisWeek, week, day_ - days{1});
      if (monday_of(today_) == week - days{7}) add(kNextWeek, week - days{7}, week - days{2});
    }
    if (feast_of(day_, query_.locale) && ahead <= 200)
      add(kFeastAhead, day_ - days{340}, day_ - days{1});
  }

  void add_months_ahead() {
    const int ahead = days_between(today_, day_);
    const int months = months_apart(today_, day_);
    const int years = years_apart(today_, day_);
    if (months == 0 && ahead >= 8) add(kLaterThisMonth, first_of_month(day_), day_ - days{1});
    if (months == 1 && ahead >= 8) add(kNextMonth, month_begin(day_, -1), month_end(day_, -1));
    if (months >= 1 && months <= 9 && ahead >= 15)
      add(kMonthAhead, month_begin(day_, -11), month_end(day_, -1));
    if (years == 0 && ahead >= 50) add(kLaterThisYear, year_begin(day_, 0), day_ - days{1});
    if (years == 1 && ahead >= 60) {
      add(kMonthNextYear, year_begin(day_, -1), year_end(day_, -1));
      add(kNextYear, year_begin(day_, -1), year_end(day_, -1));
    }
    const auto count = count_between(today_, day_);
    if (count && count->unit == Unit::kWeeks && count->n >= 2)
      add(kInWeeks, day_ - days{7 * count->n + 3}, day_ - days{7 * count->n - 3}, 1, *count);
  }

  void add_counted(Day from) {
    constexpr EvidenceKind kKinds[] = {kDaysAfter, kWeeksAfter, kMonthsAfter, kYearsAfter};
    if (from >= day_) return;
    const auto count = count_between(from, day_);
    if (!count) return;
    const bool is_day = count->unit == Unit::kDays && count->n == 1;
    const EvidenceKind kind = is_day ? kDayAfter : kKinds[static_cast<std::size_t>(count->unit)];
    if (day_ <= today_)
      add(kind, day_, std::nullopt, 1, *count);
    else
      add(kind, std::nullopt, day_ - days{1}, 1, *count);
  }

  const TimeQuery& query_;
  Day day_;
  Day today_;
  std::vector<TimeChoice> choices_;
};

}  // namespace

Day Count::earliest(Day from) const {
  return add(from, n, unit) - days{kHalfUnit[static_cast<std::size_t>(unit)]};
}
Day Count::latest(Day from) const {
  return add(from, n, unit) + days{kHalfUnit[static_cast<std::size_t>(unit)]};
}

std::optional<Count> count_between(Day from, Day to) {
  const int past = days_between(from, to);
  if (past <= 0) return std::nullopt;
  if (past <= 6) return Count{past, Unit::kDays};
  Count count;
  if (past < 7 * 9) {
    count = {(past + 3) / 7, Unit::kWeeks};
  } else if (past < 350) {
    count = {months_between(from, to + days{15}), Unit::kMonths};
  } else {
    count = {age_on(from, to + days{182}), Unit::kYears};
  }
  const int off = std::abs(days_between(add(from, count.n, count.unit), to));
  if (off > kSlack[static_cast<std::size_t>(count.unit)]) return std::nullopt;
  return count;
}

std::vector<TimeChoice> time_choices(const TimeQuery& query) { return Chooser(query).choose(); }

}  // namespace fabula::worlds
