#include "worlds/plot.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "worlds/forms.hpp"

namespace fabula::worlds {
namespace {

using news::Random;
using enum EventKind;

constexpr EventKind kRoots[] = {kCollapse, kSinking, kFire, kVanishing};  // by plot
constexpr std::string_view kLetters = "bftv";                             // the same
constexpr EventKind kRoot = kCollapse;  // in the table: the first event of any plot

struct Step {
  std::string_view plots;
  EventKind kind;
  EventKind after;
  std::uint32_t least;
  std::uint32_t most;
  bool is_core;
};
constexpr Step kSteps[] = {
#define STEP(plots, kind, after, least, most, is_core) {plots, kind, after, least, most, is_core},
#include "worlds/plots_table.inc"
#undef STEP
};

constexpr std::uint32_t kOnFeasts = 300;  // in 1,000 events near one
constexpr std::uint32_t kOnSaturdays = 700;

bool is_leap_day(Day day) {
  const Date date = date_of(day);
  return date.month == 2 && date.day == 29;
}

// Where events of that kind fall in the week, and on feasts.
Day settle(EventKind kind, Day day, Random& random) {
  const EventTraits& traits = traits_of(kind);
  const bool is_moved = random.permille(kOnSaturdays);
  if (traits.is_on_saturdays && is_moved) return monday_of(day) + days{5};
  if (traits.is_on_workdays) return weekday_of(day) < 5 ? day : monday_of(day) + days{7};
  const bool is_on_feast = random.permille(kOnFeasts);
  for (int off = 0; off <= 5 && is_on_feast; ++off)
    if (feast_of(day + days{off}, Locale::kBritish) && feast_of(day + days{off}, Locale::kAmerican))
      return day + days{off};
  return is_leap_day(day) ? day + days{1} : day;
}

class StoryMaker {
 public:
  StoryMaker(World& world, Random& random) : world_(world), random_(random) {}

  void make(Day first_day, std::uint32_t n) {
    const Plot plot = world_.setting.plot;
    add(kRoots[static_cast<std::size_t>(plot)], first_day, kNone);
    const std::vector<bool> taken = choose_steps(n);
    for (std::size_t i = 0; i < std::size(kSteps); ++i) {
      const Step& step = kSteps[i];
      const auto after = find(step.after);
      if (!taken[i] || !after) continue;
      if (step.kind == kMarked) {
        add(kMarked, add_years(first_day, static_cast<int>(step.least)), 0);
        world_.events.back().number = step.least;
        continue;
      }
      const Day day = world_.events[*after].day + days{random_.between(step.least, step.most)};
      add(step.kind, settle(step.kind, day, random_), *after);
    }
  }

  void add(EventKind kind, Day day, std::uint32_t after) {
    const EventTraits& traits = traits_of(kind);
    Event event;
    event.kind = kind;
    event.day = day;
    event.place = random_.below(static_cast<std::uint32_t>(world_.places.size()));
    event.number = random_.between(traits.low, traits.high);
    event.after = after;
    event.announced = day;
    if (traits.is_planned && after != kNone)
      event.announced =
          std::max(world_.events[after].day + days{1}, day - days{random_.between(5, 120)});
    world_.events.push_back(event);
  }

 private:
  std::optional<std::uint32_t> find(EventKind kind) const {
    if (kind == kRoot) return 0;
    const auto at = std::ranges::find(world_.events, kind, &Event::kind);
    if (at == world_.events.end()) return std::nullopt;
    return static_cast<std::uint32_t>(at - world_.events.begin());
  }

  // The core, then others in random order, what they follow before them.
  std::vector<bool> choose_steps(std::uint32_t n) {
    const char letter = kLetters[static_cast<std::size_t>(world_.setting.plot)];
    std::vector<bool> taken(std::size(kSteps));
    std::vector<std::size_t> others;
    std::uint32_t n_taken = 1;
    for (std::size_t i = 0; i < std::size(kSteps); ++i) {
      if (kSteps[i].plots.find(letter) == std::string_view::npos) continue;
      if (kSteps[i].is_core && n_taken < n) {
        taken[i] = true;
        ++n_taken;
      } else {
        others.push_back(i);
      }
    }
    for (std::size_t i = others.size(); i > 1; --i)
      std::swap(others[i - 1], others[random_.below(static_cast<std::uint32_t>(i))]);
    for (bool is_changed = true; is_changed && n_taken < n;) {
      is_changed = false;
      for (const std::size_t i : others) {
        if (taken[i] || n_taken >= n || !is_followed_up(kSteps[i].after, taken)) continue;
        is_changed = taken[i] = true;
        ++n_taken;
      }
    }
    return taken;
  }

