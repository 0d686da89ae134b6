#include "worlds/facts.hpp"

#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

using enum EvidenceKind;

constexpr int kBirthdayPast = 40;   // days in which news still tell a birthday
constexpr int kBirthdayAhead = 45;  // the same before it
constexpr int kOldEvent = 700;      // days after which ages then are told
constexpr int kLeastAgeThen = 5;
constexpr int kDaysOfPregnancy = 280;

class FactFinder {
 public:
  FactFinder(const World& world, Role role, Day today, std::uint32_t told_event)
      : world_(world), role_(role), person_(world.person(role)), today_(today) {
    told_ = told_event == kNone ? 0 : told_event;
  }

  std::vector<FactAtHand> find() {
    if (role_ == Role::kVictim) {
      add_of_victim();
    } else if (is_there(world_, role_, today_)) {
      add_birthdays();
      if (role_ == Role::kWidow) add_children();
      add_office();
      add_then();
    }
    return facts_;
  }

 private:
  // The fact's number, the day its words stand for, the days of publication on which it holds.
  Topic& add(Fact fact, EvidenceKind kind, std::int32_t number, Day day,
             std::optional<Day> earliest, std::optional<Day> latest) {
    FactAtHand made;
    made.fact = fact;
    made.topic.person = role_;
    made.topic.number = number;
    made.topic.day = day;
    Evidence& mark = made.topic.mark;
    mark.kind = kind;
    mark.person = role_;
    mark.number = number;
    mark.day = day;
    mark.earliest = earliest;
    mark.latest = latest;
    facts_.push_back(made);
    return facts_.back().topic;
  }

  void add_birthdays() {
    const int age = age_on(person_.born, today_);
    const Day last = add_years(person_.born, age);
    const Day next = add_years(person_.born, age + 1);
    const int ahead = days_between(today_, next);
    if (days_between(last, today_) <= kBirthdayPast)
      add(Fact::kTurned, kTurned, age, last, last, next - days{1});
    if (ahead <= kBirthdayAhead) add(Fact::kTurns, kTurns, age + 1, next, last, next - days{1});
    if (ahead == 1) add(Fact::kBirthdayEve, kBirthdayEve, age + 1, next, today_, today_);
    add(Fact::kBornOn, kBornOn, 0, person_.born, person_.born, std::nullopt);
    add(Fact::kLives, kPastMention, 0, today_, std::nullopt, std::nullopt);
  }

  void add_child(Role role) {
    const Day born = world_.person(role).born;
    if (born >= today_) return;
    const int n_days = days_between(born, today_);
    const int n_months = months_between(born, today_);
    Topic* topic = nullptr;
    if (n_days < 14) return;
    if (n_days < 7 * 12) {
      const Day first = born + days{n_days / 7 * 7};
      topic = &add(Fact::kChildInWeeks, kAgeInWeeks, n_days / 7, born, first, first + days{6});
    } else if (n_months < 24) {
      topic = &add(Fact::kChildInMonths, kAgeInMonths, n_months, born, add_months(born, n_months),
                   add_months(born, n_months + 1) - days{1});
    } else {
      const int age = n_months / 12;
      topic = &add(Fact::kChildInYears, kAge, age, born, add_years(born, age),
                   add_years(born, age + 1) - days{1});
    }
    topic->child = topic->mark.person = role;
  }

  void add_children() {
    add_child(Role::kChild);
    if (find_event(world_, EventKind::kBirth) == kNone) return;
    add_child(Role::kBaby);
    const Day start = world_.due - days{kDaysOfPregnancy};
    if (today_ >= world_.person(Role::kBaby).born || today_ >= world_.due) return;
    const int n = days_between(start, today_) / 30;
    if (n >= 3 && n <= 8) {
      const Day first = start + days{30 * n};
      Topic& topic = add(Fact::kPregnant, kPregnancy, n, world_.due, first, first + days{29});
      topic.unit = Unit::kMonths;
    }
    if (n >= 3) add(Fact::kDue, kPregnancy, 0, world_.due, start, world_.due - days{1});
  }

