#include "quotes/cues.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

bool is_be(std::string_view lower) {
  return lower == "was" || lower == "were" || lower == "been" || lower == "being" ||
         lower == "is" || lower == "are" || lower == "be" || lower == "get" || lower == "got";
}

// "was told", "is widely called": somebody else spoke.
bool is_passive(const Outline& outline, std::size_t at) {
  const std::string_view verb = outline.items[at].lower;
  if (verb.ends_with("ing") || verb.ends_with("s")) return false;
  for (std::size_t i = at; i-- > 0 && at - i <= 3;) {
    const Item& item = outline.items[i];
    if (is_be(item.lower)) return true;
    if (!item.has(kAdverb) && !item.lower.ends_with("ly")) return false;
  }
  return false;
}

// "the claim", "her posts", "a tweet": a noun here.
bool is_used_as_noun(const Outline& outline, std::size_t at) {
  const Item& item = outline.items[at];
  if (item.phrase < 0) return false;
  const Phrase& phrase = *outline.phrase_at(at);
  if (phrase.first == at) {
    // A bare plural at the start ("Calls for help") is no verb either.
    return item.starts_sentence && item.has(kCueNoun);
  }
  return true;
}

// "“...” said Bright", "..., said Bright,": behind a quotation or a comma, and before a phrase that
// is no object.
std::optional<Source> inverted_source(const Outline& outline, std::size_t at) {
  const Item& verb = outline.items[at];
  if (!verb.has(kSay | kAct) || verb.lower.starts_with("tel") || verb.lower == "told" ||
      verb.lower.ends_with("ing") || at == 0)
    return {};
  std::size_t before = at - 1;
  const bool has_comma = outline.items[before].is_mark(',');
  if ((has_comma || outline.items[before].is_mark('-')) && before > 0) --before;
  const bool is_behind_quotation = outline.items[before].is_quoted();
  if (!is_behind_quotation && !has_comma) return {};
  std::size_t next = at + 1;
  while (item_or_mark(outline, next).has(kAdverb)) ++next;
  const std::optional<Source> source = source_from(outline, next);
  if (!source || outline.items[source->head].has(kTimeWord)) return {};
  // "“...” said X was": then X is inside what is said.
  const Item& after = item_or_mark(outline, source->last);
  if (after.kind == ItemKind::kWord && after.has(kAuxiliary)) return {};
  const bool is_person = outline.items[source->head].kind == ItemKind::kName ||
                         outline.items[source->head].has(kPersonNoun);
  if (!is_behind_quotation &&
      !(is_person && (after.kind == ItemKind::kMark || after.has(kPreposition)) &&
        !verb.has(kWeakCue)))
    return {};
  return source;
}

// "was asked by host Ben Ives"
std::optional<Source> agent_of(const Outline& outline, std::size_t at) {
  for (std::size_t i = at + 1; i < at + 4; ++i)
    if (item_or_mark(outline, i).lower == "by") return source_from(outline, i + 1);
  return {};
}

// "will continue", "to warn", "called for": no words were spoken, or not yet.
bool is_only_meant(const Outline& outline, std::size_t at) {
  const Item& before = item_or_mark(outline, at - 1);
  const Item& after = item_or_mark(outline, at + 1);
  const std::string_view verb = outline.items[at].lower;
  if (verb.starts_with("call") && (after.lower == "for" || after.lower == "on")) return true;
  if (verb.ends_with("ed") || verb.ends_with("ing")) return false;
  return before.lower == "to" || before.lower == "will" || before.lower == "would" ||
         before.lower == "could" || before.lower == "can" || before.lower == "should" ||
         before.lower == "might" || before.lower == "may";
}

// "who once wrote"
bool is_behind_relative(const Outline& outline, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i <= 4;) {
    const Item& item = outline.items[i];
    if (item.has(kRelative)) return true;
    if (!item.has(kAdverb | kAuxiliary) && !item.lower.ends_with("ly")) return false;
  }
  return false;
}

// "his claim", "Bright's tweets": the owner of words that a noun stands for.
std::optional<Source> owner_of(const Outline& outline, const Phrase& phrase) {
  for (std::size_t i = phrase.head; i-- > phrase.first;) {
    const Item& item = outline.items[i];
    if (item.is_possessive || item.has(kPossessive)) return Source{phrase.first, i + 1, i};
  }
  return {};
}

std::optional<Cue> according_to(const Outline& outline, std::size_t at) {
  if (outline.items[at].lower != "according" || item_or_mark(outline, at + 1).lower != "to")
    return {};
  std::optional<Source> source = source_from(outline, at + 2);
  if (!source) {
    // "state records": words that are verbs elsewhere.
    std::size_t last = at + 2;
    while (last < outline.sentence_end(at) && outline.items[last].kind == ItemKind::kWord &&
           !outline.items[last].has(kPreposition | kConjunction))
      ++last;
    if (last == at + 2) return {};
    source = Source{at + 2, last, last - 1};
  }
  return Cue{at, at + 2, *source, false, false, true, kSay};
}

