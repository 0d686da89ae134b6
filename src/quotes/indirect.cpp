#include "quotes/indirect.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

struct Stretch {
  std::size_t first;
  std::size_t last;
};

const Item& item_or_mark(const Outline& outline, std::size_t at) {
  static const Item kNothing{};
  return at < outline.items.size() ? outline.items[at] : kNothing;
}

// The end of the sentence that holds `at`, without its full stop.
std::size_t clause_end(const Outline& outline, std::size_t at) {
  std::size_t end = outline.sentence_end(at);
  while (end > at + 1 && outline.items[end - 1].kind == ItemKind::kMark &&
         !outline.items[end - 1].is_mark(')'))
    --end;
  return end;
}

// "said (that) ...": the clause behind the cue, over an addressee or a short adverbial.
std::optional<Stretch> clause_after(const Outline& outline, const Cue& cue) {
  const std::size_t end = clause_end(outline, cue.first);
  for (std::size_t i = cue.last; i < std::min(end, cue.last + 10); ++i) {
    if (outline.items[i].lower == "that" && outline.items[i].kind == ItemKind::kWord) {
      // "adding to the hope that has grown": "that" stands for the hope.
      const bool is_relative = outline.items[i + 1 < end ? i + 1 : i].has(kAuxiliary | kVerb);
      if (i + 2 < end && !is_relative) return Stretch{i + 1, end};
      return {};
    }
    if (outline.items[i].kind == ItemKind::kMark) break;
  }
  const std::string_view verb = outline.items[cue.first].lower;
  if (verb == "told" || verb == "tells" || verb == "telling" || cue.has(kWeakCue)) return {};
  const Phrase* subject = outline.phrase_at(cue.last);
  if (subject == nullptr || subject->first != cue.last || end - cue.last < 3) return {};
  const Item& next = item_or_mark(outline, subject->last);
  const bool is_clause =
      next.has(kAuxiliary | kVerb) || next.lower.ends_with("ed") || next.has(kSay | kJudge);
  if (!is_clause) return {};
  return Stretch{cue.last, end};
}

// "..., Bright said.": the clause before.
std::optional<Stretch> clause_before(const Outline& outline, const Cue& cue) {
  const std::size_t begin = outline.sentence_begin(cue.first);
  const std::size_t unit = cue.unit_first();
  if (unit < begin + 3) return {};
  const bool is_according = outline.items[cue.first].lower == "according";
  const bool is_set_off = outline.items[unit - 1].is_mark(',');
  if (!is_set_off && !is_according) return {};
  const std::size_t unit_end = cue.unit_last();
  const Item& after = item_or_mark(outline, unit_end);
  const bool ends = unit_end >= outline.sentence_end(cue.first) || after.is_mark('.') ||
                    after.has(kTimeWord | kPreposition);
  if (!ends) return {};
  // "In 2019, Bright said ..." is no clause.
  if (!is_according && outline.items[begin].has(kOpener) && unit - begin < 6) return {};
  return Stretch{begin, is_set_off ? unit - 1 : unit};
}

// Was the same clause given to an earlier cue of its sentence, which begins at byte `begin`?
bool is_given(const std::vector<Indirect>& found, Range clause, std::uint32_t begin) {
  for (auto earlier = found.rbegin(); earlier != found.rend() && earlier->range.begin >= begin;
       ++earlier)
    if (earlier->range == clause) return true;
  return false;
}

}  // namespace

std::vector<Indirect> find_indirect(const Layers& layers, const Outline& outline,
                                    const std::vector<Cue>& cues) {
  std::vector<Indirect> found;
  std::size_t taken = 0;  // items before this one are part of an indirect quotation
  for (const Cue& cue : cues) {
    if (!cue.has(kSay) || cue.has(kCueNoun) || cue.first < taken) continue;
    if (!can_speak(outline, cue.source)) continue;
    const std::size_t begin = outline.sentence_begin(cue.first);
    const std::size_t end = outline.sentence_end(cue.first);
    constexpr std::size_t kLongestSentence = 300;  // longer ones are lists, and would cost n²
    if (end - begin > kLongestSentence) continue;
    const bool has_quoted = std::any_of(outline.items.begin() + static_cast<std::ptrdiff_t>(begin),
                                        outline.items.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Item& item) { return item.is_quoted(); });
    if (has_quoted) continue;
    const bool is_according = outline.items[cue.first].lower == "according";
    std::optional<Stretch> clause;
    const char* rule = "quote.indirect-that";
    if (is_according && cue.first == begin && item_or_mark(outline, cue.unit_last()).is_mark(',')) {
      clause = Stretch{cue.unit_last() + 1, clause_end(outline, cue.first)};
      rule = "quote.indirect-according";
    } else if (!is_according) {
      clause = clause_after(outline, cue);
    }
    if (!clause) {
      clause = clause_before(outline, cue);
      rule = is_according ? "quote.indirect-according" : "quote.indirect-final";
    }
    if (!clause || clause->first >= clause->last) continue;
    Indirect indirect;
    indirect.range = {outline.items[clause->first].range.begin,
                      outline.items[clause->last - 1].range.end};
    indirect.attribution.source = cue.source;
    indirect.attribution.has_cue = true;
    indirect.attribution.cue_first = cue.first;
    indirect.attribution.cue_last = cue.last;
    indirect.attribution.unit_last = cue.unit_last();
    indirect.attribution.rule = rule;
    if (words_of(layers.article.text, indirect.range).empty() ||
        is_given(found, indirect.range, outline.items[begin].range.begin))
      continue;
    taken = std::max(clause->last, cue.unit_last());
    found.push_back(indirect);
  }
  return found;
}

}  // namespace fabula::quotes
