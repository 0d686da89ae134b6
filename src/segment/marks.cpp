#include "segment/marks.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

#include "segment/cue_clause.hpp"
#include "segment/mark_context.hpp"
#include "segment/mark_path.hpp"
#include "segment/words.hpp"
#include "text/utf8.hpp"

namespace fabula::segment {
namespace {

constexpr int kMayReopen = 3;  // open_cost of a mark that can take a quotation up again
constexpr std::uint32_t kMinHouseVotes = 2;

// The marks of paragraphs that are read together, a paragraph end after each.
struct Run {
  std::vector<Step> steps;
  std::vector<std::uint32_t> paragraphs;  // index of each, in the order of their ends
};

// Is it said behind the last mark of a paragraph who speaks? Right behind it, if it closes.
bool is_cue_behind(std::string_view text, const Mark& mark, std::uint32_t end) {
  if (mark.open_cost < mark.close_cost)
    return find_cue_clause(text, {mark.range.end, end}).has_value();
  constexpr std::uint32_t kLook = 60;
  std::uint32_t limit = std::min(end, mark.range.end + kLook);
  while (!text::is_boundary(text, limit)) --limit;
  std::vector<Word> words;
  append_words(words_of(text, {mark.range.end, limit}), mark.range.end, words);
  return begins_cue_clause(text, words);
}

void append_paragraph(std::string_view text, Range range, std::uint32_t index, Run& run) {
  const std::vector<Mark> marks = collect_marks(text, range);
  if (!marks.empty() && !run.steps.empty() && marks[0].is_at_start &&
      marks[0].open_cost <= kMayReopen)
    run.steps.back().reopens = marks[0].glyph.kind;
  for (const Mark& mark : marks)
    run.steps.push_back({mark, false, GlyphKind::kNone, false, mark.range.begin});
  Step end{{}, true, GlyphKind::kNone, false, range.end};
  if (!marks.empty()) end.is_after_cue = is_cue_behind(text, marks.back(), range.end);
  run.steps.push_back(end);
  run.paragraphs.push_back(index);
}

// Are outer quotations written in single marks here? Counts marks that open clearly, in front of a
// word, against those of the other kind. A single mark counts only where another one closes behind
// a comma or stop: apostrophes and titles do not.
bool votes_for_single(std::span<const Step> steps) {
  std::uint32_t n_double = 0;
  std::uint32_t n_single = 0;
  for (const Step& step : steps) {
    if (step.is_paragraph_end) continue;
    const Mark& mark = step.mark;
    if (mark.glyph.kind == GlyphKind::kDouble)
      n_double += mark.close_cost == 0 || mark.open_cost == 0;
    else
      n_single += mark.close_cost == 0 && mark.none_cost > kMayReopen * 4;
  }
  return n_single >= kMinHouseVotes && n_single > n_double;
}

bool begins_sentence(std::string_view words, std::size_t at) {
  const bool is_stop = words[at - 2] == '.' || words[at - 2] == '!' || words[at - 2] == '?';
  return is_stop && words[at - 1] == ' ' && text::is_upper(text::decode(words, at).value);
}

// Where the first sentence of `words` ends; nothing when no other follows.
std::optional<std::uint32_t> first_sentence_end(std::string_view words) {
  for (std::size_t at = 2; at < words.size(); ++at)
    if (begins_sentence(words, at)) return static_cast<std::uint32_t>(at - 1);
  return std::nullopt;
}

// Where the last sentence of `words` begins; nothing when no other ends before it.
std::optional<std::uint32_t> sentence_begin(std::string_view words) {
  for (std::size_t at = words.size(); at-- > 2;)
    if (begins_sentence(words, at)) return static_cast<std::uint32_t>(at);
  return std::nullopt;
}

class Decoder {
 public:
  Decoder(const Article& article, std::vector<QuotedPart>& parts)
      : article_(article), parts_(parts) {}

