// What is new in each sentence of a story.
#pragma once

#include "world_generator.hpp"

namespace fabula::worlds {

// Fills `printed` of the articles (by day, then as they stand) and `novelty`, `also` and `earlier`
// of their sentences.
void label_sentences(World& world);

}  // namespace fabula::worlds
