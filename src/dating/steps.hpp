// From a smallest set of evidence to a proof that can be read.
//
//   1. “Lena Voss, 35” (article of 2015-06-10): Lena Voss was born 1979-06-11 to 1980-06-10
//   2. “Lena Voss, 38” (this article): it appeared 2017-06-11 or later
#pragma once

#include <optional>
#include <vector>

#include "dating/evidence.hpp"
#include "model/pile.hpp"
#include "solver/explain.hpp"

namespace fabula::dating {

inline constexpr std::size_t kMostSteps = 6;  // for both ends together

// What is proven of the day an article appeared, with its steps; none when nothing is.
[[nodiscard]] std::optional<ArticleDate> prove(const Pile& pile, const Evidence& evidence,
                                               const solver::Explainer& explainer, Var day,
                                               std::uint32_t article);

}  // namespace fabula::dating
