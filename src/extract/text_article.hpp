// A plain text file, a Markdown file or a record of a container → article. See extract.hpp.
#pragma once

#include "base/error.hpp"
#include "extract/extract.hpp"

namespace fabula::extract {

[[nodiscard]] Result<Article> extract_text(const Capture& capture, const ExtractOptions& options);
[[nodiscard]] Result<Article> extract_record(const Capture& capture, const ExtractOptions& options);

}  // namespace fabula::extract
