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

// Somebody or something that can state something: "the report said".
bool can_state(const Outline& outline, const Source& source, std::string_view verb) {
  if (can_speak(outline, source) || verb == "according") return true;
  const Item& head = outline.items[source.head];
  return head.kind == ItemKind::kWord && !head.has(kTimeWord) &&
         (verb == "said" || verb == "says" || verb == "say" || verb == "saying");
}

// Does `cue` share its source with the one before it: "said ... and added ..."?
bool goes_on(const Indirect& before, const Cue& cue) {
  return before.attribution.source.first == cue.source.first && cue.source.last <= cue.first &&
         before.attribution.cue_first > cue.source.first;
}

// "..., but she said": a clause of its own.
bool is_joined(const Outline& outline, const Cue& cue) {
  return !cue.is_inverted && cue.unit_first() > 0 &&
         outline.items[cue.unit_first() - 1].has(kConjunction);
}

Range bytes_of(const Outline& outline, const Stretch& stretch) {
  return {outline.items[stretch.first].range.begin, outline.items[stretch.last - 1].range.end};
}

}  // namespace

std::vector<Indirect> find_indirect(const Outline& outline, const std::vector<Cue>& cues,
                                    const std::vector<std::size_t>& quoting) {
  std::vector<Indirect> found;
  std::vector<Stretch> last;  // of the last one found
  for (const Cue& cue : cues) {
    const std::string_view verb = outline.items[cue.first].lower;
    // "when asked": by nobody who is named.
    const bool is_by_nobody =
        verb == "asked" && cue.first > 0 && is_word(outline.items[cue.first - 1], "when");
    const bool is_act = is_speech_act(verb) && can_speak(outline, cue.source);
    if ((!cue.has(kSay) && !is_act) || cue.is_noun || is_by_nobody ||
        !can_state(outline, cue.source, verb))
      continue;
    const std::size_t begin = outline.sentence_begin(cue.first);
    constexpr std::size_t kLongestSentence = 300;  // longer ones are lists, and would cost n²
    if (outline.sentence_end(cue.first) - begin > kLongestSentence) continue;
    const bool is_inside = !last.empty() && cue.first < last.back().last;
    const bool is_new_half = is_inside && (goes_on(found.back(), cue) || is_joined(outline, cue));
    const bool is_according = verb == "according";
    if (is_inside && !is_new_half && !is_according) continue;
    SaidByRule said = said_by_rule(outline, cue, is_inside);
    std::vector<Stretch>& clauses = said.clauses;
    if (!clauses.empty() && holds_quoted(outline, clauses.back()))
      clauses.back() = before_next_cue(outline, cues, cue, clauses.back(), cue.first);
    const bool quotes = std::binary_search(quoting.begin(), quoting.end(), cue.first);
    std::erase_if(clauses, [&](const Stretch& clause) {
      const bool is_of_quoted =
          holds_quoted(outline, clause) || !holds_verb(outline, clause.first, clause.last);
      return clause.first >= clause.last || (quotes && is_of_quoted);
    });
    if (clauses.empty() ||
        is_given(found, bytes_of(outline, clauses.front()), outline.items[begin].range.begin))
      continue;
    if (is_new_half) {
      // What was said first ends before "and added", ", but she said".
      Stretch& before = last.back();
      std::size_t end = goes_on(found.back(), cue) ? cue.first : cue.unit_first();
      while (end > before.first &&
             (outline.items[end - 1].kind == ItemKind::kMark ||
              outline.items[end - 1].has(kConjunction | kAdverb | kAuxiliary)))
        --end;
      if (end <= before.first) continue;
      before.last = end;
      found.back().parts.back() = bytes_of(outline, before);
    }
    Indirect indirect;
    for (const Stretch& clause : clauses) indirect.parts.push_back(bytes_of(outline, clause));
    indirect.attribution.source = cue.source;
    indirect.attribution.has_cue = true;
    indirect.attribution.cue_first = cue.first;
    indirect.attribution.cue_last = cue.last;
    indirect.attribution.unit_last = cue.unit_last();
    indirect.attribution.rule = said.rule;
    last = clauses;
    last.back().last = std::max(last.back().last, cue.unit_last());
    found.push_back(std::move(indirect));
  }
  return found;
}

}  // namespace fabula::quotes
