// Which articles of a pile share rare terms, and how much they are alike.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "base/context.hpp"
#include "story/terms.hpp"

namespace fabula::story {

// (cosine, article), most alike first.
using Alike = std::vector<std::pair<float, std::uint32_t>>;

// Of each article for which `of` holds, those for which `among` does and that it shares most of its
// 80 heaviest terms with: up to 40, ranked by the cosine of all terms, more than 0; empty for all
// others. Terms that more than one article in fifty (and more than 50), or more than 2,000, hold so
// heavily do not lead from one to the other.
// cost  near linear in the articles
[[nodiscard]] std::vector<Alike> find_alike(const Terms& terms,
                                            const std::function<bool(std::uint32_t)>& of,
                                            const std::function<bool(std::uint32_t)>& among,
                                            const Context& context);

}  // namespace fabula::story
