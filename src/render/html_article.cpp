#include "render/html_article.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "render/html_escape.hpp"
#include "render/labels.hpp"

namespace fabula::render {
namespace {

constexpr std::string_view class_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::kLine:
      return "line";
    case MarkKind::kQuote:
      return "quote";
    case MarkKind::kShared:
      return "shared";
    case MarkKind::kDate:
      return "date";
    case MarkKind::kEarlier:
      return "before";
  }
  return "";
}

// Opens the element around a sentence. What is no plain news says what it is, as a link to the
// earlier place.
void begin_sentence(const AddsMark& sentence, std::ostream& out) {
  out << "<span class=\"adds " << sentence.label << "\" title=\"" << escape_html(sentence.about)
      << "\">";
  if (sentence.place.empty()) {
    if (sentence.label != "new") out << "<b class=\"what\">" << sentence.label << "</b> ";
    return;
  }
  out << "<a class=\"what\" href=\"#s-" << sentence.place << "\">"
      << (sentence.label == "new" ? "new?" : sentence.label) << "</a> ";
}

// The pieces of one paragraph between the borders of its marks.
void write_pieces(std::string_view text, Range paragraph, const std::vector<const Mark*>& marks,
                  std::span<const AddsMark> adds, std::set<std::string>& anchored,
                  std::ostream& out) {
  std::set<std::uint32_t> borders = {paragraph.begin, paragraph.end};
  for (const AddsMark& sentence : adds) {
    borders.insert(sentence.range.begin);
    borders.insert(sentence.range.end);
  }
  for (const Mark* m : marks) {
    borders.insert(std::clamp(m->range.begin, paragraph.begin, paragraph.end));
    borders.insert(std::clamp(m->range.end, paragraph.begin, paragraph.end));
  }
  for (auto border = borders.begin(); std::next(border) != borders.end(); ++border) {
    const Range piece{*border, *std::next(border)};
    if (!adds.empty() && adds.front().range.begin == piece.begin) begin_sentence(adds.front(), out);
    std::string classes;
    std::string records;
    for (const Mark* m : marks) {
      if (!m->range.overlaps(piece)) continue;
      if (anchored.insert(m->id).second) out << "<i class=\"at\" id=\"s-" << m->id << "\"></i>";
      const std::string_view name = class_of(m->kind);
      if (classes.find(name) == std::string::npos)
        classes.append(classes.empty() ? "" : " ").append(name);
      records.append(records.empty() ? "" : " ").append(m->id);
    }
    if (classes.empty()) {
      out << escape_html(words_of(text, piece));
    } else {
      out << "<span class=\"" << classes << "\" data-of=\"" << records << "\">"
          << escape_html(words_of(text, piece)) << "</span>";
    }
    if (!adds.empty() && adds.front().range.end == piece.end) {
      out << "</span>";
      adds = adds.subspan(1);
    }
  }
}

}  // namespace

void write_article_text(const Article& article, std::vector<Mark> marks,
                        std::span<const AddsMark> adds, bool only_marked, std::ostream& out) {
  std::sort(marks.begin(), marks.end(), [](const Mark& x, const Mark& y) {
    return std::tie(x.range.begin, y.range.end, x.kind, x.id) <
           std::tie(y.range.begin, x.range.end, y.kind, y.id);
  });
  std::set<std::string> anchored;
  std::size_t n_hidden = 0;
  std::size_t first = 0;  // marks before it end before the paragraph
  for (const Paragraph& paragraph : article.paragraphs) {
    while (first < marks.size() && marks[first].range.end <= paragraph.range.begin) ++first;
    std::vector<const Mark*> here;
    for (std::size_t i = first; i < marks.size() && marks[i].range.begin < paragraph.range.end; ++i)
      if (marks[i].range.overlaps(paragraph.range)) here.push_back(&marks[i]);
    if (only_marked && here.empty()) {
      ++n_hidden;
      continue;
    }
    const std::string_view role = name_of(paragraph.role);
    if (paragraph.role == Role::kBody) {
      out << "<p>";
    } else {
      out << "<p class=\"aside\"><b class=\"role\">" << role << "</b> ";
    }
    while (!adds.empty() && adds.front().range.begin < paragraph.range.begin)
      adds = adds.subspan(1);
    std::size_t n = 0;
    while (n < adds.size() && adds[n].range.begin < paragraph.range.end) ++n;
    write_pieces(article.text, paragraph.range, here, adds.first(n), anchored, out);
    out << "</p>\n";
  }
  if (n_hidden > 0)
    out << "<p class=\"aside\">" << counted(n_hidden, "paragraphs")
        << " without a line not shown.</p>\n";
}

}  // namespace fabula::render
