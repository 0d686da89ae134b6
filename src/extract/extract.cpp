#include "extract/extract.hpp"

#include "extract/html_article.hpp"
#include "extract/text_article.hpp"

namespace fabula::extract {

Result<Article> extract_article(const Capture& capture, const ExtractOptions& options) {
  switch (capture.format) {
    case Format::kHtml:
      return extract_html(capture, options);
    case Format::kText:
    case Format::kMarkdown:
      return extract_text(capture, options);
    case Format::kRecord:
      return extract_record(capture, options);
  }
  return fail(Errc::kInternal, "a capture of no known format", capture.sources.front());
}

}  // namespace fabula::extract
