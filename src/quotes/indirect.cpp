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

bool is_word(const Item& item, std::string_view lower) {
  return item.kind == ItemKind::kWord && item.lower == lower;
}

bool is_verb_like(const Item& item) {
  if (item.kind != ItemKind::kWord) return false;
  return item.has(kAuxiliary | kVerb | kSay | kJudge) || item.lower.ends_with("ed") ||
         item.lower.ends_with("n't");
}

// Is there a verb in [first, last), near its begin?
bool holds_verb(const Outline& outline, std::size_t first, std::size_t last) {
  constexpr std::size_t kFarthestVerb = 20;
  for (std::size_t i = first; i < std::min(last, first + kFarthestVerb); ++i)
    if (is_verb_like(outline.items[i]) && outline.items[i].phrase < 0) return true;
  return false;
}

// Past "on Friday", "in an interview with the Ledger", "Tuesday".
std::size_t after_adverbials(const Outline& outline, std::size_t at, std::size_t end) {
  while (at < end) {
    const Item& item = outline.items[at];
    if (item.kind != ItemKind::kWord && item.kind != ItemKind::kName) break;
    const Phrase* phrase = outline.phrase_at(at);
    if (item.has(kPreposition) && phrase == nullptr) {
      const Phrase* governed = outline.phrase_at(at + 1);
      if (governed == nullptr || governed->first != at + 1 || item.lower == "to") break;
      at = governed->last;
    } else if (phrase != nullptr && phrase->first == at &&
               outline.items[phrase->head].has(kTimeWord)) {
      at = phrase->last;
    } else if (phrase == nullptr && item.has(kAdverb | kTimeWord) && item.lower != "there") {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, end);
}

bool takes_addressee(std::string_view verb) {
  return verb == "told" || verb == "tells" || verb == "telling";
}

bool takes_infinitive(std::string_view verb) {
  for (const std::string_view stem : {"vow", "pledg", "promis", "urg", "ask", "agree", "beg"})
    if (verb.starts_with(stem)) return true;
  return false;
}

// "said (that) ...": the clause behind the cue, over an addressee or a short adverbial.
std::optional<Stretch> clause_after(const Outline& outline, const Cue& cue) {
  const std::size_t end = clause_end(outline, cue.first);
  const std::string_view verb = outline.items[cue.first].lower;
  const std::size_t begin = cue.is_inverted ? cue.unit_last() : cue.last;
  for (std::size_t i = begin; i < std::min(end, begin + 14); ++i) {
    if (is_word(outline.items[i], "that")) {
      // "adding to the hope that has grown": "that" stands for the hope.
      const bool is_relative = outline.items[i + 1 < end ? i + 1 : i].has(kAuxiliary | kVerb);
      if (i == begin && i + 2 < end) return Stretch{is_relative ? i : i + 1, end};
      if (i + 2 < end && !is_relative) return Stretch{i + 1, end};
      break;
    }
    const bool is_question = is_word(outline.items[i], "whether") ||
                             (is_word(outline.items[i], "if") &&
                              (verb.starts_with("ask") || verb.starts_with("wonder")));
    if (is_question && i + 2 < end) return Stretch{i, end};
    if (takes_infinitive(verb) && is_word(outline.items[i], "to") && i + 1 < end && i < begin + 6)
      return Stretch{begin, end};
    if (outline.items[i].kind == ItemKind::kMark) break;
  }
  if (cue.has(kWeakCue) || cue.has(kCueNoun) || cue.is_inverted) return {};
  std::size_t first = after_adverbials(outline, begin, end);
  if (takes_addressee(verb)) {
    const Phrase* addressee = outline.phrase_at(begin);
    if (addressee == nullptr || addressee->first != begin) return {};
    first = after_adverbials(outline, addressee->last, end);
  }
  if (first + 3 > end) return {};
  const Item& next = outline.items[first];
  if (next.kind == ItemKind::kMark || next.kind == ItemKind::kQuoted ||
      next.has(kConjunction | kPreposition) || is_word(next, "to"))
    return {};
  // "the visit that officials said brokered peace": the subject stands before the cue.
  const bool lacks_subject = is_verb_like(next) && next.phrase < 0 && !next.lower.ends_with("ing");
  const bool is_behind_relative =
      cue.unit_first() > 0 && outline.items[cue.unit_first() - 1].has(kRelative);
  if (lacks_subject) {
    if (!is_behind_relative) return {};
    // "the policies, which she said had failed, are gone"
    std::size_t last = first + 1;
    while (last < end && !outline.items[last].is_mark(',')) ++last;
    return Stretch{first, last};
  }
  const Phrase* subject = outline.phrase_at(first);
  bool is_clause = false;
  if (subject != nullptr && subject->first == first) {
    std::size_t after = subject->last;
    while (after < end && outline.items[after].has(kAdverb)) ++after;
    const Item& item = item_or_mark(outline, after);
    const bool is_pronoun = subject->last == first + 1 && outline.items[first].has(kPronoun);
    is_clause = after < end && item.kind == ItemKind::kWord && (item.phrase < 0 || is_pronoun) &&
                !item.has(kPreposition | kConjunction) && !is_word(item, "to");
    is_clause = is_clause || (after < end && is_verb_like(item));
  }
  const bool is_plain = verb == "said" || verb == "says" || verb == "say" || verb == "saying";
  if (!is_clause && !(is_plain && first + 3 <= end) && !holds_verb(outline, first + 1, end))
    return {};
  return Stretch{first, end};
}

// Does the verb say something by itself, with what it says it of for its object: "accused",
// "denied"?
bool is_speech_act(std::string_view verb) {
  for (const std::string_view stem :
       {"accus",  "acknowledg", "announc", "blam",   "condemn", "criticis", "criticiz",
        "denied", "denies",     "denounc", "deny",   "describ", "disclos",  "dismiss",
        "praise", "praising",   "predict", "propos", "reject",  "reveal",   "defend"})
    if (verb.starts_with(stem)) return true;
  return false;
}

// "accused the council of waste", "denied the report": the object and what hangs on it.
std::optional<Stretch> object_after(const Outline& outline, const Cue& cue) {
  if (cue.is_inverted || cue.is_noun || !is_speech_act(outline.items[cue.first].lower)) return {};
  const std::size_t end = clause_end(outline, cue.first);
  std::size_t first = cue.last;
  while (first < end && outline.items[first].has(kAdverb)) ++first;
  const bool is_object =
      outline.phrase_at(first) != nullptr || item_or_mark(outline, first).lower.ends_with("ing");
  if (first + 2 > end || !is_object) return {};
  return Stretch{first, end};
}

// "..., Bright said.": the clause before, and with "..., Bright said, ..." also what goes on.
std::vector<Stretch> clause_around(const Outline& outline, const Cue& cue) {
  const std::size_t begin = outline.sentence_begin(cue.first);
  const std::size_t unit = cue.unit_first();
  const bool is_according = outline.items[cue.first].lower == "according";
  const bool is_set_off = unit > begin && outline.items[unit - 1].is_mark(',');
  if (unit == begin || (!is_set_off && !is_according) || cue.is_relative) return {};
  std::size_t unit_end = cue.unit_last();
  const std::size_t end = clause_end(outline, cue.first);
  // "..., his aide told the Ledger."
  const Phrase* addressee = outline.phrase_at(unit_end);
  if (takes_addressee(outline.items[cue.first].lower) && addressee != nullptr &&
      addressee->first == unit_end)
    unit_end = addressee->last;
  const std::size_t before_end = is_set_off ? unit - 1 : unit;
  const Item& after = item_or_mark(outline, unit_end);
  const bool has_clause = unit >= begin + 3 && holds_verb(outline, begin, before_end);
  if (after.is_mark(',') && unit_end + 2 < end) {
    // An apposition of the source, or the other half of what is said.
    if (cue.is_inverted && has_clause) return {{begin, before_end}};
    if (holds_verb(outline, unit_end + 1, end)) return {{begin, before_end}, {unit_end + 1, end}};
  }
  const bool ends = is_according || unit_end >= end || after.kind == ItemKind::kMark ||
                    after.has(kTimeWord | kPreposition);
  if (!ends || unit < begin + 3) return {};
  // "A candidate for mayor, Ana Lopes, said ...": the source goes on.
  const Phrase* opening = outline.phrase_at(begin);
  const bool is_apposition = opening != nullptr && opening->last == before_end && !is_according &&
                             outline.items[opening->head].has(kPersonNoun);
  if (is_apposition && unit_end < end && after.kind != ItemKind::kMark) return {};
  // "In 2019, Bright said ..." is no clause.
  if (!is_according && outline.items[begin].has(kOpener) && unit - begin < 6) return {};
  return {{begin, before_end}};
}

bool holds_quoted(const Outline& outline, const Stretch& stretch) {
  return std::any_of(outline.items.begin() + static_cast<std::ptrdiff_t>(stretch.first),
                     outline.items.begin() + static_cast<std::ptrdiff_t>(stretch.last),
                     [](const Item& item) { return item.is_quoted(); });
}

// "said it was late and called it “a mess”": what was said before the cue of the quoted words.
Stretch before_next_cue(const Outline& outline, const std::vector<Cue>& cues, const Cue& cue,
                        Stretch clause) {
  auto next = std::upper_bound(cues.begin(), cues.end(), cue.first,
                               [](std::size_t at, const Cue& other) { return at < other.first; });
  for (; next != cues.end() && next->first < clause.last; ++next) {
    const bool shares_source = next->source.first == cue.source.first;
    const std::size_t joint = shares_source ? next->first : next->unit_first();
    if (joint < clause.first + 3) continue;
    std::size_t end = joint;
    while (end > clause.first && (outline.items[end - 1].kind == ItemKind::kMark ||
                                  outline.items[end - 1].has(kConjunction | kAdverb | kAuxiliary)))
      --end;
    if (end < joint && end > clause.first + 1) return {clause.first, end};
  }
  return clause;
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
    std::vector<Stretch> clauses;
    const bool is_as = cue.unit_first() == begin + 1 && is_word(outline.items[begin], "as");
    const char* rule = "quote.indirect-that";
    // "According to Bright, ...", "As Bright said on Monday, ..."
    const std::size_t led = after_adverbials(outline, cue.unit_last(), outline.sentence_end(begin));
    if ((is_according ? cue.first == begin : is_as) && item_or_mark(outline, led).is_mark(',')) {
      clauses = {{led + 1, clause_end(outline, cue.first)}};
      rule = "quote.indirect-according";
    } else if (!is_according) {
      if (const auto clause = clause_after(outline, cue)) clauses = {*clause};
    }
    if (clauses.empty() && is_act) {
      if (const auto object = object_after(outline, cue)) clauses = {*object};
      rule = "quote.indirect-act";
    }
    if (clauses.empty() && (!is_inside || is_according)) {
      clauses = clause_around(outline, cue);
      rule = is_according          ? "quote.indirect-according"
             : clauses.size() == 2 ? "quote.indirect-around"
                                   : "quote.indirect-final";
    }
    if (!clauses.empty() && holds_quoted(outline, clauses.back()))
      clauses.back() = before_next_cue(outline, cues, cue, clauses.back());
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
    indirect.attribution.rule = rule;
    last = clauses;
    last.back().last = std::max(last.back().last, cue.unit_last());
    found.push_back(std::move(indirect));
  }
  return found;
}

}  // namespace fabula::quotes
