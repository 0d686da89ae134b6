// The commands. Each writes data to stdout (or -o), everything else to stderr.
#pragma once

#include "base/error.hpp"
#include "cli/options.hpp"

namespace fabula::cli {

// These return the exit code of success: 0, or 1 when inputs were left out under --strict.
[[nodiscard]] Result<int> run_build(const Options& options);
[[nodiscard]] Result<int> run_doctor(const Options& options);
[[nodiscard]] Result<int> run_assign(const Options& options);
// Those given and those of --files-from.
[[nodiscard]] Result<std::vector<std::string>> all_inputs(const Options& options);
// timeline, quotes, trace, reuse, passages, new, people, articles, dates, times, left-out, search,
// show, why.
[[nodiscard]] Result<int> run_query(const Options& options);
[[nodiscard]] Result<int> run_compare(const Options& options);
// The store's pile; says so on stderr when its build is not finished.
[[nodiscard]] Result<Pile> read_pile(const Options& options);
[[nodiscard]] Result<int> run_verify(const Options& options);
[[nodiscard]] Result<int> run_export(const Options& options);

}  // namespace fabula::cli
