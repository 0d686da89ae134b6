#include "quoted_spans.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace fabula::eval {
namespace {

double percent(std::size_t a, std::size_t b) {
  return b == 0 ? 0.0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
}

bool is_quoted(std::string_view text, const std::vector<Range>& content) {
  return std::any_of(content.begin(), content.end(),
                     [&](Range range) { return holds_mark(words_of(text, range)); });
}

}  // namespace

bool is_mark_at(std::string_view text, std::size_t at) {
  const char32_t c = text::decode(text, at).value;
  const bool is_pair = c == U'\'' && ((at + 1 < text.size() && text[at + 1] == '\'') ||
                                      (at > 0 && text[at - 1] == '\''));
  return is_pair || c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»';
}

bool holds_mark(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_mark_at(words, i)) return true;
  return false;
}

Range trimmed(std::string_view text, Range range) {
  const auto is_outer = [](char32_t c) { return !text::is_letter(c) && !text::is_digit(c); };
  while (range.begin < range.end && is_outer(text::decode(text, range.begin).value))
    range.begin += text::decode(text, range.begin).n_bytes;
  while (range.begin < range.end && is_outer(text::decode_before(text, range.end).value))
    range.end -= text::decode_before(text, range.end).n_bytes;
  return range;
}

SaidSpan said_span(std::string_view text, const std::vector<Range>& content) {
  SaidSpan pieces;
  for (const Range range : content) {
    const Range piece = trimmed(text, range);
    if (piece.begin >= piece.end) continue;
    const bool is_next = !pieces.empty() && pieces.back().end <= piece.begin;
    const Range gap = is_next ? trimmed(text, {pieces.back().end, piece.begin}) : Range{0, 1};
    if (gap.begin >= gap.end)
      pieces.back().end = piece.end;
    else
      pieces.push_back(piece);
  }
  if (!pieces.empty() && words_of(text, pieces[0]).starts_with("that "))
    pieces[0] = trimmed(text, {pieces[0].begin + 5, pieces[0].end});
  return pieces;
}

std::vector<SaidSpan> quoted_spans(std::string_view text, const std::vector<GoldQuote>& gold) {
  std::vector<SaidSpan> spans;
  for (const GoldQuote& quote : gold)
    if (is_quoted(text, quote.content)) spans.push_back(said_span(text, quote.content));
  std::sort(spans.begin(), spans.end());
  return spans;
}

std::vector<SaidSpan> quoted_spans(const AnnotatedArticle& annotated) {
  const std::string_view text = annotated.article.text;
  std::vector<SaidSpan> spans;
  for (const Quote& quote : annotated.quotes)
    if (quote.inside < 0 && (quote.kind != QuoteKind::kIndirect || is_quoted(text, quote.parts)))
      spans.push_back(said_span(text, quote.clause.empty() ? quote.parts : quote.clause));
  std::sort(spans.begin(), spans.end());
  return spans;
}

void SpanCounts::add(const std::vector<SaidSpan>& gold, const std::vector<SaidSpan>& found) {
  std::vector<SaidSpan> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(),
                        std::back_inserter(both));
  n_gold += gold.size();
  n_found += found.size();
  n_exact += both.size();
}

double SpanCounts::precision() const { return percent(n_exact, n_found); }
double SpanCounts::recall() const { return percent(n_exact, n_gold); }
double SpanCounts::f1() const { return percent(2 * n_exact, n_gold + n_found); }

}  // namespace fabula::eval
