// Files → articles, as `fabula build` reads them, for the programs of this folder.
#pragma once

#include <string>
#include <vector>

#include "model/pile.hpp"

namespace fabula::eval {

// Any input of `fabula build`. Only the articles themselves, without the layers made from them; in
// the order they are read. Empty when nothing can be read.
[[nodiscard]] std::vector<AnnotatedArticle> read_articles(const std::vector<std::string>& inputs);

}  // namespace fabula::eval
