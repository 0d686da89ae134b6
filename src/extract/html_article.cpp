#include "extract/html_article.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "extract/html_blocks.hpp"
#include "extract/html_content.hpp"
#include "extract/html_doubts.hpp"
#include "extract/html_head.hpp"
#include "extract/html_metadata.hpp"
#include "extract/html_tree.hpp"
#include "extract/html_words.hpp"
#include "extract/published.hpp"
#include "extract/roles.hpp"

namespace fabula::extract {
namespace {

// The kept blocks become paragraphs, an empty line between two. Dates that were seen in a kept
// block get their place in the frozen text.
void write_text(const PageBlocks& page, const PageContent& content, std::vector<SeenDate>& dates,
                Article& article) {
  for (const auto& [block, role, rule] : content.kept) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    const Range from = page.blocks[block].text;
    article.text += words_of(page.text, from);
    article.paragraphs.push_back(
        {{begin, static_cast<std::uint32_t>(article.text.size())}, role, std::string(rule)});
    for (SeenDate& date : dates)
      if (date.block == block)
        date.candidate.range = {begin + date.range.begin - from.begin,
                                begin + date.range.end - from.begin};
  }
}

// A page whose markup hides its story may still carry it in its JSON-LD.
void write_stated_body(std::string_view body, Article& article) {
  article.text = body;
  std::size_t at = 0;
  while (at < body.size()) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = body.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos) {
      const std::size_t last = line.find_last_not_of(" \t\r") + 1;
      article.paragraphs.push_back(
          {{static_cast<std::uint32_t>(at + first), static_cast<std::uint32_t>(at + last)},
           Role::kBody,
           {}});
    }
    at = end + 1;
  }
  article.report.doubts.emplace_back(
      "the text was taken from the page's own record of the article, not from what it shows");
}

}  // namespace

Result<Article> extract_html(const Capture& capture, const ExtractOptions& options) {
  const HtmlTree tree = parse_html(capture.text, {options.max_depth, options.max_nodes});
  const PageBlocks page = find_blocks(tree);
  PageMetadata metadata = read_metadata(tree);
  const PageContent content = find_content(tree, page, metadata.title);
  std::vector<SeenDate> seen = find_seen_dates(tree, page, content);

  Article article;
  article.id = article_id(capture.sha256);
  article.sources = capture.sources;
  article.capture_sha256 = capture.sha256;
  article.url = std::move(metadata.url);
  article.outlet = std::move(metadata.outlet);
  article.title = std::move(metadata.title);
  article.byline = std::move(metadata.byline);
  article.language = std::move(metadata.language);
  // An outlet that names itself as the author says nothing.
  if (article.byline.empty() || comparable(article.byline) == comparable(article.outlet))
    if (std::string seen_byline = find_seen_byline(tree, page, content); !seen_byline.empty())
      article.byline = std::move(seen_byline);

  write_text(page, content, seen, article);
  constexpr std::size_t kVeryShort = 200;
  if (article.text.size() < kVeryShort && metadata.article_body.size() > 2 * kVeryShort) {
    article.paragraphs.clear();
    write_stated_body(metadata.article_body, article);
  }
  if (article.paragraphs.empty() || is_consent_page(page, article))
    return tl::unexpected<Error>(why_no_text(page, article.title, capture.sources.front()));

  article.date_candidates = std::move(metadata.dates);
  for (SeenDate& date : seen) article.date_candidates.push_back(std::move(date.candidate));
  article.sha256 = sha256_hex(article.text);
  article.report.source_bytes = static_cast<std::uint32_t>(capture.bytes.size());
  article.report.visible_bytes = static_cast<std::uint32_t>(page.text.size());
  article.report.kept_bytes = static_cast<std::uint32_t>(article.text.size());
  article.report.n_dropped_blocks = content.n_dropped;
  for (std::string& doubt : find_doubts(tree, page, article, metadata.article_body))
    article.report.doubts.push_back(std::move(doubt));
  mark_roles(article);
  choose_published(article, options);
  return article;
}

}  // namespace fabula::extract