  void add_office() {
    const auto title = title_on(world_, role_, today_, kNone, false);
    if (!title || title->evidence.kind != kOffice) return;
    const Day begin = *title->evidence.day;
    const int n = age_on(begin, today_);
    add(Fact::kYearInOffice, kYearInOffice, n + 1, begin, add_years(begin, n),
        add_years(begin, n + 1) - days{1});
    add(Fact::kOfficeSince, kMonthAndYear, 0, begin, begin, std::nullopt);
  }

  void add_then() {
    const Day then = world_.events[told_].day;
    const int age = age_on(person_.born, then);
    if (days_between(then, today_) < kOldEvent || age < kLeastAgeThen) return;
    for (const Fact fact : {Fact::kNowAndThen, Fact::kWasThen}) {
      Topic& topic = add(fact, kAgeAtEvent, age, then, then, std::nullopt);
      topic.event = topic.mark.event = told_;
    }
  }

  void add_of_victim() {
    const Day last_seen = world_.events[0].day;
    const std::uint32_t found = find_event(world_, EventKind::kBodyFound);
    const bool is_missing = world_.setting.plot == Plot::kMissing &&
                            (found == kNone || today_ <= world_.events[found].day);
    if (is_missing) {
      const auto count = count_between(last_seen, today_);
      if (!count || count->unit == Unit::kDays) return;
      Topic& topic = add(Fact::kMissing, kOngoing, count->n, last_seen, count->earliest(last_seen),
                         count->latest(last_seen));
      topic.unit = count->unit;
      topic.mark.event = 0;
      return;
    }
    if (today_ <= last_seen) return;
    const int age = age_on(person_.born, today_);
    const Day last = add_years(person_.born, age);
    const Day next = add_years(person_.born, age + 1);
    if (last > last_seen && days_between(last, today_) <= kBirthdayPast)
      add(Fact::kWouldHaveTurned, kWouldHaveTurned, age, last, last, std::nullopt);
    if (days_between(today_, next) <= kBirthdayAhead)
      add(Fact::kWouldHaveTurned, kWouldHaveTurned, age + 1, next, std::nullopt, next - days{1});
  }

  const World& world_;
  Role role_;
  const Person& person_;
  Day today_;
  std::uint32_t told_ = 0;
  std::vector<FactAtHand> facts_;
};

// Facts of one group are not told one after the other.
Fact group_of(Fact fact) {
  switch (fact) {
    case Fact::kChildInMonths:
    case Fact::kChildInWeeks:
      return Fact::kChildInYears;
    case Fact::kWasThen:
      return Fact::kNowAndThen;
    case Fact::kDue:
      return Fact::kPregnant;
    case Fact::kOfficeSince:
      return Fact::kYearInOffice;
    case Fact::kTurns:
    case Fact::kBirthdayEve:
      return Fact::kTurned;
    case Fact::kBornOn:
      return Fact::kLives;
    default:
      return fact;
  }
}

// How often news would tell it.
std::uint32_t weight_of(Fact fact) {
  switch (fact) {
    case Fact::kBornOn:
    case Fact::kOfficeSince:
      return 1;
    case Fact::kWasThen:
      return 3;
    case Fact::kBirthdayEve:
      return 20;
    default:
      return 8;
  }
}

// Requires facts.
FactAtHand draw_fact(const std::vector<FactAtHand>& facts, news::Random& random) {
  std::uint32_t total = 0;
  for (const FactAtHand& fact : facts) total += weight_of(fact.fact);
  std::uint32_t left = random.below(total);
  for (const FactAtHand& fact : facts) {
    if (left < weight_of(fact.fact)) return fact;
    left -= weight_of(fact.fact);
  }
  return facts.back();
}

}  // namespace

std::vector<FactAtHand> facts_about(const World& world, Role role, Day today,
                                    std::uint32_t told_event) {
  return FactFinder(world, role, today, told_event).find();
}

std::vector<FactAtHand> draw_facts(std::vector<FactAtHand> facts, std::uint32_t n,
                                   news::Random& random) {
  std::vector<FactAtHand> drawn;
  while (drawn.size() < n && !facts.empty()) {
    drawn.push_back(draw_fact(facts, random));
    const Fact group = group_of(drawn.back().fact);
    std::erase_if(facts, [&](const FactAtHand& fact) { return group_of(fact.fact) == group; });
  }
  return drawn;
}

}  // namespace fabula::worlds
