// Any bytes as a web page: a sound tree, and an article whose paragraphs lie in its text, or an
// error with a cause.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "extract/html_tree.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fabula;
  Capture capture;
  capture.sources = {"page.html"};
  capture.sha256.assign(64, '0');
  capture.bytes.assign(reinterpret_cast<const char*>(data), size);
  capture.text = text::to_valid_utf8(capture.bytes);
  capture.format = Format::kHtml;

  extract::ExtractOptions options;
  options.max_depth = 64;  // small, so that the limits are met
  options.max_nodes = 5000;
  const extract::HtmlTree tree =
      extract::parse_html(capture.text, {options.max_depth, options.max_nodes});
  FABULA_CHECK(tree.nodes.size() <= options.max_nodes);
  FABULA_CHECK(text::is_valid_utf8(tree.bytes));
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const extract::Node& node = tree.nodes[i];
    FABULA_CHECK(node.end > i && node.end <= tree.nodes.size());
    FABULA_CHECK(node.text.end <= tree.bytes.size());
    FABULA_CHECK(node.parent == extract::kNoNode ||
                 (node.parent < i && node.end <= tree.nodes[node.parent].end));
  }

  const auto article = extract::extract_article(capture, options);
  if (!article) {
    FABULA_CHECK(!article.error().what.empty());
    return 0;
  }
  FABULA_CHECK(text::is_valid_utf8(article->text));
  std::uint32_t at = 0;
  for (const Paragraph& paragraph : article->paragraphs) {
    FABULA_CHECK(paragraph.range.begin >= at && !paragraph.range.empty());
    FABULA_CHECK(text::is_boundary(article->text, paragraph.range.begin));
    at = paragraph.range.end;
    FABULA_CHECK(at <= article->text.size() && text::is_boundary(article->text, at));
  }
  for (const DateCandidate& date : article->date_candidates)
    FABULA_CHECK(date.range.begin <= date.range.end && date.range.end <= article->text.size());
  return 0;
}
