// Where data goes: standard output, or a file that appears only when it is whole.
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "base/error.hpp"

namespace fabula::cli {

// Lets `write` write to `path`, or to standard output when it is empty or "-". A file is written
// under a temporary name beside it and renamed at the end. A closed pipe is no error: the reader
// has seen enough. Errors: kWriteFailed (disk full, permission).
[[nodiscard]] Result<void> write_output(const std::string& path,
                                        const std::function<Result<void>(std::ostream&)>& write);

}  // namespace fabula::cli
