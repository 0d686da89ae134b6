#include "worlds/figures.hpp"

#include <algorithm>

#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

using news::Random;

constexpr std::uint64_t kOfFigures = 0xf16;
constexpr std::uint64_t kOfSlips = 0x511b;
constexpr std::uint64_t kOfHabits = 0xab17;

constexpr std::uint32_t kRevised = 400;  // in 1,000 tolls: counted too high at first
constexpr std::uint32_t kLagging = 200;  // outlets with the numbers of the day before
constexpr std::uint32_t kLate = 200;     // outlets that print a day later
constexpr std::uint32_t kRounding = 350;

class FigureMaker {
 public:
  FigureMaker(World& world, std::uint64_t seed) : world_(world), random_(seed, kOfFigures) {}

  void make() {
    for (std::uint32_t i = 0; i < world_.events.size(); ++i) {
      const Event& event = world_.events[i];
      switch (event.kind) {
        case EventKind::kCollapse:
        case EventKind::kSinking:
        case EventKind::kFire:
          make_toll(i);
          break;
        case EventKind::kProtest:
          make_crowd(i);
          break;
        case EventKind::kSentence:
          add(i, FigureKind::kYears, event.number);
          break;
        case EventKind::kReport:
          add(i, FigureKind::kPages, event.number);
          break;
        case EventKind::kVote:
          add(i, FigureKind::kVotes, event.number);
          break;
        case EventKind::kElection:
          add(i, FigureKind::kShare, event.number);
          break;
        case EventKind::kContract:
        case EventKind::kSale:
          add(i, FigureKind::kMoney, event.number);
          break;
        default:
          break;
      }
    }
  }

 private:
  Figure& add(std::uint32_t event, FigureKind kind, std::uint32_t value,
              Sayer sayer = Sayer::kNobody) {
    world_.figures.push_back({event, kind, sayer, {{world_.events[event].day, value}}});
    return world_.figures.back();
  }

  // From the first value to the last in about `n_days`.
  void lead(Figure& figure, std::uint32_t first, std::uint32_t last, std::uint32_t n_days) {
    const Day begin = figure.states.front().from;
    figure.states = {{begin, first}};
    for (std::uint32_t i = 1; i <= n_days; ++i) {
      const bool stands_still = i < n_days && random_.permille(300);
      const std::int64_t way = std::int64_t{last} - first;
      const auto value = static_cast<std::uint32_t>(first + way * i / n_days);
      const std::uint32_t said = value == 1 && last == 0 ? 0 : value;  // "one people" is not said
      if (!stands_still && said != figure.states.back().value)
        figure.states.push_back({begin + days{i}, said});
    }
  }

  void maybe_revise(Figure& figure) {
    if (!random_.permille(kRevised)) return;
    const std::uint32_t right = figure.states.back().value;
    figure.states.back().value += random_.between(1, 2 + right / 6);
    figure.states.push_back({figure.states.back().from + days{random_.between(1, 3)}, right});
  }

  void make_toll(std::uint32_t event) {
    const std::uint32_t dead = world_.events[event].number;
    const std::uint32_t injured = dead * random_.between(1, 4) + random_.between(2, 9);
    const std::uint32_t n_days = random_.between(2, 6);
    const std::uint32_t at_first = std::max(2U, dead * random_.between(30, 80) / 100);
    Figure& toll = add(event, FigureKind::kDead, dead);
    lead(toll, at_first, dead, n_days);
    maybe_revise(toll);
    Figure& hurt = add(event, FigureKind::kInjured, injured);
    lead(hurt, std::max(2U, injured * random_.between(30, 80) / 100), injured, n_days);
    maybe_revise(hurt);
    const std::uint32_t missing = dead - std::min(dead, at_first) + random_.between(2, 12);
    lead(add(event, FigureKind::kMissing, 0), missing, 0, n_days);
  }

