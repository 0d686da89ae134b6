// Inputs → stored articles: read and extract, a batch a commit.
#pragma once

#include <span>
#include <string>

#include "pipeline/pipeline.hpp"

namespace fabula::pipeline {

// Reads and extracts what the store does not hold yet. The same bytes found again are one article
// with one more place. When anything changed, the store's fact "state" becomes "building".
// Errors: kInterrupted after committing the current batch; those of read and store.
[[nodiscard]] Result<BuildReport> take_in(store::Store& store, std::span<const std::string> inputs,
                                          const BuildOptions& options, const Context& context);

}  // namespace fabula::pipeline