  static bool is_followed_up(EventKind after, const std::vector<bool>& taken) {
    if (after == kRoot) return true;
    for (std::size_t i = 0; i < std::size(kSteps); ++i)
      if (taken[i] && kSteps[i].kind == after) return true;
    return false;
  }

  World& world_;
  Random& random_;
};

// The days of people that follow from the events, and the other way round.
void settle_lives(World& world, Day first_day, Random& random) {
  world.person(Role::kVictim).died = first_day;
  Person& baby = world.person(Role::kBaby);
  baby.born = first_day + days{random.between(20, 200)};
  world.married = first_day;
  Day jubilee = first_day;
  for (Event& event : world.events) {
    if (event.kind == kBirth) baby.born = event.day;
    if (event.kind != kJubilee) continue;
    if (is_leap_day(event.day)) event.day += days{1};
    event.number = random.permille(500) ? 60 : 50;
    jubilee = event.day;
    world.married = add_years(event.day, -static_cast<int>(event.number));
  }
  for (Event& event : world.events) {
    if (event.kind != kDeath) continue;
    event.day = std::max(event.day, jubilee + days{30});
    world.person(Role::kElder).died = event.day;
  }
  world.due = baby.born + days{random.between(0, 24)} - days{12};
}

void sort_events(World& world) {
  std::vector<std::uint32_t> order(world.events.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(world.events[i].day, i); });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Event> sorted;
  for (const std::uint32_t i : order) {
    sorted.push_back(world.events[i]);
    if (sorted.back().after != kNone) sorted.back().after = place[sorted.back().after];
  }
  world.events = std::move(sorted);
}

void make_offices(World& world, Day first_day, Random& random) {
  Office mayor{Role::kMayor, first_day - days{random.between(100, 2400)}, std::nullopt};
  const std::uint32_t left = find_event(world, kResignation);
  if (left != kNone) mayor.end = world.events[left].day + days{1};
  world.offices.push_back(mayor);
  const std::uint32_t sworn_in = find_event(world, kSwearingIn);
  if (sworn_in != kNone)
    world.offices.push_back({Role::kRival, world.events[sworn_in].day, std::nullopt});
}

// Nobody says the same words at two events: which of them an article quotes could not be told.
void make_quotes(World& world, Random& random) {
  const auto is_new = [&](const QuoteForm& quote) {
    return std::ranges::none_of(world.quotes, [&](const Quote& said) {
      return said.speaker == quote.speaker && said.text == quote.words;
    });
  };
  for (std::uint32_t i = 0; i < world.events.size(); ++i)
    for (const QuoteForm& quote : quotes_of(world.events[i].kind)) {
      const Day day = world.events[i].day + days{random.below(2)};
      const bool is_said = random.permille(750);
      if (is_said && is_new(quote) && is_there(world, quote.speaker, day))
        world.quotes.push_back({i, quote.speaker, day, std::string(quote.words)});
    }
}

}  // namespace

Day draw_first_day(Random& random) {
  const Day day = day_of(1985, 1, 1) + days{random.below(6'500)};
  return settle(kRoot, day, random);
}

void make_events(World& world, Day first_day, std::uint32_t n, bool has_namesake, Random& random) {
  StoryMaker maker(world, random);
  maker.make(first_day, n);
  settle_lives(world, first_day, random);
  const Day fair = first_day + days{random.between(10, 700)};
  if (has_namesake) maker.add(kFair, settle(kFair, fair, random), kNone);
  sort_events(world);
  make_offices(world, first_day, random);
  make_quotes(world, random);
}

std::uint32_t find_event(const World& world, EventKind kind) {
  const auto at = std::ranges::find(world.events, kind, &Event::kind);
  return at == world.events.end() ? kNone : static_cast<std::uint32_t>(at - world.events.begin());
}

bool is_there(const World& world, Role role, Day day) {
  const Person& person = world.person(role);
  return person.born <= day && (!person.died || *person.died > day);
}

}  // namespace fabula::worlds
