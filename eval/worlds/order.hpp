// The articles of a story in the order they are handed over.
#pragma once

#include "world_generator.hpp"

namespace fabula::worlds {

// Sorts the articles by id; what names an article by its number follows.
void sort_by_id(World& world);

}  // namespace fabula::worlds