// "Bright's claim that ..."
std::optional<Cue> noun_cue(const Outline& outline, std::size_t at) {
  const Phrase* phrase = outline.phrase_at(at);
  if (phrase == nullptr || phrase->head != at) return {};
  const std::optional<Source> owner = owner_of(outline, *phrase);
  if (!owner) return {};
  // "asked her one question:": hers to answer.
  const Item& before = item_or_mark(outline, phrase->first - 1);
  if (!outline.items[phrase->first].starts_sentence && before.has(kSay)) return {};
  const Item& next = item_or_mark(outline, at + 1);
  if (next.lower != "that" && !next.is_mark(':')) return {};
  return Cue{at, at + 1, *owner, true, false, false, kSay | kCueNoun};
}

// The last phrase of a person in [first, last) that a verb follows.
std::optional<Source> last_subject(const Outline& outline, std::size_t first, std::size_t last) {
  for (std::size_t i = last; i-- > first;) {
    const Phrase* phrase = outline.phrase_at(i);
    if (phrase == nullptr || phrase->last != i + 1 || phrase->first < first) continue;
    const Item& head = outline.items[phrase->head];
    const bool is_person =
        head.kind == ItemKind::kName
            ? head.name_kind == NameKind::kPerson
            : head.has(kPersonNoun) && outline.items[phrase->first].has(kDeterminer);
    if (!is_person || head.is_possessive) continue;
    std::size_t next = phrase->last;
    if (item_or_mark(outline, next).is_mark(',')) next += 3;  // ", 37,"
    const Item& verb = item_or_mark(outline, next);
    if (verb.kind == ItemKind::kWord &&
        (verb.has(kVerb | kAuxiliary | kSay | kAct | kJudge) || verb.lower.ends_with("ed")))
      return Source{phrase->first, phrase->last, phrase->head};
  }
  return {};
}

std::optional<Cue> verb_cue(const Outline& outline, std::size_t at) {
  const Item& item = outline.items[at];
  if (is_used_as_noun(outline, at)) return {};
  Cue cue{at, at + 1, {}, false, false, false, item.flags};
  cue.is_relative = is_behind_relative(outline, at);
  if (is_only_meant(outline, at)) cue.flags |= kWeakCue;
  if (const std::optional<Source> source = inverted_source(outline, at)) {
    cue.source = *source;
    cue.is_inverted = true;
    return cue;
  }
  if (is_passive(outline, at)) {
    const std::optional<Source> agent = agent_of(outline, at);
    if (!agent) return {};
    cue.source = *agent;
    return cue;
  }
  std::optional<Source> source = subject_before(outline, at);
  // "Adding, “...”": the sentence before has the subject.
  if (!source && item.starts_sentence && item.lower.ends_with("ing") && at > 0)
    source = sentence_subject(outline, at - 1);
  // "It comes after Bright filed for divorce, citing": whoever did that.
  if (source && item.lower.ends_with("ing") && outline.items[source->head].lower == "it")
    if (const std::optional<Source> nearer = last_subject(outline, source->last, at))
      source = nearer;
  if (!source) return {};
  cue.source = *source;
  const Phrase* head = outline.phrase_at(source->head);
  if (head != nullptr && outline.items[source->head].has(kCueNoun))
    if (const std::optional<Source> owner = owner_of(outline, *head)) cue.source = *owner;
  return cue;
}

// "Bright said, adding that" and "Bright denied it and said": the source of the cue before.
void share_source(const Outline& outline, const Cue& before, Cue& cue) {
  if (cue.first == 0 || cue.is_inverted || cue.is_noun || before.is_noun || before.has(kWeakCue) ||
      before.is_relative || outline.sentence_begin(cue.first) > before.first)
    return;
  const bool is_participle = outline.items[cue.first].lower.ends_with("ing");
  std::size_t at = cue.first - 1;
  while (at > before.first && (outline.items[at].has(kAdverb) || outline.items[at].has(kAuxiliary)))
    --at;
  const Item& joint = outline.items[at];
  const bool is_joined = joint.has(kConjunction) || (is_participle && joint.has(kPreposition));
  const bool is_trailing = is_participle && (joint.is_mark(',') || joint.is_quoted());
  if (is_joined || is_trailing) cue.source = before.source;
}

}  // namespace

std::vector<Cue> find_cues(const Outline& outline) {
  std::vector<Cue> cues;
  for (std::size_t i = 0; i < outline.items.size(); ++i) {
    const Item& item = outline.items[i];
    if (item.kind != ItemKind::kWord) continue;
    std::optional<Cue> cue = according_to(outline, i);
    if (!cue && item.has(kSay | kJudge | kAct)) cue = verb_cue(outline, i);
    if (!cue && item.has(kCueNoun)) cue = noun_cue(outline, i);
    if (!cue) continue;
    if (!cues.empty()) share_source(outline, cues.back(), *cue);
    cues.push_back(*cue);
  }
  return cues;
}

const Cue* cue_at(const std::vector<Cue>& cues, std::size_t at) {
  const auto cue =
      std::lower_bound(cues.begin(), cues.end(), at,
                       [](const Cue& each, std::size_t item) { return each.first < item; });
  return cue != cues.end() && cue->first == at ? &*cue : nullptr;
}

}  // namespace fabula::quotes
