// The page's part on where accounts differ: a card for each, every value beside the words that give
// it, who says so and when.
#pragma once

#include <cstddef>
#include <ostream>

#include "model/pile.hpp"
#include "render/html_shared.hpp"
#include "render/html_stories.hpp"

namespace fabula::render {

// Nothing when no accounts differ. The first `most` are shown, the others counted.
void write_disagreements(const Pile& pile, const PageStories& stories, std::size_t most,
                         const LinkWords& link, std::ostream& out);

}  // namespace fabula::render
