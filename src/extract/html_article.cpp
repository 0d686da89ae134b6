#include "extract/html_article.hpp"

#include "base/hash.hpp"
#include "extract/html_blocks.hpp"
#include "extract/html_content.hpp"
#include "extract/html_tree.hpp"
#include "extract/published.hpp"
#include "extract/roles.hpp"

namespace fabula::extract {

Result<Article> extract_html(const Capture& capture, const ExtractOptions& options) {
  const HtmlTree tree = parse_html(capture.text, {options.max_depth, options.max_nodes});
  const PageBlocks page = find_blocks(tree);
  const PageContent content = find_content(tree, page, {});
  Article article;
  article.id = "a" + capture.sha256.substr(0, 16);
  article.sources = capture.sources;
  article.capture_sha256 = capture.sha256;
  for (const auto& [block, role, rule] : content.kept) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += words_of(page.text, page.blocks[block].text);
    article.paragraphs.push_back(
        {{begin, static_cast<std::uint32_t>(article.text.size())}, role, std::string(rule)});
  }
  if (article.paragraphs.empty())
    return fail(Errc::kNoText, "no article text on the page", capture.sources.front());
  article.sha256 = sha256_hex(article.text);
  mark_roles(article);
  choose_published(article, options);
  return article;
}

}  // namespace fabula::extract
