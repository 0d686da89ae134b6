// A saved web page → article. See extract.hpp.
#pragma once

#include "base/error.hpp"
#include "extract/extract.hpp"

namespace fabula::extract {

[[nodiscard]] Result<Article> extract_html(const Capture& capture, const ExtractOptions& options);

}  // namespace fabula::extract
