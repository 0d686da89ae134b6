// The page's own style and script, embedded when the program is built.
#pragma once

#include <string_view>

namespace fabula::render {

extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace fabula::render
