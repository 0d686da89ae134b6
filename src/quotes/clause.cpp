#include "quotes/clause.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

bool is_word(const Item& item, std::string_view lower) {
  return item.kind == ItemKind::kWord && item.lower == lower;
}

bool is_verb_like(const Item& item) {
  if (item.kind != ItemKind::kWord) return false;
  return item.has(kAuxiliary | kVerb | kSay | kJudge) || item.lower.ends_with("ed") ||
         item.lower.ends_with("n't");
}

bool takes_infinitive(std::string_view verb) {
  for (const std::string_view stem : {"vow", "pledg", "promis", "urg", "ask", "agree", "beg"})
    if (verb.starts_with(stem)) return true;
  return false;
}

// The end of the sentence that holds `at`, without its full stop.
std::size_t clause_end(const Outline& outline, std::size_t at) {
  std::size_t end = outline.sentence_end(at);
  while (end > at + 1 && outline.items[end - 1].kind == ItemKind::kMark &&
         !outline.items[end - 1].is_mark(')'))
    --end;
  return end;
}

// Past "on Friday", "in an interview with the Ledger", "Tuesday"; at most `end`.
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

bool is_question_word(const Item& item) {
  for (const std::string_view word : {"that", "whether", "how", "why", "what", "if"})
    if (is_word(item, word)) return true;
  return false;
}

// Past whom something was told, at `begin`: "reporters", "a Marl gathering in the hall".
std::size_t after_addressee(const Outline& outline, std::size_t begin, std::size_t end) {
  const Phrase* addressee = outline.phrase_at(begin);
  if (addressee == nullptr || addressee->first != begin || addressee->last >= end) return begin;
  std::size_t at = addressee->last;
  const Item& next = outline.items[at];
  if (next.kind == ItemKind::kWord && next.flags == 0 && next.phrase < 0 && at + 1 < end &&
      outline.items[at + 1].has(kPreposition))
    ++at;
  return after_adverbials(outline, at, end);
}

// Where what is said begins behind its cue, before the quoted words at `at`: over "on Friday", whom
// it was told, and of a verb that only judges its preposition ("lashed out at").
std::size_t begin_behind(const Outline& outline, const Cue& cue, std::size_t at) {
  const std::string_view verb = outline.items[cue.first].lower;
  std::size_t begin = cue.is_inverted ? cue.unit_last() : cue.last;
  begin = after_adverbials(outline, begin, at);
  const Item& next = outline.items[begin];
  if (next.is_mark(':') || next.is_mark(',')) {
    // "told Bright, his host, that ..."; "said, “...”"
    ++begin;
    for (std::size_t i = begin; i < std::min(at, begin + 24); ++i)
      if (is_word(outline.items[i], "that") && outline.items[i - 1].is_mark(',')) return i;
    return cue.is_inverted ? begin : at;
  }
  if (is_question_word(next)) return begin;
  const std::size_t behind = after_addressee(outline, begin, at);
  if (behind > begin && (takes_addressee(verb) || is_question_word(outline.items[behind])))
    return behind;
  // "said in a letter to Bright that": no verb may stand between.
  for (std::size_t i = begin; i < std::min(at, begin + 16); ++i) {
    const Item& item = outline.items[i];
    if (is_word(item, "that") && !outline.items[i + 1].has(kAuxiliary | kVerb)) return i;
    if (is_verb_like(item) && item.phrase < 0) break;
    if (item.phrase >= 0 && i == begin) break;
  }
  const bool is_governed = next.has(kPreposition) && next.phrase < 0 && begin < at;
  if (is_governed && next.lower != "as" && next.lower != "to" && next.lower != "for") ++begin;
  return begin;
}

// Does a clause of its own, or a word about what was said, begin at `at`, behind the quoted words?
bool ends_clause(const Outline& outline, const Cue& cue, std::size_t at) {
  const Item& item = outline.items[at];
  const Item& next = item_or_mark(outline, at + 1);
  const bool is_comma =
      item.is_mark(',') || (outline.items[at - 1].ends_with_comma && !item.is_mark('-'));
  const Item& first = item.kind == ItemKind::kMark ? next : item;
  if (item.is_mark('(') || item.is_mark(';')) return true;
  if (is_comma) {
    if (first.lower.ends_with("ing") || first.has(kDeterminer | kRelative)) return true;
    if (!cue.has(kSay)) return true;
  }
  if (item.is_mark('-')) return true;
  const bool is_joint = first.has(kConjunction) && !cue.has(kSay);
  const Item& behind =
      outline.items[std::min(outline.items.size() - 1, at + (&first == &next ? 2 : 1))];
  return is_joint && is_verb_like(behind);
}

