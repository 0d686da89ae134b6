// The lines behind a table.
#pragma once

#include <cstddef>

#include "cli/options.hpp"
#include "model/pile.hpp"

namespace fabula::cli {

// What was found, what is hidden, what to do next: on stderr, for people only; nothing with --quiet
// or another format than text. `n_rows` is the number of rows of the table.
void print_next(const Options& options, const Pile& pile, std::size_t n_rows);

}  // namespace fabula::cli
