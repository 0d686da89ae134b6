// What happens in an invented world.
#pragma once

#include "news/random.hpp"
#include "world_generator.hpp"

namespace fabula::worlds {

// The day on which everything begins: 1985 to 2002, so that no article is dated after 2024, which a
// program may take for the future.
[[nodiscard]] Day draw_first_day(news::Random& random);

// Fills events, quotes, offices, and the days of people that follow from them (births, deaths,
// marriage). About `n` events, fewer when the plot has no more. Requires people and a setting.
void make_events(World& world, Day first_day, std::uint32_t n, bool has_namesake,
                 news::Random& random);

// The first event of that kind; kNone when there is none.
[[nodiscard]] std::uint32_t find_event(const World& world, EventKind kind);

// Whether the person can be met and asked on that day.
[[nodiscard]] bool is_there(const World& world, Role role, Day day);

}  // namespace fabula::worlds
