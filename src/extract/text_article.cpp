#include "extract/text_article.hpp"

#include <utility>

#include "base/hash.hpp"
#include "extract/head.hpp"
#include "extract/header_fields.hpp"
#include "extract/language.hpp"
#include "extract/layout.hpp"
#include "extract/published.hpp"
#include "extract/roles.hpp"
#include "extract/written_date.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

Article start_article(const Capture& capture, const std::string& text) {
  Article article;
  article.id = article_id(capture.sha256);
  article.sources = capture.sources;
  article.capture_sha256 = capture.sha256;
  article.sha256 = sha256_hex(text);
  article.text = text;
  article.report.source_bytes = static_cast<std::uint32_t>(capture.bytes.size());
  article.report.visible_bytes = static_cast<std::uint32_t>(text.size());
  article.report.kept_bytes = static_cast<std::uint32_t>(text.size());
  return article;
}

void add_blocks(Article& article, const std::vector<TextBlock>& blocks, std::size_t offset) {
  const auto shift = static_cast<std::uint32_t>(offset);
  for (const TextBlock& block : blocks) {
    Paragraph paragraph{{block.range.begin + shift, block.range.end + shift}, Role::kBody, {}};
    if (block.is_marked_heading) {
      paragraph.role = Role::kHeading;
      paragraph.rule = article.title.empty() ? "role.title" : "role.marked-heading";
      if (article.title.empty()) article.title = words_of(article.text, paragraph.range);
    }
    article.paragraphs.push_back(std::move(paragraph));
  }
}

void finish(Article& article, const ExtractOptions& options) {
  read_head(article);
  mark_roles(article);
  if (article.language.empty()) article.language = language_of(article.text);
  choose_published(article, options);
}

void add_field_date(Article& article, std::string_view field, std::string_view origin) {
  if (text::trim(field).empty()) return;
  DateCandidate candidate;
  candidate.origin = origin;
  candidate.as = field;
  if (const auto reading = read_date_field(field)) {
    candidate.when = reading->date.when;
    if (reading->is_ambiguous) candidate.rejected = kAmbiguousDate;
  } else {
    candidate.rejected = "it cannot be read as a date";
  }
  article.date_candidates.push_back(std::move(candidate));
}

bool has_words(std::string_view text) { return !text::trim(text).empty(); }

}  // namespace

Result<Article> extract_text(const Capture& capture, const ExtractOptions& options) {
  if (!has_words(capture.text))
    return fail(Errc::kNoText, "the file holds no text", capture.sources.front());
  Article article = start_article(capture, capture.text);
  const std::size_t begin = read_front_matter(article);
  const std::string_view rest = std::string_view(article.text).substr(begin);
  add_blocks(article, split_blocks(rest, capture.format == Format::kMarkdown), begin);
  finish(article, options);
  return article;
}

Result<Article> extract_record(const Capture& capture, const ExtractOptions& options) {
  const RecordFields& fields = capture.fields;
  if (!has_words(fields.text))
    return fail(Errc::kNoText, "the record holds no text", capture.sources.front());
  Article article = start_article(capture, fields.text);
  article.url = text::trim(fields.url);
  article.outlet = text::trim(fields.outlet);
  article.title = text::trim(fields.title);
  article.byline = text::trim(fields.author);
  add_field_date(article, fields.published, "record");
  add_field_date(article, fields.captured, "captured");
  if (const auto date = find_url_date(article.url)) {
    DateCandidate candidate;
    candidate.when = date->when;
    candidate.origin = "url";
    candidate.as = article.url.substr(date->begin, date->end - date->begin);
    article.date_candidates.push_back(std::move(candidate));
  }
  add_blocks(article,
             options.paragraph_break.empty() ? split_blocks(article.text, false)
                                             : split_at(article.text, options.paragraph_break),
             0);
  finish(article, options);
  return article;
}

}  // namespace fabula::extract
