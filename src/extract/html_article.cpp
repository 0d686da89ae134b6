#include "extract/html_article.hpp"

namespace fabula::extract {
Result<Article> extract_html(const Capture& capture, const ExtractOptions&) { return fail(Errc::kNoText, "not built", capture.sources.front()); }
}  // namespace fabula::extract
