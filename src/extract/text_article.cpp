#include "extract/text_article.hpp"

namespace fabula::extract {
Result<Article> extract_text(const Capture& capture, const ExtractOptions&) { return fail(Errc::kNoText, "not built", capture.sources.front()); }
Result<Article> extract_record(const Capture& capture, const ExtractOptions&) { return fail(Errc::kNoText, "not built", capture.sources.front()); }
}  // namespace fabula::extract
