// Words of articles inside a page: escaped, so that they can never be markup.
#pragma once

#include <string>
#include <string_view>

namespace fabula::render {

// `words` as HTML text or a double-quoted attribute value; control characters become spaces.
[[nodiscard]] std::string escape_html(std::string_view words);

}  // namespace fabula::render
