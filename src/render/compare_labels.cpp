// What the forms of a comparison for people share: its words and its paragraphs.
#include <fmt/format.h>

#include <algorithm>

#include "render/compare.hpp"
#include "render/labels.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {

std::vector<std::pair<Range, Range>> paragraphs_of(const Pile& pile, const CompareRow& row) {
  std::vector<std::pair<Range, Range>> parts;
  const Reading& reading = row.reading;
  Range left = row.left, right = row.right;
  const auto trimmed = [&](const Span& side, Range range) {
    return without_breaks(pile.articles[side.article].article, range);
  };
  const auto add = [&](Range l, Range r) {
    l = trimmed(reading.left_span(), l);
    r = trimmed(reading.right_span(), r);
    if (!l.empty() || !r.empty()) parts.push_back({l, r});
  };
  for (const Paragraph& paragraph : pile.articles[reading.left_span().article].article.paragraphs) {
    const std::uint32_t at = paragraph.range.begin;
    if (at <= left.begin) continue;
    if (at >= row.left.end) break;
    const Range before = across(*reading.link, reading.left, {row.left.begin, at});
    const std::uint32_t at_right = std::clamp(before.end, right.begin, right.end);
    add({left.begin, at}, {right.begin, at_right});
    left.begin = at;
    right.begin = at_right;
  }
  add(left, right);
  return parts;
}

std::string side_label(const Pile& pile, const CompareSide& side) {
  const Article& a = pile.articles[side.article].article;
  return fmt::format(
      "{}, {}", source_label(a),
      a.published.when.known() ? when_text(a.published.when) : std::string("day not known"));
}

std::string share_text(const CompareSide& side) {
  std::string text = fmt::format("{} of {} words shared ({} %)", side.n_shared, side.n_words,
                                 side.n_words == 0 ? 0 : side.n_shared * 100 / side.n_words);
  if (side.n_changed > 0) text += fmt::format(", {} changed or put in", side.n_changed);
  if (side.n_furniture > 0)
    text += fmt::format(", {} more in furniture of the page or stock phrases", side.n_furniture);
  return text;
}

std::string link_text(const Pile& pile, const CompareRow& row) {
  const ReuseLink& link = *row.reading.link;
  const std::string a = source_label(pile.articles[link.a.article].article);
  const std::string b = source_label(pile.articles[link.b.article].article);
  return fmt::format("{}{}, {} equal words, {}: {}", row.moved ? "moved, " : "", link.type,
                     link.words,
                     link.direction == "a->b"   ? a + " → " + b
                     : link.direction == "b->a" ? b + " → " + a
                                                : "who took from whom is not known",
                     link.because.str());
}

std::string edits_text(const Comparison& comparison) {
  if (std::ranges::none_of(comparison.rows,
                           [](const CompareRow& row) { return row.kind == RowKind::kShared; }))
    return "no run of words stands in both";
  std::string text = changes_count_text(comparison.edits);
  if (text.empty()) text = "nothing changed in what is shared";
  if (comparison.n_cut > 0)
    text +=
        fmt::format("; {} only in part on one side",
                    comparison.n_cut == 1 ? "1 quotation stands"
                                          : fmt::format("{} quotations stand", comparison.n_cut));
  return text;
}

std::string cut_text(const Pile& pile, const CompareRow& row) {
  const bool is_a = row.reading.left == Side::kA;
  return quote_rest_text(pile, *row.reading.link, is_a ? "A" : "B", is_a ? "B" : "A");
}

}  // namespace fabula::render
