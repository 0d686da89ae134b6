// The page's timeline: dated lines with their days as bars on one scale, then a box with the lines
// that have no day at all and why each has none. Behind it the same of each story that can be
// chosen, as a template.
#pragma once

#include <ostream>

#include "model/pile.hpp"
#include "render/html_shared.hpp"
#include "render/html_stories.hpp"

namespace fabula::render {

// At most `most` lines; how many more there are is said.
void write_timeline(const Pile& pile, const PageStories& stories, std::size_t most,
                    const LinkWords& link, std::ostream& out);

}  // namespace fabula::render
