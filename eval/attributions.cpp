#include "attributions.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/hash.hpp"
#include "extract/extract.hpp"
#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace fabula::eval {
namespace {

// Byte offset of each code point of `text`, and its end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < text.size(); i += text::decode(text, i).n_bytes)
    offsets.push_back(static_cast<std::uint32_t>(i));
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

// "315 448;463 553" as byte ranges.
std::vector<Range> parse_ranges(const std::string& spans,
                                const std::vector<std::uint32_t>& offsets) {
  std::vector<Range> ranges;
  std::istringstream in(spans);
  std::string piece;
  while (std::getline(in, piece, ';')) {
    std::istringstream pair(piece);
    std::size_t begin = 0;
    std::size_t end = 0;
    if (!(pair >> begin >> end) || end >= offsets.size()) continue;
    ranges.push_back({offsets[begin], offsets[end]});
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

// Bytes that are no UTF-8 become "?", so that offsets stay.
void make_utf8(std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const bool is_damaged = c.value == 0xFFFD && text.compare(i, 3, "\xEF\xBF\xBD") != 0;
    if (is_damaged) text.replace(i, c.n_bytes, c.n_bytes, '?');
    i += c.n_bytes;
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

AnnotatedArticle annotate_text(const std::string& name, std::string text,
                               std::optional<Day> published) {
  make_utf8(text);
  Capture capture;
  capture.sources = {name};
  capture.sha256 = sha256_hex(text);
  capture.bytes = text;
  capture.text = std::move(text);
  AnnotatedArticle annotated;
  auto article = extract::extract_article(capture, {});
  if (!article) return annotated;
  annotated.article = std::move(*article);
  if (published) {
    annotated.article.published.when = when_day(*published);
    annotated.article.published.basis = DateBasis::kStated;
  }
  annotated.segmentation = segment::segment(annotated.article);
  annotated.names = names::find_names(annotated.article, annotated.segmentation);
  annotated.quotes =
      quotes::find_quotes(annotated.article, annotated.segmentation, annotated.names);
  return annotated;
}

std::map<std::string, std::filesystem::path> gold_files(const std::filesystem::path& dir) {
  std::map<std::string, std::filesystem::path> gold_of;
  for (const auto& entry : std::filesystem::directory_iterator(dir / "attributions")) {
    const std::string stem = entry.path().stem().string();
    std::filesystem::path& path = gold_of[stem.substr(0, stem.rfind('_'))];
    if (path.empty() || entry.path() < path) path = entry.path();
  }
  return gold_of;
}

std::vector<GoldQuote> read_gold(const std::filesystem::path& path, std::string_view text) {
  const std::vector<std::uint32_t> offsets = code_point_offsets(text);
  std::map<std::string, std::vector<Range>> spans;
  std::vector<std::string> relations;
  std::istringstream in(read_file(path));
  for (std::string line; std::getline(in, line);) {
    const bool is_record =
        line.size() > 2 && (line[0] == 'T' || line[0] == 'E') && line[1] >= '0' && line[1] <= '9';
    const std::size_t tab = line.find('\t');
    if (!is_record || tab == line.npos) continue;
    std::string rest = line.substr(tab + 1);
    rest = rest.substr(0, rest.find('\t'));
    if (line[0] == 'E')
      relations.push_back(rest);
    else
      spans[line.substr(0, tab)] = parse_ranges(rest.substr(rest.find(' ') + 1), offsets);
  }
  std::vector<GoldQuote> gold;
  for (const std::string& relation : relations) {
    GoldQuote quote;
    std::istringstream roles(relation);
    for (std::string role; roles >> role;) {
      const std::size_t colon = role.find(':');
      const std::string kind = role.substr(0, colon);
      const std::vector<Range>& ranges = spans[role.substr(colon + 1)];
      auto* to = kind == "Content"  ? &quote.content
                 : kind == "Source" ? &quote.source
                 : kind == "Cue"    ? &quote.cue
                                    : nullptr;
      if (to != nullptr) to->insert(to->end(), ranges.begin(), ranges.end());
    }
    std::sort(quote.content.begin(), quote.content.end());
    if (!quote.content.empty()) gold.push_back(std::move(quote));
  }
  return gold;
}

}  // namespace fabula::eval
