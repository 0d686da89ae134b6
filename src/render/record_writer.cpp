#include "render/record_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/changes.hpp"
#include "render/labels.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

struct RuleText {
  std::string_view id;
  std::string_view text;
};

constexpr RuleText kRuleTexts[] = {
#define FABULA_RULE(id, text) {id, text},
#include "render/rule_texts.inc"
#undef FABULA_RULE
};

}  // namespace

// The text of the longest id that `rule` begins with.
std::string rule_text(std::string_view rule) {
  const RuleText* best = nullptr;
  for (const RuleText& r : kRuleTexts)
    if (rule.starts_with(r.id) && (best == nullptr || r.id.size() > best->id.size())) best = &r;
  return best == nullptr ? std::string() : std::string(best->text);
}

void RecordWriter::field(std::string_view label, std::string_view words) {
  if (words.empty()) return;
  constexpr std::uint32_t kLabelWidth = 12;
  const std::uint32_t width = std::max<std::uint32_t>(style_.width, 40) - kLabelWidth - 1;
  bool is_first = true;
  for (const std::string& line : wrap(words, width)) {
    out_ << fmt::format("{:<{}} {}\n", is_first ? label : "", kLabelWidth, line);
    is_first = false;
  }
}

void RecordWriter::words_in_context(Span span, std::uint32_t n_context) {
  const AnnotatedArticle& a = pile_.articles[span.article];
  Range around = span.range;
  const auto& sentences = a.segmentation.sentences;
  const auto first =
      std::partition_point(sentences.begin(), sentences.end(),
                           [&](const Sentence& s) { return s.range.end <= span.range.begin; });
  const auto last = std::partition_point(
      first, sentences.end(), [&](const Sentence& s) { return s.range.begin < span.range.end; });
  if (first != last) {
    // A heading does not go on in the text, nor does the text in a credit.
    const auto role = [&](const Sentence& s) { return a.article.paragraphs[s.paragraph].role; };
    auto n_before = std::min<std::ptrdiff_t>(n_context, first - sentences.begin());
    while (n_before > 0 && role(*(first - n_before)) != role(*first)) --n_before;
    auto n_after = std::min<std::ptrdiff_t>(n_context, sentences.end() - last);
    while (n_after > 0 && role(*(last + n_after - 1)) != role(*first)) --n_after;
    around.begin = std::min(around.begin, (first - n_before)->range.begin);
    around.end = std::max(around.end, (last + n_after - 1)->range.end);
  }
  const std::string before = shown_words(a.article, {around.begin, span.range.begin});
  const std::string after = shown_words(a.article, {span.range.end, around.end});
  const std::string words = shown_words(a.article, span.range);
  const std::string open = "»";
  const std::string close = "«";
  for (std::string line : wrap(before + open + words + close + after, style_.width - 2)) {
    if (style_.color) {
      if (const auto at = line.find(open); at != std::string::npos)
        line.replace(at, open.size(), "\x1b[1;4m");
      if (const auto at = line.find(close); at != std::string::npos)
        line.replace(at, close.size(), "\x1b[0m");
    }
    out_ << "  " << line << '\n';
  }
  out_ << '\n';
}

void RecordWriter::place(Span span) {
  const Article& a = pile_.articles[span.article].article;
  const std::int32_t paragraph = index_.paragraph_at(span.article, span.range.begin);
  field("where", fmt::format("{}, {}bytes {}–{} of its text", a.sources.front(),
                             paragraph < 0 ? "" : fmt::format("paragraph {}, ", paragraph + 1),
                             span.range.begin, span.range.end));
}

void RecordWriter::article(std::uint32_t i) {
  const Article& a = pile_.articles[i].article;
  field("article", title_label(a));
  field("source", a.outlet);
  field("file", fmt::format("{}", fmt::join(a.sources, ", ")));
  field("byline", a.byline);
  field("published",
        fmt::format("{} ({})", when_text(a.published.when), name_of(a.published.basis)));
  for (const Range note : a.content_notes) field("note", fabula::words_of(a.text, note));
  field("id", a.id);
  field("sha256", a.sha256);
}

void RecordWriter::told_by(std::uint32_t i) {
  const Article& a = pile_.articles[i].article;
  field("source",
        fmt::format("{} · {} · {}", source_label(a), when_text(a.published.when), title_label(a)));
  for (const Range note : a.content_notes) field("note", fabula::words_of(a.text, note));
}

void RecordWriter::quote_data(const Quote& q, const Article& a) {
  if (q.speaker)
    field("said by", fmt::format("{} ('{}'), grade {}", q.speaker->name,
                                 one_line(q.speaker->as, 80), name_of(q.grade)));
  else
    field("said by", "unknown");
  if (q.cue) field("cue", fabula::words_of(a.text, *q.cue));
  if (q.channel) field("channel", q.channel->name);
  if (q.said.known()) field("said", when_text(q.said));
  field("kind", name_of(q.kind));
}

void RecordWriter::rule(std::string_view id) {
  const std::string text = rule_text(id);
  field("rule", text.empty() ? std::string(id) : fmt::format("{}: {}", id, text));
}

void RecordWriter::changes(const ReuseLink& link) {
  const EditCounts counts = count_edits(pile_, link);
  if (counts.n_words > 0) {
    constexpr std::uint32_t kLabelWidth = 12;
    const std::uint32_t width = std::max<std::uint32_t>(style_.width, 40) - kLabelWidth - 1;
    bool is_first = true;
    for (const std::string& line :
         marked_lines(merged_pieces(pile_, {&link, Side::kA}, link.a.range), width, style_.color)) {
      out_ << fmt::format("{:<{}} {}\n", is_first ? "changes" : "", kLabelWidth, line);
      is_first = false;
    }
  }
  const std::string rest =
      quote_rest_text(pile_, link, source_label(pile_.articles[link.a.article].article),
                      source_label(pile_.articles[link.b.article].article));
  field(counts.n_words > 0 ? "" : "changes", rest);
  field(counts.n_words > 0 || !rest.empty() ? "" : "changes",
        changes_count_text({0, counts.n_small}));
}

std::string RecordWriter::holder_label(const Passage& passage, std::int32_t holder) const {
  const Span& span = passage.holders[static_cast<std::size_t>(holder)].span;
  const Article& a = pile_.articles[span.article].article;
  return fmt::format("{} · {}", source_label(a), when_text(a.published.when));
}

void RecordWriter::holder(const Passage& passage, std::size_t i) {
  const PassageHolder& h = passage.holders[i];
  field(h.standing, holder_label(passage, static_cast<std::int32_t>(i)));
  if (h.from >= 0) field("from", holder_label(passage, h.from));
  place(h.span);
}

void RecordWriter::lost_source(const Passage& passage) {
  if (passage.lost_source)
    field("note",
          "a source may be missing: several share words that none can have from another, or "
          "credit an agency whose article is not among them");
}

}  // namespace fabula::render