  void make_crowd(std::uint32_t event) {
    const std::uint32_t police = 100 * world_.events[event].number + random_.below(90);
    const std::uint32_t organisers = police * random_.between(150, 280) / 100 / 50 * 50;
    add(event, FigureKind::kCrowd, police, Sayer::kPolice);
    add(event, FigureKind::kCrowd, organisers, Sayer::kOrganisers);
  }

  World& world_;
  Random random_;
};

std::int32_t draw_off(std::uint32_t value, FigureKind kind, Random& random) {
  const std::uint32_t least = std::max(2U, value / (kind == FigureKind::kCrowd ? 3 : 5));
  const auto off = static_cast<std::int32_t>(random.between(least, least + least / 2 + 1));
  const bool is_less = random.permille(500) && value > static_cast<std::uint32_t>(off) + 2;
  return is_less ? -off : off;
}

void make_slips(World& world, const WorldOptions& options) {
  constexpr Role kTalkedOf[] = {Role::kWidow, Role::kSurvivor, Role::kMayor,
                                Role::kRival, Role::kAccused,  Role::kWitness};
  Random random(options.seed, kOfSlips);
  const auto add = [&](Slip slip) {
    slip.is_to_correct = random.permille(options.corrections);
    world.slips.push_back(slip);
  };
  for (std::uint32_t outlet = 0; outlet < world.outlets.size(); ++outlet) {
    // Some outlets make no faults, some twice as many.
    const std::uint32_t rate = options.conflicts * random.below(5) / 2;
    for (std::uint32_t event = 0; event < world.events.size(); ++event) {
      if (!random.permille(rate)) continue;
      Slip slip;
      slip.outlet = outlet;
      slip.event = event;
      slip.figure = main_figure(world, event);
      if (slip.figure != kNone && random.permille(600)) {
        if (random.permille(300) && world.figures[slip.figure].kind == FigureKind::kDead)
          slip.figure = find_figure(world, event, FigureKind::kInjured);
        const Figure& figure = world.figures[slip.figure];
        slip.off = draw_off(figure.states.back().value, figure.kind, random);
      } else {
        slip.kind = Slip::Kind::kDay;
        slip.figure = kNone;
        slip.off = static_cast<std::int32_t>(random.between(1, 3));
        if (random.permille(700)) slip.off = -slip.off;
      }
      add(slip);
    }
    for (const Role person : kTalkedOf) {
      if (!random.permille(rate / 2)) continue;
      Slip slip;
      slip.kind = Slip::Kind::kAge;
      slip.outlet = outlet;
      slip.person = person;
      slip.off = static_cast<std::int32_t>(random.between(2, 6));
      if (random.permille(500)) slip.off = -slip.off;
      add(slip);
    }
  }
}

bool is_active(const Slip& slip, Day today) { return !slip.corrected || today < *slip.corrected; }

template <class Is>
std::uint32_t find_slip(const World& world, const Is& is) {
  const auto at = std::ranges::find_if(world.slips, is);
  return at == world.slips.end() ? kNone : static_cast<std::uint32_t>(at - world.slips.begin());
}

}  // namespace

void make_figures(World& world, const WorldOptions& options) {
  FigureMaker(world, options.seed).make();
  make_slips(world, options);
  Random habits(options.seed, kOfHabits);
  for (Outlet& outlet : world.outlets) {
    outlet.late = habits.permille(kLate) ? 1 : 0;
    outlet.lag = habits.permille(kLagging) ? 1 : 0;
    outlet.rounds = habits.permille(kRounding);
  }
}

std::uint32_t main_figure(const World& world, std::uint32_t event) {
  const auto at = std::ranges::find(world.figures, event, &Figure::event);
  return at == world.figures.end() ? kNone : static_cast<std::uint32_t>(at - world.figures.begin());
}

std::uint32_t find_figure(const World& world, std::uint32_t event, FigureKind kind) {
  for (std::uint32_t i = 0; i < world.figures.size(); ++i)
    if (world.figures[i].event == event && world.figures[i].kind == kind) return i;
  return kNone;
}

