// The one place where the programs of this folder call the engine they measure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "exact_runs.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

struct EngineResult {
  std::vector<ReuseLink> links;
  std::vector<CopyGroup> copies;
  std::vector<Passage> passages;  // with lineage, when the engine gives it
};

// Articles as `fabula build` would hand them over; none when the engine fails.
[[nodiscard]] std::optional<EngineResult> run_engine(std::span<const AnnotatedArticle> articles,
                                                     unsigned threads);

// Words of the pile that lie in a reported passage, of any class.
struct FoundWords {
  std::vector<bool> any;
  std::vector<bool> earlier;  // shared with an article earlier in the working order
};
[[nodiscard]] FoundWords mark_found(const PileText& pile, std::span<const ReuseLink> links);

}  // namespace fabula::eval
