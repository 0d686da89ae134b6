// The report as Markdown, for notes and editors: the short edition (of a long timeline), timeline,
// quotes, shared passages, articles, what was left out. Words of articles are escaped, so that they
// show as they stand.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "model/pile.hpp"

namespace fabula::render {

void write_markdown(const Pile& pile, std::ostream& out);

// `words` in one line, with everything that Markdown or HTML would take for markup escaped.
[[nodiscard]] std::string escape_markdown(std::string_view words);

}  // namespace fabula::render
