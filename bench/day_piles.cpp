#include "day_piles.hpp"

#include <algorithm>

#include "base/calendar.hpp"

namespace fabula::bench {
namespace {

constexpr DayNumber kFrom = 10957;  // 2000-01-01
constexpr std::uint32_t kNewsDays = 7305;
constexpr std::size_t kFamous = 64;
constexpr std::size_t kStoriesAtATime = 1000;

Day day_of_number(DayNumber n) { return Day{std::chrono::days{n}}; }
DayNumber number_of(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }

int month_of(DayNumber n) {
  const Date date = date_of(day_of_number(n));
  return date.year * 12 + static_cast<int>(date.month);
}

int years_between(DayNumber born, DayNumber day) {
  const int years = (month_of(day) - month_of(born)) / 12;
  return number_of(add_months(day_of_number(born), 12 * years)) > day ? years - 1 : years;
}

}  // namespace

std::int32_t NewsDays::error() {
  return random_.permille(wrong_) ? static_cast<std::int32_t>(random_.between(2, 9)) : 0;
}

NewsDays::Known NewsDays::add_known(DayNumber day, bool is_given) {
  return {is_given ? problem_.add_day(day, day) : problem_.add_day(), day};
}

NewsDays::Known NewsDays::add_person() {
  const auto years = static_cast<int>(random_.between(18, 80));
  return add_known(kFrom - 365 * years - static_cast<DayNumber>(random_.below(365)));
}

NewsDays::Story NewsDays::begin_story() {
  if (famous_.empty()) great_event_ = add_known(kFrom - 100);
  while (famous_.size() < kFamous) famous_.push_back(add_person());
  Story story;
  story.n_left = random_.between(4, 16);
  const auto day = kFrom + static_cast<DayNumber>(random_.below(kNewsDays));
  const auto before = static_cast<DayNumber>(random_.below(400));
  story.events = {add_known(day), add_known(day - before)};
  for (int i = 0; i < 3; ++i) story.people.push_back(add_person());
  if (random_.below(20) == 0) story.people[0] = famous_[random_.below(kFamous)];
  if (random_.below(200) == 0) story.events[1] = great_event_;
  return story;
}

void NewsDays::add_article() {
  while (stories_.size() < kStoriesAtATime) stories_.push_back(begin_story());
  Story& story = stories_[random_.below(kStoriesAtATime)];
  if (story.n_left == 0) story = begin_story();
  --story.n_left;
  const DayNumber day = story.events[0].day + static_cast<DayNumber>(random_.below(40));
  const Known article = add_known(day, random_.below(10) < 7);
  add_age(story, article);
  add_distance(story, article);
  add_month(story, article);
  add_weekday(story, article);
  add_other(story, article);
}

void NewsDays::add_age(const Story& story, const Known& article) {
  const Known& person = story.people[random_.below(3)];
  const int years = years_between(person.day, article.day) + error();
  problem_.add({.weight = 90, .all = {age(person.var, article.var, years)}, .either = {}});
}

// "Ten days ago", give or take 3 where it is not near.
void NewsDays::add_distance(const Story& story, const Known& article) {
  const Known& event = story.events[0];
  const DayNumber days = article.day - event.day + 100 * error();
  const DayNumber slack = days < 4 ? 0 : 3;
  problem_.add(
      {.all = {days_between(event.var, article.var, days - slack, days + slack)}, .either = {}});
}

void NewsDays::add_month(const Story& story, const Known& article) {
  const Known& event = story.events[1];
  const int months = month_of(event.day) - month_of(article.day) + error();
  problem_.add({.all = {periods_after(article.var, event.var, Period::kMonth, months, months)},
                .either = {}});
}

void NewsDays::add_weekday(const Story& story, const Known& article) {
  const auto back = static_cast<DayNumber>(random_.below(7));
  const bool is_of_story = random_.below(2) == 0;
  const Known told = is_of_story ? story.events[0] : add_known(article.day - back);
  const int weekday = weekday_of(day_of_number(told.day + error() % 7));
  const DayNumber most = is_of_story ? 60 : 6;
  problem_.add(
      {.all = {days_between(told.var, article.var, 0, most), on_weekday(told.var, weekday)},
       .either = {}});
}

void NewsDays::add_other(const Story& story, const Known& article) {
  const Known& event = story.events[1];
  const int months = month_of(article.day) - month_of(event.day);
  switch (random_.below(10)) {
    case 0: {  // "next Friday": of this week or of the next
      const Known next = add_known(article.day + 1 + static_cast<DayNumber>(random_.below(13)));
      const int weekday = weekday_of(day_of_number(next.day));
      problem_.add({.all = {on_weekday(next.var, weekday)},
                    .either = {{days_between(article.var, next.var, 1, 7)},
                               {days_between(article.var, next.var, 8, 14)}}});
      return;
    }
    case 1:
    case 2:
    case 3:
      problem_.add(
          {.all = {months_after(event.var, article.var, months + error(), 31)}, .either = {}});
      return;
    default:
      problem_.add({.all = {not_after(event.var, article.var)}, .either = {}});
  }
}

solver::Problem one_name(std::size_t n) {
  solver::Problem p;
  const Var born = p.add_day();
  for (std::size_t i = 0; i < n; ++i) {
    const DayNumber day = kFrom + static_cast<DayNumber>(i % kNewsDays);
    const Var article = p.add_day(day, day);
    p.add({.weight = 90, .all = {age(born, article, static_cast<int>(20 + i % 61))}, .either = {}});
  }
  return p;
}

solver::Problem contradicting_ring(std::size_t n) {
  solver::Problem p;
  const Var begin = p.add_day(kFrom, kFrom + static_cast<DayNumber>(kNewsDays));
  for (std::size_t i = 1; i < n; ++i) static_cast<void>(p.add_day());
  const auto size = static_cast<Var>(n);
  for (Var x = 0; x < size; ++x)
    p.add({.all = {days_between(begin + x, begin + (x + 1) % size, 1, 9)}, .either = {}});
  return p;
}

solver::Problem stated_against_told(std::size_t n) {
  solver::Problem p;
  for (std::size_t i = 0; i < n; ++i) {
    const DayNumber day = kFrom + 365 * static_cast<DayNumber>(i % 2);
    static_cast<void>(p.add_day(day, day));
  }
  const auto size = static_cast<Var>(n);
  for (Var x = 0; x < size; ++x)
    p.add({.all = {days_between(x, (x + 1) % size, 1, 9)}, .either = {}});
  return p;
}

solver::Problem chain_of_months(std::size_t n) {
  solver::Problem p;
  const Var begin = p.add_day(kFrom, kFrom + 9);
  for (std::size_t i = 1; i < n; ++i) static_cast<void>(p.add_day());
  for (auto x = static_cast<Var>(n - 1); x > 0; --x)
    p.add({.all = {months_after(begin + x - 1, begin + x, x % 2 == 0 ? 1 : -1, 2)}, .either = {}});
  return p;
}

}  // namespace fabula::bench
