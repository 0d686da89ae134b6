// Where the story of an article begins, below its headline.
//
//   Dam breaks                          above it: a short line that does not end as a sentence
//   Two men are missing                 the same
//   The dam at Orra broke on Sunday.    here
//
// A question at the very top of an article that has no other title is its headline, too.
#pragma once

#include <cstdint>

#include "model/article.hpp"

namespace fabula::timeline {

// The byte behind the last such paragraph of body text; 0 where there is none, or nothing else.
// Linear in them.
[[nodiscard]] std::uint32_t begin_of_story(const Article& article);

}  // namespace fabula::timeline