std::uint32_t wrong_number(const World& world, std::uint32_t outlet, std::uint32_t figure,
                           Day today) {
  return find_slip(world, [&](const Slip& slip) {
    return slip.kind == Slip::Kind::kNumber && slip.outlet == outlet && slip.figure == figure &&
           is_active(slip, today);
  });
}

std::uint32_t wrong_day(const World& world, std::uint32_t outlet, std::uint32_t event, Day today) {
  return find_slip(world, [&](const Slip& slip) {
    return slip.kind == Slip::Kind::kDay && slip.outlet == outlet && slip.event == event &&
           is_active(slip, today);
  });
}

std::uint32_t wrong_age(const World& world, std::uint32_t outlet, Role person, Day today) {
  return find_slip(world, [&](const Slip& slip) {
    return slip.kind == Slip::Kind::kAge && slip.outlet == outlet && slip.person == person &&
           is_active(slip, today);
  });
}

std::uint32_t value_with(const World& world, std::uint32_t figure, std::uint32_t state,
                         std::uint32_t slip) {
  const std::uint32_t value = world.figures[figure].states[state].value;
  if (slip == kNone || value == 0) return value;
  const std::int64_t wrong = std::int64_t{value} + world.slips[slip].off;
  return static_cast<std::uint32_t>(std::max<std::int64_t>(wrong, 2));
}

NumberSaid known_number(const World& world, std::uint32_t outlet, std::uint32_t figure, Day today) {
  const Figure& known = world.figures[figure];
  const Day first = known.states.front().from;
  NumberSaid number;
  number.figure = figure;
  number.as_of =
      std::clamp(today - days{world.outlets[outlet].lag}, first, known.states.back().from);
  number.state = known.state_on(number.as_of);
  number.sayer = known.sayer;
  const std::uint32_t slip = wrong_number(world, outlet, figure, today);
  number.value = value_with(world, figure, number.state, slip);
  if (number.value != known.states[number.state].value) number.slip = slip;
  return number;
}

void phrase_number(NumberSaid& number, FigureKind kind, bool rounds, std::uint32_t traps,
                   Random& random) {
  constexpr std::uint32_t kLarge = 20;
  const bool is_plain = !traits_of(kind).is_rounded || number.value < 3 ||
                        !random.permille(std::min(rounds ? 2 * traps : traps / 2, 1000U));
  const std::uint32_t draw = random.below(5);
  if (is_plain) return;
  if (kind == FigureKind::kMoney) {
    number.modifier = Modifier::kAbout;
    if (number.value >= kLarge / 2) number.value = (number.value + 2) / 5 * 5;
    return;
  }
  if (number.value < kLarge) {
    number.modifier = draw == 4 ? Modifier::kMoreThan : Modifier::kAtLeast;
    if (draw >= 3) --number.value;
    return;
  }
  const std::uint32_t unit = number.value < 200 ? 10 : number.value < 2000 ? 100 : 500;
  const std::uint32_t below = (number.value - 1) / unit * unit;
  if (draw == 0) {
    number.modifier = Modifier::kAtLeast;
  } else if (draw == 1) {
    number.modifier = Modifier::kMoreThan;
    number.value = below;
  } else if (draw == 2 && below + unit - number.value < number.value / 10 &&
             below + unit > number.value) {
    number.modifier = Modifier::kNearly;
    number.value = below + unit;
  } else if (draw == 3 && number.value >= 200) {
    const std::uint32_t step = number.value < 2000 ? 10 : 100;
    number.value = (number.value + step / 2) / step * step;  // 1,187 → 1,190
  } else {
    number.modifier = Modifier::kAbout;
    const std::uint32_t near = unit / 2;
    number.value = (number.value + near / 2) / near * near;
  }
}

}  // namespace fabula::worlds
