// Of whom an article tells that they are dead: whose age stays what it was.
//
//   Lena Voss died · Lena Voss, 35, was killed · Lena Voss's death · the funeral of Lena Voss
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Indexes into Names::things of the article; sorted, each once. Linear in the mentions.
[[nodiscard]] std::vector<std::uint32_t> find_deaths(const AnnotatedArticle& article);

}  // namespace fabula::dating
