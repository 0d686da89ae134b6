// The word that was meant.
#pragma once

#include <string>
#include <vector>

namespace fabula::cli {

// The one of `known` that is nearest to a word not understood: at most 3 letters changed, put in or
// left off, an option for an option. Of equals the first; empty when none is near.
[[nodiscard]] std::string nearest_to(const std::vector<std::string>& not_understood,
                                     const std::vector<std::string>& known);

}  // namespace fabula::cli
