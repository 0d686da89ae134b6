// One article → its layers: the stages that look at nothing but the article, in their order.
#pragma once

#include "model/pile.hpp"

namespace fabula::pipeline {

// segment → names → quotes → times. Pure; any number of threads at once.
[[nodiscard]] AnnotatedArticle annotate(Article article);

}  // namespace fabula::pipeline
