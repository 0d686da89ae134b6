#include "extract/header_fields.hpp"

#include <array>
#include <string>

#include "extract/head.hpp"
#include "extract/words.hpp"
#include "extract/written_date.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

struct HeaderKey {
  std::string_view key;
  HeaderField field;
};
constexpr auto kHeaderKeys = std::to_array<HeaderKey>({
#define FABULA_HEADER_KEY(key, field) {key, HeaderField::field},
#include "extract/header_keys_table.inc"
#undef FABULA_HEADER_KEY
});

// A front matter longer than this is not one.
constexpr std::size_t kMaxFrontMatterLines = 100;

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

void add_date(Article& article, std::string_view value, std::string origin) {
  const auto reading = read_date_field(value);
  if (!reading) return;
  DateCandidate candidate;
  candidate.when = reading->date.when;
  candidate.origin = std::move(origin);
  candidate.as = value.substr(reading->date.begin, reading->date.end - reading->date.begin);
  candidate.range = place_of(
      std::string_view(value).substr(reading->date.begin, candidate.as.size()), article.text);
  if (reading->is_ambiguous) candidate.rejected = kAmbiguousDate;
  article.date_candidates.push_back(std::move(candidate));
}

std::string_view without_quotation_marks(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front())
    return value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

std::optional<HeaderLine> header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 20) return std::nullopt;
  const std::string_view value = without_quotation_marks(text::trim(line.substr(colon + 1)));
  const std::string key = simple_form(line.substr(0, colon));
  for (const HeaderKey& known : kHeaderKeys)
    if (known.key == key) return HeaderLine{known.field, value};
  return std::nullopt;
}

Paragraph take_header_line(Article& article, Range range, const HeaderLine& line,
                           std::string_view date_origin) {
  Paragraph paragraph{range, Role::kNote, "role.header"};
  switch (line.field) {
    case HeaderField::kTitle:
      fill(article.title, line.value);
      [[fallthrough]];
    case HeaderField::kStandfirst:
      paragraph.role = Role::kHeading;
      if (!line.value.empty()) paragraph.range = place_of(line.value, article.text);
      break;
    case HeaderField::kPublished:
      paragraph.role = Role::kDateline;
      add_date(article, line.value, std::string(date_origin));
      break;
    case HeaderField::kModified:
      paragraph.role = Role::kDateline;
      add_date(article, line.value, "modified");
      break;
    case HeaderField::kCaptured:
      paragraph.role = Role::kDateline;
      add_date(article, line.value, "captured");
      break;
    case HeaderField::kByline:
      paragraph.role = Role::kByline;
      fill(article.byline, line.value);
      break;
    case HeaderField::kOutlet:
      fill(article.outlet, line.value);
      break;
    case HeaderField::kUrl:
      fill(article.url, line.value);
      break;
    case HeaderField::kOther:
      break;
    case HeaderField::kLanguage:
      fill(article.language, line.value.substr(0, 2));
      break;
  }
  return paragraph;
}

std::size_t read_front_matter(Article& article) {
  const std::string_view text = article.text;
  const auto line_end = [&](std::size_t at) { return std::min(text.find('\n', at), text.size()); };
  std::size_t at = line_end(0);
  if (text::trim(text.substr(0, at)) != "---" || at == text.size()) return 0;

  std::vector<std::string_view> lines;
  for (++at; at < text.size() && lines.size() < kMaxFrontMatterLines;) {
    const std::size_t end = line_end(at);
    const std::string_view line = text::trim(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    if (line == "---" || line == "...") {
      for (const std::string_view kept : lines) {
        const Range range = place_of(kept, text);
        if (const auto header = header_line(kept))
          article.paragraphs.push_back(take_header_line(article, range, *header, "front-matter"));
        else
          article.paragraphs.push_back({range, Role::kNote, "role.header"});
      }
      return at;
    }
    if (!line.empty()) lines.push_back(line);
  }
  return 0;
}

}  // namespace fabula::extract
