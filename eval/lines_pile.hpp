// The whole engine on a pile of invented articles, one a line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

// Writes `lines` (JSON lines) to `file`, reads them back as `fabula build` would, and works the
// pile out. Without articles when that fails.
[[nodiscard]] Pile work_out_lines(const std::string& lines, const std::filesystem::path& file,
                                  const Context& context);

// The place of an article among the lines it was read from, from 0.
[[nodiscard]] std::uint32_t line_of(const Article& article);

}  // namespace fabula::eval
