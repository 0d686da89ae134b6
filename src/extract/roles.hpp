// What a paragraph is for, from its own words and its neighbours: shared by pages and plain text.
#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"

namespace fabula::extract {

// Gives each paragraph that is still kBody with an empty rule its role and rule, and collects the
// content notes. Paragraphs that already have a rule (from the page's own markup) keep it.
// `title` helps to know the headline when it is repeated in the text; may be empty.
void mark_roles(Article& article);

}  // namespace fabula::extract