// "said (that) ...": the clause behind the cue, over an addressee or a short adverbial, without
// "that".
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

}  // namespace

bool holds_verb(const Outline& outline, std::size_t first, std::size_t last) {
  constexpr std::size_t kFarthestVerb = 20;
  for (std::size_t i = first; i < std::min(last, first + kFarthestVerb); ++i)
    if (is_verb_like(outline.items[i]) && outline.items[i].phrase < 0) return true;
  return false;
}

bool takes_addressee(std::string_view verb) {
  return verb == "told" || verb == "tells" || verb == "telling";
}

bool holds_quoted(const Outline& outline, const Stretch& stretch) {
  return std::any_of(outline.items.begin() + static_cast<std::ptrdiff_t>(stretch.first),
                     outline.items.begin() + static_cast<std::ptrdiff_t>(stretch.last),
                     [](const Item& item) { return item.is_quoted(); });
}

Stretch before_next_cue(const Outline& outline, const std::vector<Cue>& cues, const Cue& cue,
                        Stretch clause, std::size_t from, bool only_shared) {
  auto next = std::upper_bound(cues.begin(), cues.end(), from,
                               [](std::size_t at, const Cue& other) { return at < other.first; });
  for (; next != cues.end() && next->first < clause.last; ++next) {
    const bool shares_source = next->source.first == cue.source.first;
    if (only_shared &&
        (!shares_source || !outline.items[next->first - 1].has(kConjunction | kAdverb)))
      continue;
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

bool is_speech_act(std::string_view verb) {
  for (const std::string_view stem :
       {"express",  "mention", "apologi",  "accus",    "acknowledg", "announc",
        "blam",     "condemn", "criticis", "criticiz", "denied",     "denies",
        "denounc",  "deny",    "describ",  "disclos",  "dismiss",    "praise",
        "praising", "predict", "propos",   "reject",   "reveal",     "defend"})
    if (verb.starts_with(stem)) return true;
  return false;
}

std::vector<Stretch> said_by_rule(const Outline& outline, const Cue& cue) {
  const std::size_t begin = outline.sentence_begin(cue.first);
  const std::string_view verb = outline.items[cue.first].lower;
  const bool is_according = verb == "according";
  const bool is_as = cue.unit_first() == begin + 1 && is_word(outline.items[begin], "as");
  // "According to Bright, ...", "As Bright said on Monday, ..."
  const std::size_t led = after_adverbials(outline, cue.unit_last(), outline.sentence_end(begin));
  if ((is_according ? cue.first == begin : is_as) && item_or_mark(outline, led).is_mark(','))
    return {{led + 1, clause_end(outline, cue.first)}};
  if (!is_according) {
    if (const auto clause = clause_after(outline, cue)) return {*clause};
  }
  if (can_speak(outline, cue.source)) {
    if (const auto object = object_after(outline, cue)) return {*object};
  }
  return clause_around(outline, cue);
}

std::optional<Stretch> quoted_clause(const Outline& outline, const std::vector<Cue>& cues,
                                     std::size_t cue_first, std::size_t at) {
  const Cue* cue = cue_at(cues, cue_first);
  constexpr std::size_t kLongestSentence = 300;  // longer ones are lists
  if (cue == nullptr || outline.sentence_end(at) - outline.sentence_begin(at) > kLongestSentence)
    return {};
  if (cue->unit_first() > at) {
    // "The ruling was “a shame” for all, Bright said."
    std::size_t begin = outline.sentence_begin(at);
    if (at > begin && (outline.items[at - 1].is_mark(':') || outline.items[at - 1].is_mark('-') ||
                       outline.items[at - 1].is_mark('(')))
      begin = at;
    std::size_t end = std::min(cue->unit_first(), outline.sentence_end(at));
    while (end > at + 1 && (outline.items[end - 1].kind == ItemKind::kMark ||
                            is_word(outline.items[end - 1], "as")))
      --end;
    return Stretch{begin, end};
  }
  if (cue->unit_last() > at) return {};
  Stretch clause{begin_behind(outline, *cue, at), clause_end(outline, at)};
  clause = before_next_cue(outline, cues, *cue, clause, at);
  std::size_t last = at;
  for (std::size_t i = at; i < clause.last; ++i)
    if (outline.items[i].is_quoted()) last = i;
  for (std::size_t i = at + 1; i < clause.last; ++i) {
    if (i <= last && cue->has(kSay)) continue;
    if (!ends_clause(outline, *cue, i)) continue;
    clause.last = i;
    break;
  }
  return clause;
}

}  // namespace fabula::quotes
