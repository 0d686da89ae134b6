// The dated articles that are most like each undated one.
#pragma once

#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/alike.hpp"
#include "model/pile.hpp"
#include "story/terms.hpp"

namespace fabula::story {

// For each article that states no day the eight that do, to the day, and share most with it by
// their terms (terms.hpp), most alike first, each with the six terms they share most by. Empty for
// all others, and where even the most alike has a cosine under 0.05: it is of other things.
// terms  of each article (weigh_terms)
// cost   near linear in the undated articles, and linear in their words and those of the found
[[nodiscard]] std::vector<std::vector<AlikeArticle>> find_nearest_dated(const Pile& pile,
                                                                        const Terms& terms,
                                                                        const Context& context);

}  // namespace fabula::story
