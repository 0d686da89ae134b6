// By which words two articles are alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/alike.hpp"
#include "model/pile.hpp"
#include "story/terms.hpp"

namespace fabula::story {

struct Compared {
  std::uint32_t here = 0;  // indexes of articles
  std::uint32_t there = 0;
};

// Of each pair the terms with the greatest share of the cosine, up to `most`, greatest first, none
// over words of one before it.
//
// terms  of `articles`
// cost   linear in the pairs; each article is read once
[[nodiscard]] std::vector<std::vector<SharedTerm>> most_shared(
    std::span<const AnnotatedArticle> articles, const Terms& terms, std::span<const Compared> pairs,
    std::size_t most, const Context& context);

}  // namespace fabula::story
