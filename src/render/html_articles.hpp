// The page's list of articles: when each appeared as a bar on one scale, how that is known, and the
// proof of a day that the article does not state, step by step, every quoted word linked to its
// place.
#pragma once

#include <ostream>

#include "model/pile.hpp"
#include "render/html_shared.hpp"
#include "render/html_stories.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {

// In the order of their days. At most `most` articles; how many more there are is said.
void write_articles(const Pile& pile, const PileIndex& index, const PageStories& stories,
                    std::size_t most, const LinkWords& link, std::ostream& out);

}  // namespace fabula::render
