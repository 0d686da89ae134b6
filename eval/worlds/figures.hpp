// The numbers of an invented world, and what its outlets know of them.
#pragma once

#include "news/random.hpp"
#include "world_generator.hpp"

namespace fabula::worlds {

// Fills figures, slips and the habits of outlets. Requires events, people and outlets.
void make_figures(World& world, const WorldOptions& options);

// The figure that stands for the event where one number is told; kNone: the event has none.
[[nodiscard]] std::uint32_t main_figure(const World& world, std::uint32_t event);
// The first figure of that kind at the event; kNone: there is none.
[[nodiscard]] std::uint32_t find_figure(const World& world, std::uint32_t event, FigureKind kind);

// What the outlet has wrong on that day; kNone: it is right.
[[nodiscard]] std::uint32_t wrong_number(const World& world, std::uint32_t outlet,
                                         std::uint32_t figure, Day today);
[[nodiscard]] std::uint32_t wrong_day(const World& world, std::uint32_t outlet, std::uint32_t event,
                                      Day today);
[[nodiscard]] std::uint32_t wrong_age(const World& world, std::uint32_t outlet, Role person,
                                      Day today);

// A number as an outlet knows it on a day; `modifier` and the words are still open.
[[nodiscard]] NumberSaid known_number(const World& world, std::uint32_t outlet,
                                      std::uint32_t figure, Day today);
// The value of a state as the slip (kNone: no slip) has it.
[[nodiscard]] std::uint32_t value_with(const World& world, std::uint32_t figure,
                                       std::uint32_t state, std::uint32_t slip);
// Rounds it or gives a bound, so that it is true of what is known.
void phrase_number(NumberSaid& number, FigureKind kind, bool rounds, std::uint32_t traps,
                   news::Random& random);

}  // namespace fabula::worlds
