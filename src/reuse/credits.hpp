// Whose words an article says it has: see text/agencies.hpp.
#pragma once

#include "model/article.hpp"
#include "reuse/corpus.hpp"

namespace fabula::reuse {

// Cost: linear in the article's ends.
[[nodiscard]] Credit find_credit(const Article& article);

}  // namespace fabula::reuse
