// Which articles an invented world's outlets print, and what they state of their day.
#pragma once

#include "world_generator.hpp"

namespace fabula::worlds {

// Fills articles. Requires everything else of the world.
void make_articles(World& world, const WorldOptions& options);

}  // namespace fabula::worlds