  void decode(const Run& run, std::span<const Action> actions) {
    std::size_t paragraph_i = 0;
    enter(run.paragraphs[0]);
    for (std::size_t i = 0; i < actions.size(); ++i) {
      if (!run.steps[i].is_paragraph_end) {
        read_mark(run.steps[i].mark, actions[i]);
        continue;
      }
      const std::size_t n_going_on = end_paragraph(actions[i]);
      if (++paragraph_i == run.paragraphs.size()) break;
      enter(run.paragraphs[paragraph_i]);
      resume(n_going_on);
    }
  }

 private:
  void enter(std::uint32_t paragraph) { paragraph_ = paragraph; }
  Range paragraph_range() const { return article_.paragraphs[paragraph_].range; }

  void push_part(Range opening, bool is_single, bool is_repaired) {
    QuotedPart part;
    part.outer = {opening.begin, opening.end};
    part.inner = {opening.end, opening.end};
    part.paragraph = paragraph_;
    part.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back());
    part.is_single = is_single;
    part.is_repaired = is_repaired;
    open_.push_back(parts_.size());
    parts_.push_back(part);
  }

  void pop_part(Range closing) {
    QuotedPart& part = parts_[open_.back()];
    part.outer.end = closing.end;
    part.inner.end = closing.begin;
    last_end_ = closing.end;
    open_.pop_back();
    if (resumed_single_.size() > open_.size()) resumed_single_.resize(open_.size());
  }

  void read_mark(const Mark& mark, Action action) {
    switch (action) {
      case Action::kOpen:
        push_part(mark.range, mark.glyph.kind == GlyphKind::kSingle, false);
        break;
      case Action::kClose:
        pop_part(mark.range);
        break;
      case Action::kReopen:
        if (mark.is_at_start) reopen(mark);
        break;
      case Action::kCloseOnly:
        close_only(mark);
        break;
      default:
        break;
    }
  }

  // A quotation that begins in the middle of a sentence is no longer than the sentence.
  std::uint32_t fragment_end(const QuotedPart& part, Range rest) const {
    const std::string_view words = words_of(article_.text, rest);
    const bool is_fragment = !part.continues && part.outer.begin < part.inner.begin &&
                             !words.empty() && text::is_lower(text::decode(words, 0).value);
    if (!is_fragment) return rest.end;
    const std::optional<std::uint32_t> end = first_sentence_end(words);
    return end ? rest.begin + *end : rest.end;
  }

  // A closing mark alone: its quotation is taken to begin with the sentence that it closes, unless
  // another quotation stands in that sentence. More could be quoted, but nothing shows it.
  void close_only(const Mark& mark) {
    const std::uint32_t limit = std::max(paragraph_range().begin, last_end_);
    const std::optional<std::uint32_t> begin =
        sentence_begin(words_of(article_.text, {limit, mark.range.begin}));
    last_end_ = mark.range.end;
    if (!begin && limit != paragraph_range().begin) return;
    const std::uint32_t at = limit + begin.value_or(0);
    push_part({at, at}, false, true);
    pop_part(mark.range);
  }

  // The mark at a paragraph's start is the opening mark of the part that resumed there, the outer
  // one first.
  void reopen(const Mark& mark) {
    for (std::size_t i = n_reopened_; i < resumed_single_.size(); ++i) {
      if (resumed_single_[i] != (mark.glyph.kind == GlyphKind::kSingle)) continue;
      QuotedPart& part = parts_[open_[i]];
      part.outer.begin = mark.range.begin;
      part.is_repaired = false;
      for (std::size_t k = i; k < open_.size(); ++k) {
        QuotedPart& inside = parts_[open_[k]];
        inside.inner.begin = mark.range.end;
        if (k > i) inside.outer.begin = mark.range.end;
      }
      n_reopened_ = i + 1;
      return;
    }
  }

  // Ends the parts of this paragraph; says how many quotations go on in the next.
  std::size_t end_paragraph(Action action) {
    const std::size_t n_open = open_.size();
    std::size_t n_going_on = 0;
    if (action == Action::kGoOn) n_going_on = n_open;
    if (action == Action::kEndInner) n_going_on = 1;
    const std::uint32_t end = paragraph_range().end;
    n_reopened_ = 0;
    resumed_single_.clear();
    for (std::size_t i = 0; i < n_going_on; ++i)
      resumed_single_.push_back(parts_[open_[i]].is_single);
    std::uint32_t limit = end;
    for (std::size_t i = 0; i < n_open; ++i) {
      QuotedPart& part = parts_[open_[i]];
      part.continues = i < n_going_on;
      if (!part.continues) {
        part.is_repaired = true;
        limit = repaired_end(part, limit);
      }
      part.outer.end = part.inner.end = limit;
    }
    open_.clear();
    return n_going_on;
  }

