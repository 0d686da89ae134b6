#include "segment/sentences.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "segment/cue_clause.hpp"
#include "segment/glyphs.hpp"
#include "text/utf8.hpp"

namespace fabula::segment {
namespace {

enum class Abbreviation : std::uint8_t { kNone, kTitle, kNumbered, kEither };

struct AbbreviationEntry {
  std::string_view word;
  bool is_capital_only;
  Abbreviation kind;
};

constexpr auto kAbbreviations = std::to_array<AbbreviationEntry>({
#define A(word, kind) {word, true, Abbreviation::k##kind},
#define B(word, kind) {word, false, Abbreviation::k##kind},
#include "segment/abbreviations_table.inc"
#undef A
#undef B
});
static_assert(std::ranges::is_sorted(kAbbreviations, {}, &AbbreviationEntry::word));

constexpr auto kStarters = std::to_array<std::string_view>({
#include "segment/sentence_starters_table.inc"
});
static_assert(std::ranges::is_sorted(kStarters));

// Words that belong to a clock time before them: "9 a.m. Monday", "9 p.m. EST".
constexpr auto kAfterClock = std::to_array<std::string_view>(
    {"april",    "august",    "bst",      "cet",      "cst",      "ct",      "december", "edt",
     "est",      "et",        "february", "friday",   "gmt",      "january", "july",     "june",
     "march",    "may",       "monday",   "mst",      "november", "october", "pst",      "pt",
     "saturday", "september", "sunday",   "thursday", "tuesday",  "utc",     "wednesday"});
static_assert(std::ranges::is_sorted(kAfterClock));

constexpr std::size_t kMaxAbbreviation = 8;
constexpr std::size_t kMaxOpeners = 4;  // marks and brackets in front of a sentence's first word

template <class Table>
bool holds(const Table& table, std::string_view word) {
  constexpr std::size_t kLongest = 12;
  return word.size() <= kLongest && std::ranges::binary_search(table, text::ascii_lower(word));
}

bool is_capital(std::string_view word) { return text::is_upper(text::decode(word, 0).value); }

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > kMaxAbbreviation) return Abbreviation::kNone;
  const std::string lower = text::ascii_lower(word);
  const auto found = std::ranges::lower_bound(kAbbreviations, lower, {}, &AbbreviationEntry::word);
  if (found == kAbbreviations.end() || found->word != lower) return Abbreviation::kNone;
  return found->is_capital_only && !is_capital(word) ? Abbreviation::kNone : found->kind;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::uint32_t paragraph, std::uint32_t first, Segmentation& layer)
      : text_(text), paragraph_(paragraph), first_(first), begin_(first), layer_(layer) {}

  void split() {
    const auto n = static_cast<std::uint32_t>(layer_.words.size());
    for (std::uint32_t i = first_; i < n;) {
      if (const std::uint32_t end = separator_end(i); end != i) {
        finish(i);
        finish(end);
        i = end;
        continue;
      }
      if (!is_terminator(i)) {
        ++i;
        continue;
      }
      const std::uint32_t next = past_closers(i + 1);
      if (next == n || ends_between(i, next)) finish(next);
      i = next;
    }
    finish(n);
  }

 private:
  void finish(std::uint32_t end) {
    if (end == begin_) return;
    const Range range{layer_.words[begin_].range.begin, layer_.words[end - 1].range.end};
    layer_.sentences.push_back({range, paragraph_, begin_, end});
    begin_ = end;
  }

  // End of a row of marks between blanks, "###" or "***", that stands where a paragraph ended; `i`
  // when no such row begins there.
  std::uint32_t separator_end(std::uint32_t i) const {
    constexpr std::string_view kSeparators = "#*=_~";
    constexpr std::uint32_t kMinMarks = 3;
    const std::string_view mark = word(i);
    if (mark.size() != 1 || kSeparators.find(mark[0]) == std::string_view::npos) return i;
    if (touches_previous(i)) return i;
    const auto n = static_cast<std::uint32_t>(layer_.words.size());
    std::uint32_t end = i + 1;
    while (end < n && touches_previous(end) && word(end) == mark) ++end;
    const bool is_row = end - i >= kMinMarks && (end == n || !touches_previous(end));
    return is_row ? end : i;
  }

  std::string_view word(std::uint32_t i) const { return words_of(text_, layer_.words[i].range); }
  bool is_mark(std::uint32_t i) const { return layer_.words[i].kind == WordKind::kMark; }
  bool touches_previous(std::uint32_t i) const {
    return i > first_ && layer_.words[i].range.begin == layer_.words[i - 1].range.end;
  }

  bool is_stop(std::uint32_t i) const {
    if (!is_mark(i)) return false;
    const std::string_view mark = word(i);
    return mark[0] == '.' || mark == "!" || mark == "?" || mark == "…";
  }
  bool is_dots(std::uint32_t i) const { return word(i).starts_with("..") || word(i) == "…"; }
  // "U.S." ends in a stop of its own.
  bool ends_in_stop(std::uint32_t i) const {
    return layer_.words[i].kind == WordKind::kWord && word(i).ends_with('.');
  }
  bool is_terminator(std::uint32_t i) const { return is_stop(i) || ends_in_stop(i); }

  bool is_quotation_mark(std::uint32_t i) const {
    return is_mark(i) && glyph_at(word(i), 0).is_quotation_mark();
  }

  bool opens_quotation(std::uint32_t i) const {
    const std::uint32_t at = layer_.words[i].range.begin;
    const auto begin_of = [](const QuotedPart& part) { return part.outer.begin; };
    const auto found = std::ranges::lower_bound(layer_.quoted, at, {}, begin_of);
    return found != layer_.quoted.end() && found->outer.begin == at && found->inner.begin > at;
  }

  // Further stops, closing brackets and closing marks that belong to the sentence before `i`.
  std::uint32_t past_closers(std::uint32_t i) const {
    const auto n = static_cast<std::uint32_t>(layer_.words.size());
    for (; i < n && is_mark(i); ++i) {
      if (is_stop(i)) continue;
      if (!touches_previous(i)) break;
      const std::string_view mark = word(i);
      if (mark == ")" || mark == "]" || mark == "}" || mark == "*") continue;
      if (!is_quotation_mark(i) || opens_quotation(i)) break;
    }
    return i;
  }

  // The word that would be the first of the next sentence.
  std::uint32_t past_openers(std::uint32_t i) const {
    const auto n = static_cast<std::uint32_t>(layer_.words.size());
    const std::size_t limit = std::min<std::size_t>(n, i + kMaxOpeners);
    while (i < limit && is_mark(i) &&
           (is_quotation_mark(i) || word(i) == "(" || word(i) == "[" || word(i) == "{"))
      ++i;
    return i;
  }

  // Does a sentence end between the stop at `stop` (with its closers) and the word at `next`?
  bool ends_between(std::uint32_t stop, std::uint32_t next) const {
    const std::uint32_t head = past_openers(next);
    if (head == layer_.words.size()) return true;
    if (is_mark(head)) return !continues_with_mark(word(head)) && !touches_previous(head);
    const char32_t first = text::decode(word(head), 0).value;
    if (text::is_lower(first)) return false;
    if (is_dots(stop) && next == stop + 1 && is_i(word(head))) return false;
    if (touches_previous(next) && !is_missing_blank(stop, head)) return false;
    if (layer_.words[head].kind == WordKind::kHandle) return true;
    if (next == stop + 1 && is_inside_abbreviation(stop, head)) return false;
    return !is_asked_by_name(stop, next, head);
  }

  // "I", "I'm": a capital that says nothing about a sentence's beginning.
  static bool is_i(std::string_view word) {
    return word == "I" || word.starts_with("I'") || word.starts_with("I’");
  }

  static bool continues_with_mark(std::string_view mark) {
    constexpr auto kContinuing = std::to_array<std::string_view>(
        {",", ";", ":", "-", "–", "—", ")", "]", "}", "/", "&", "%"});
    return std::ranges::find(kContinuing, mark) != kContinuing.end();
  }

  // "… ended.The next …" where a line break was lost.
  bool is_missing_blank(std::uint32_t stop, std::uint32_t head) const {
    if (stop == first_ || !is_stop(stop)) return false;
    const std::string_view after = word(head);
    const bool is_new_word =
        after == "I" || after == "A" ||
        (is_capital(after) && after.size() > 1 &&
         text::is_lower(text::decode(after, text::decode(after, 0).n_bytes).value));
    const std::string_view before = word(stop - 1);
    return is_new_word &&
           (is_mark(stop - 1) || text::is_lower(text::decode_before(before, before.size()).value) ||
            layer_.words[stop - 1].kind == WordKind::kNumber);
  }

  // Is the stop part of "Dr. Silva", "J. K. Marsh", "No. 5", "the U.S. Senate"?
  bool is_inside_abbreviation(std::uint32_t stop, std::uint32_t head) const {
    const bool is_starter = holds(kStarters, word(head));
    if (ends_in_stop(stop)) {
      const std::string lower = text::ascii_lower(word(stop));
      if (lower == "a.m." || lower == "p.m.") return holds(kAfterClock, word(head));
      return !is_starter;
    }
    if (word(stop) != "." || !touches_previous(stop)) return false;
    const std::string_view before = word(stop - 1);
    const bool is_number = layer_.words[head].kind == WordKind::kNumber;
    switch (abbreviation(before)) {
      case Abbreviation::kTitle:
        return true;
      case Abbreviation::kNumbered:
        return is_number;
      case Abbreviation::kEither:
        return !is_starter;
      case Abbreviation::kNone:
        break;
    }
    if (stop - 1 == first_ && layer_.words[first_].kind == WordKind::kNumber) return true;  // "1."
    const bool is_initial =
        is_capital(before) && before != "I" && text::decode(before, 0).n_bytes == before.size();
    return is_initial && !is_starter && !is_number;
  }

  // "“Is this a joke?” Silva asked."
  bool is_asked_by_name(std::uint32_t stop, std::uint32_t next, std::uint32_t head) const {
    if (word(stop) == "." || head != next || !is_quotation_mark(next - 1)) return false;
    if (holds(kStarters, word(head))) return false;
    constexpr std::size_t kLook = 5;
    const auto rest = std::span(layer_.words).subspan(next);
    return begins_cue_clause(text_, rest.first(std::min(kLook, rest.size())));
  }

  std::string_view text_;
  std::uint32_t paragraph_;
  std::uint32_t first_;  // word of the paragraph
  std::uint32_t begin_;  // word of the sentence being built
  Segmentation& layer_;
};

}  // namespace

void append_sentences(std::string_view text, std::uint32_t paragraph, std::uint32_t first_word,
                      Segmentation& layer) {
  Splitter(text, paragraph, first_word, layer).split();
}

}  // namespace fabula::segment
