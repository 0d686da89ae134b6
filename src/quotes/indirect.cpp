#include "quotes/indirect.hpp"

#include <algorithm>

#include "quotes/clause.hpp"
#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

bool is_word(const Item& item, std::string_view lower) {
  return item.kind == ItemKind::kWord && item.lower == lower;
}

// Was the same clause given to an earlier cue of its sentence, which begins at byte `begin`?
bool is_given(const std::vector<Indirect>& found, Range clause, std::uint32_t begin) {
  for (auto earlier = found.rbegin();
       earlier != found.rend() && earlier->parts.front().begin >= begin; ++earlier)
    if (earlier->parts.front() == clause) return true;
  return false;
}

Range bytes_of(const Outline& outline, const Stretch& stretch) {
  return {outline.items[stretch.first].range.begin, outline.items[stretch.last - 1].range.end};
}

// Without "that" and marks at the edges.
Stretch trimmed(const Outline& outline, Stretch stretch) {
  const auto is_mark = [&](std::size_t at) {
    return outline.items[at].kind == ItemKind::kMark && !outline.items[at].is_mark(')');
  };
  while (stretch.first < stretch.last &&
         (is_mark(stretch.first) || is_word(outline.items[stretch.first], "that")))
    ++stretch.first;
  while (stretch.last > stretch.first && is_mark(stretch.last - 1)) --stretch.last;
  return stretch;
}

// More than "it", "no more"?
bool says_something(const Outline& outline, const Stretch& clause) {
  if (clause.first >= clause.last) return false;
  const std::size_t n = clause.last - clause.first;
  return n > 2 || (n == 2 && !is_word(outline.items[clause.first], "no"));
}

const char* rule_of(const Outline& outline, const SaidOfCue& said,
                    const std::vector<Stretch>& clauses) {
  const Item& cue = outline.items[said.cue_first];
  if (cue.lower == "according") return "quote.indirect-according";
  if (clauses.size() > 1) return "quote.indirect-around";
  if (clauses.front().last <= said.cue_first) return "quote.indirect-final";
  return is_speech_act(cue.lower) ? "quote.indirect-act" : "quote.indirect-that";
}

}  // namespace

std::vector<Indirect> find_indirect(const Outline& outline, const std::vector<SaidOfCue>& said,
                                    const std::vector<std::size_t>& quoting) {
  std::vector<Indirect> found;
  for (const SaidOfCue& each : said) {
    const Item& cue = outline.items[each.cue_first];
    if (!cue.has(kSay | kCueNoun) && cue.lower != "according" && !is_speech_act(cue.lower))
      continue;
    const bool quotes = std::binary_search(quoting.begin(), quoting.end(), each.cue_first);
    // "It was over, she said, and “a mess”": the quotation's own clause has all of it.
    const bool is_told = quotes && std::any_of(each.content.begin(), each.content.end(),
                                               [&](const Stretch& stretch) {
                                                 return holds_quoted(outline, stretch);
                                               });
    if (is_told) continue;
    std::vector<Stretch> clauses;
    for (const Stretch stretch : each.content) {
      const Stretch clause = trimmed(outline, stretch);
      if (!says_something(outline, clause)) continue;
      if (quotes && !holds_verb(outline, clause.first, clause.last)) continue;
      clauses.push_back(clause);
    }
    const std::uint32_t begin = outline.items[outline.sentence_begin(each.cue_first)].range.begin;
    // "was asked about the quay": a question of nobody's, without its words.
    if (!each.source && !clauses.empty() && cue.lower.starts_with("ask") &&
        !holds_verb(outline, clauses.front().first, clauses.front().last))
      continue;
    if (clauses.empty() || is_given(found, bytes_of(outline, clauses.front()), begin)) continue;
    Indirect indirect;
    for (const Stretch& clause : clauses) indirect.parts.push_back(bytes_of(outline, clause));
    if (each.source) indirect.attribution.source = *each.source;
    indirect.attribution.has_cue = true;
    indirect.attribution.cue_first = each.cue_first;
    indirect.attribution.cue_last = each.cue_last;
    indirect.attribution.unit_last = std::max(each.cue_last, indirect.attribution.source.last);
    indirect.attribution.rule = rule_of(outline, each, clauses);
    if (!each.is_agreed) indirect.attribution.grade = Grade::kB;
    found.push_back(std::move(indirect));
  }
  return found;
}

}  // namespace fabula::quotes