  // Where an unclosed quotation ends, at `limit` at the latest: before the clause that says who
  // speaks; a fragment of a sentence with that sentence. Quotations inside stay inside.
  std::uint32_t repaired_end(const QuotedPart& part, std::uint32_t limit) const {
    const Range rest{part.inner.begin, limit};
    const std::optional<std::uint32_t> clause = find_cue_clause(article_.text, rest);
    const std::uint32_t end = clause ? *clause : fragment_end(part, rest);
    std::uint32_t last_inside = part.inner.begin;
    for (auto i = static_cast<std::size_t>(&part - parts_.data()) + 1; i < parts_.size(); ++i)
      last_inside = std::max(last_inside, parts_[i].outer.end);
    return end >= last_inside ? end : limit;
  }

  void resume(std::size_t n_going_on) {
    const std::uint32_t begin = paragraph_range().begin;
    for (std::size_t i = 0; i < n_going_on; ++i)
      push_part({begin, begin}, resumed_single_[i], true);
  }

  const Article& article_;
  std::vector<QuotedPart>& parts_;
  std::vector<std::size_t> open_;     // indexes into parts_, outermost first
  std::vector<bool> resumed_single_;  // is_single of those that resumed in this paragraph
  std::size_t n_reopened_ = 0;        // the first of them that have met their marks
  std::uint32_t paragraph_ = 0;
  std::uint32_t last_end_ = 0;  // of the part closed last
};

Range trimmed(std::string_view text, Range range) {
  const std::string_view words = text::trim(words_of(text, range));
  if (words.empty()) return {range.begin, range.begin};
  const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

// Sorts the parts, drops empty ones, and lets `parent` follow.
std::vector<QuotedPart> in_order(std::string_view text, std::vector<QuotedPart> parts) {
  for (QuotedPart& part : parts) {
    const Range inner = trimmed(text, part.inner);
    if (part.outer.begin == part.inner.begin) part.outer.begin = inner.begin;
    if (part.outer.end == part.inner.end) part.outer.end = inner.end;
    part.inner = inner;
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) { return parts[i].inner.empty(); });
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const Range& x = parts[a].outer;
    const Range& y = parts[b].outer;
    if (x.begin != y.begin) return x.begin < y.begin;
    return x.end != y.end ? x.end > y.end : a < b;
  });
  std::vector<std::int32_t> new_index(parts.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) new_index[order[i]] = static_cast<std::int32_t>(i);
  std::vector<QuotedPart> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) {
    sorted.push_back(parts[i]);
    if (const std::int32_t parent = parts[i].parent; parent >= 0)
      sorted.back().parent = new_index[static_cast<std::size_t>(parent)];
  }
  return sorted;
}

}  // namespace

std::vector<QuotedPart> pair_quotation_marks(const Article& article) {
  std::vector<Run> runs(1);  // the body, then every other paragraph that has marks
  for (std::uint32_t i = 0; i < article.paragraphs.size(); ++i) {
    const Paragraph& paragraph = article.paragraphs[i];
    if (paragraph.role == Role::kBody) {
      append_paragraph(article.text, paragraph.range, i, runs[0]);
      continue;
    }
    Run alone;
    append_paragraph(article.text, paragraph.range, i, alone);
    if (alone.steps.size() > 1) runs.push_back(std::move(alone));
  }
  const PathOptions options{votes_for_single(runs[0].steps)};
  std::vector<QuotedPart> parts;
  for (const Run& run : runs)
    if (!run.steps.empty())
      Decoder(article, parts).decode(run, cheapest_reading(run.steps, options));
  return in_order(article.text, std::move(parts));
}

}  // namespace fabula::segment
