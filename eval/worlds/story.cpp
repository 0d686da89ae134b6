#include "worlds/story.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace fabula::worlds {
namespace {

constexpr FigureTraits kFigures[] = {
#define FABULA_FIGURE(kind, name, unit, is_rounded) {name, unit, is_rounded},
#include "worlds/figure_kinds.def"
#undef FABULA_FIGURE
};

constexpr std::uint32_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

template <std::size_t n, class Key>
std::string_view at(const std::array<std::string_view, n>& names, Key key) {
  return names[static_cast<std::size_t>(key)];
}

// Half of the last digit that is not a zero: 1,200 stands for 1,150 to 1,250.
std::uint32_t half_of_last_digit(std::uint32_t value) {
  std::uint32_t unit = 1;
  while (value > 0 && value % (10 * unit) == 0) unit *= 10;
  return unit / 2;
}

std::uint32_t width(Modifier modifier, std::uint32_t value) {
  constexpr std::uint32_t kLeastRound = 100;  // smaller plain numbers are exact
  if (modifier == Modifier::kAbout)
    return std::max({half_of_last_digit(value), value / 10, value % 5 == 0 ? 3U : 1U});
  return modifier == Modifier::kExactly && value >= kLeastRound ? half_of_last_digit(value) : 0;
}

}  // namespace

const FigureTraits& traits_of(FigureKind kind) { return kFigures[static_cast<std::size_t>(kind)]; }

std::string_view name_of(Sayer sayer) {
  return at(
      std::array<std::string_view, 5>{"nobody", "police", "organisers", "officials", "hospital"},
      sayer);
}

std::string_view name_of(Modifier modifier) {
  return at(std::array<std::string_view, 5>{"exactly", "at-least", "about", "more-than", "nearly"},
            modifier);
}

std::string_view name_of(Telling telling) {
  return at(std::array<std::string_view, 8>{"nothing", "told", "plan", "figure", "detail",
                                            "mention", "quote", "correction"},
            telling);
}

std::string_view name_of(Novelty novelty) {
  return at(std::array<std::string_view, kNovelties>{"new", "update", "correction", "repeat",
                                                     "background", "comment"},
            novelty);
}

std::uint32_t Figure::state_on(Day day) const {
  const auto next = std::ranges::upper_bound(states, day, {}, &State::from);
  return next == states.begin() ? 0 : static_cast<std::uint32_t>(next - states.begin()) - 1;
}

std::uint32_t NumberSaid::least() const {
  if (modifier == Modifier::kAtLeast) return value;
  if (modifier == Modifier::kMoreThan) return value + 1;
  if (modifier == Modifier::kNearly) return value - value / 10;
  return value - std::min(value, width(modifier, value));
}

std::uint32_t NumberSaid::greatest() const {
  if (modifier == Modifier::kAtLeast || modifier == Modifier::kMoreThan) return kNoLimit;
  if (modifier == Modifier::kNearly) return value - 1;
  return value + width(modifier, value);
}

}  // namespace fabula::worlds
