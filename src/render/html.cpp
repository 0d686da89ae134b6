#include "render/html.hpp"

namespace fabula::render {
void write_html(const Pile&, std::string_view, std::ostream&) {}
}  // namespace fabula::render
