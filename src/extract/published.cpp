#include "extract/published.hpp"

namespace fabula::extract {
std::optional<WrittenDate> find_written_date(std::string_view) { return std::nullopt; }
void choose_published(Article&, const ExtractOptions&) {}
}  // namespace fabula::extract
