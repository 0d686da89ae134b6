// The page's part "Who said what": people, and under each what they said.
//
// One entry a statement, in its fullest wording, linked to the words at the right; every place that
// quotes it folded under it in order of time, with what it changes. Statements inside a statement
// stand under it. What an article reports in its own words comes behind what it quotes, folded
// where it is much.
#pragma once

#include <cstddef>
#include <ostream>

#include "model/pile.hpp"
#include "render/html_shared.hpp"
#include "render/html_stories.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {

// The first `most` statements; how many more there are is said. `link` writes words that lead to
// the place of a quotation.
void write_quotes(const Pile& pile, const PileIndex& index, const PageStories& stories,
                  std::size_t most, const LinkWords& link, std::ostream& out);

}  // namespace fabula::render
