// Where the articles of a story tell what cannot all be right.
#pragma once

#include "world_generator.hpp"

namespace fabula::worlds {

// Fills conflicts from what the articles say, by kind, then by what they are about. Requires
// `printed` of the articles.
void find_conflicts(World& world);

// Whether the words name one day, not a week, month or year, or an age: what can be taken back.
[[nodiscard]] bool can_differ(const Evidence& evidence);

}  // namespace fabula::worlds
