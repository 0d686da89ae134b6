#include "quotes/attribute.hpp"

#include <algorithm>

#include "quotes/clause.hpp"
#include "quotes/lexicon.hpp"
#include "quotes/spoken.hpp"
#include "text/one_of.hpp"

namespace fabula::quotes {
namespace {

// How far, in items, a cue reaches forward to quoted words inside its clause. Beyond these, the
// quoted words more often belong to something else.
constexpr std::size_t kSayReach = 60;
constexpr std::size_t kJudgeReach = 22;
constexpr std::size_t kNounReach = 9;
constexpr std::size_t kWeakReach = 10;
constexpr std::size_t kAfterReach = 40;

Attribution from_cue(const Cue& cue, const char* rule) {
  Attribution found;
  found.source = cue.source;
  found.has_cue = true;
  found.cue_first = cue.first;
  found.cue_last = cue.last;
  found.unit_last = cue.unit_last();
  found.rule = rule;
  if (cue.has(kWeakCue)) found.grade = Grade::kB;
  return found;
}

bool is_filler(const Item& item) {
  if (item.kind != ItemKind::kWord) return false;
  return item.has(kAdverb) || item.lower.ends_with("ly") || item.lower == "as";
}

std::vector<Cue>::const_iterator first_cue_at(const std::vector<Cue>& cues, std::size_t at) {
  return std::lower_bound(cues.begin(), cues.end(), at,
                          [](const Cue& cue, std::size_t item) { return cue.first < item; });
}

// Where an attribution behind the quotation would begin.
std::size_t after_quotation(const Outline& outline, std::size_t at) {
  std::size_t next = at + 1;
  if (item_or_mark(outline, next).is_mark(',') || item_or_mark(outline, next).is_mark('-')) ++next;
  while (is_filler(item_or_mark(outline, next)) && !outline.items[next].starts_sentence) ++next;
  return next;
}

// "He said that ...", "He answered, “...”": the cue's own words follow it.
bool leads_elsewhere(const Outline& outline, const Cue& cue) {
  std::size_t at = cue.unit_last();
  if (!cue.has(kSay)) return cue.has(kAct) || !item_or_mark(outline, at).is_mark('.');
  const Item& next = item_or_mark(outline, at);
  if (next.is_mark(',') || next.is_mark(':')) return item_or_mark(outline, at + 1).is_quoted();
  if (next.is_quoted() || next.lower == "that") return true;
  const std::string_view verb = outline.items[cue.first].lower;
  const bool takes_person = verb == "told" || verb == "tells" || verb == "asked" || verb == "asks";
  const Phrase* phrase = outline.phrase_at(at);
  return phrase != nullptr && !takes_person && !outline.items[phrase->head].has(kTimeWord);
}

std::optional<Attribution> cue_after(const Outline& outline, const std::vector<Cue>& cues,
                                     std::size_t at) {
  const std::size_t next = after_quotation(outline, at);
  if (next >= outline.items.size()) return {};
  if (item_or_mark(outline, next).starts_sentence && next != at + 1) return {};
  for (auto cue = first_cue_at(cues, next); cue != cues.end(); ++cue) {
    if (cue->first > next + kAfterReach) break;
    if (cue->first > next && outline.sentence_begin(cue->first) > next) break;
    std::size_t begin = cue->unit_first();
    // "“...,” Senate minority leader Bright told": phrases side by side are one.
    while (begin > next && outline.items[begin - 1].phrase >= 0) --begin;
    if (begin > next) break;
    if (begin < next) continue;
    if (cue->has(kCueNoun) && cue->first < next) continue;
    if (cue->is_relative) continue;
    if (outline.items[next].starts_sentence && leads_elsewhere(outline, *cue)) return {};
    Attribution found = from_cue(*cue, cue->is_inverted ? "quote.cue-inverted" : "quote.cue-after");
    found.is_after = true;
    // "“...” Voss said: “...”" leads on to the next quotation.
    if (item_or_mark(outline, found.unit_last).is_mark(':')) return {};
    return found;
  }
  return {};
}

std::size_t reach_of(const Cue& cue) {
  if (cue.has(kWeakCue)) return kWeakReach;
  if (cue.has(kCueNoun) && cue.has(kSay) && cue.is_noun) return kNounReach;
  return cue.has(kSay) ? kSayReach : kJudgeReach;
}

// Does the cue lead right up to the quotation: "said: “", "wrote, “", "called him “"?
bool is_leading(const Outline& outline, const Cue& cue, std::size_t at) {
  if (cue.last == at) return true;
  const Item& before = outline.items[at - 1];
  if (before.is_mark(':')) return true;
  if (before.lower == "that" && at - cue.unit_last() <= 8) return true;
  return before.is_mark(',') && at - cue.unit_last() <= 12 && !cue.is_inverted;
}

// "Bright said she thinks it is “...”": the inner cue only repeats who speaks.
bool is_own_voice(const Outline& outline, const std::vector<Cue>& cues, const Cue& cue) {
  const std::string_view who = outline.items[cue.source.head].lower;
  const bool is_pronoun =
      who == "he" || who == "she" || who == "they" || who == "we" || who == "i" || who == "it";
  if (!is_pronoun || cue.is_inverted) return false;
  auto outer = first_cue_at(cues, cue.first);
  if (outer == cues.begin()) return false;
  --outer;
  return outer->has(kSay) && !outer->has(kWeakCue) && !outer->is_inverted &&
         outer->unit_last() <= cue.source.first && cue.source.first - outer->last <= 3 &&
         outline.sentence_begin(cue.first) <= outer->first;
}

// "sang the song and wore a “...”": another verb took over.
bool has_other_verb(const Outline& outline, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i + 1 < end; ++i)
    if (outline.items[i].has(kConjunction) && outline.items[i + 1].kind == ItemKind::kWord &&
        outline.items[i + 1].has(kVerb))
      return true;
  return false;
}

const Cue* nearest_before(const Outline& outline, const std::vector<Cue>& cues, std::size_t at) {
  const std::size_t begin = outline.sentence_begin(at);
  const Cue* weak = nullptr;
  for (auto cue = first_cue_at(cues, at); cue != cues.begin();) {
    --cue;
    if (cue->first < begin || at - cue->first > kSayReach) break;
    if (cue->has(kAct) && !cue->has(kSay | kJudge)) continue;
    if (is_leading(outline, *cue, at)) return weak == nullptr ? &*cue : weak;
    if (cue->unit_last() > at || at - cue->last > reach_of(*cue)) continue;
    if ((cue->has(kWeakCue) || !cue->has(kSay)) && has_other_verb(outline, cue->last, at)) continue;
    // "Bright said she felt it was “...”": a weak cue only counts when no better one is around it.
    if (is_own_voice(outline, cues, *cue)) continue;
    if (!cue->has(kWeakCue) && cue->has(kSay)) return &*cue;
    if (!cue->has(kWeakCue)) return weak == nullptr ? &*cue : weak;
    if (weak == nullptr) weak = &*cue;
  }
  return weak;
}

// "The ruling was “...” for them, Bright said."
std::optional<Attribution> cue_final(const Outline& outline, const std::vector<Cue>& cues,
                                     std::size_t at) {
  const std::size_t end = outline.sentence_end(at);
  for (auto cue = first_cue_at(cues, at + 1); cue != cues.end() && cue->first < end; ++cue) {
    if (cue->first > at + kSayReach) break;
    if (!cue->has(kSay)) continue;
    const std::size_t begin = cue->unit_first();
    const bool is_set_off = begin > at + 1 && (outline.items[begin - 1].is_mark(',') ||
                                               outline.items[begin - 1].is_quoted());
    const bool is_according = outline.items[cue->first].lower == "according";
    if (!is_set_off && !is_according) continue;
    const Item& after = item_or_mark(outline, cue->unit_last());
    const bool ends = cue->unit_last() >= end || after.kind == ItemKind::kMark ||
                      after.has(kPreposition | kTimeWord | kAdverb);
    if (ends || is_according) return from_cue(*cue, "quote.cue-final");
  }
  return {};
}

// Words that somebody has: what stands behind "Bright's answer:".
bool is_words_noun(std::string_view lower) {
  return text::is_one_of(lower, "account", "advice", "answer", "appeal", "caption", "comment",
                         "conclusion", "excuse", "explanation", "message", "motto", "plea", "post",
                         "quip", "rebuttal", "reply", "response", "retort", "statement", "take",
                         "tribute", "tweet", "verdict", "version", "view", "warning", "words");
}

// Whose words the phrase stands for: "Bright's own version", "her answer".
std::optional<Source> owner_of_words(const Outline& outline, const Source& source) {
  if (!is_words_noun(outline.items[source.head].lower)) return {};
  for (std::size_t i = source.head; i-- > source.first;) {
    const Item& item = outline.items[i];
    const bool is_somebody = item.kind == ItemKind::kName ? item.is_possessive
                             : item.is_possessive         ? item.has(kPersonNoun)
                                                          : item.has(kPossessive);
    if (is_somebody) return Source{source.first, i + 1, i};
  }
  return {};
}

// "and told reporters: “...”", where a stray mark took the subject away.
bool is_addressee(const Outline& outline, const Source& source) {
  return source.first > 0 && takes_addressee(outline.items[source.first - 1].lower);
}

// "“...,” is the whole of Bright's comment", "“...” was her answer".
std::optional<Attribution> comment_after(const Outline& outline, std::size_t at) {
  constexpr std::size_t kReach = 8;
  const std::size_t next = after_quotation(outline, at);
  const std::string_view verb = item_or_mark(outline, next).lower;
  if ((verb != "is" && verb != "was") || outline.items[next].starts_sentence) return {};
  for (std::size_t i = next + 1; i < std::min(outline.items.size(), next + kReach); ++i) {
    if (outline.items[i].starts_sentence) return {};
    const Phrase* phrase = outline.phrase_at(i);
    if (phrase == nullptr || phrase->first != i) continue;
    const auto owner = owner_of_words(outline, {phrase->first, phrase->last, phrase->head});
    if (!owner) continue;
    Attribution found;
    found.source = *owner;
    found.unit_last = phrase->last;
    found.is_after = true;
    found.grade = Grade::kB;
    found.rule = "quote.comment";
    return found;
  }
  return {};
}

// “...” - Weary of Quayside: the words behind the dash, up to a comma, of a line that is nothing
// else.
std::optional<Source> signed_line(const Outline& outline, std::size_t at) {
  constexpr std::size_t kLongestSignature = 10;  // items
  const std::size_t first = at + 2;
  const std::size_t end = outline.items.size();
  if (at != 0 || !item_or_mark(outline, 1).is_mark('-') || first >= end ||
      end - first > kLongestSignature || !outline.items[first].is_capital)
    return {};
  std::size_t last = end;
  for (std::size_t i = end; i-- > first;) {
    const Item& item = outline.items[i];
    if (item.is_quoted() || item.has(kSay | kAuxiliary | kPronoun)) return {};
    if (item.kind == ItemKind::kMark) last = i;
  }
  if (last == first) return {};
  return Source{first, last, first};
}

// “...” —Bright, and in a line that begins with the quotation: “...” — Bright quits, “...”: Bright
// quits
std::optional<Attribution> signature(const Outline& outline, std::size_t at) {
  const bool is_line = at == 0 && item_or_mark(outline, 2).kind == ItemKind::kName &&
                       outline.sentence_end(at) == outline.items.size();
  const bool has_colon = is_line && item_or_mark(outline, at + 1).is_mark(':');
  if (!item_or_mark(outline, at + 1).is_mark('-') && !has_colon) return {};
  std::optional<Source> source = source_from(outline, at + 2);
  if (!source || outline.items[source->head].kind != ItemKind::kName)
    source = signed_line(outline, at);
  if (!source) return {};
  const Item& after = item_or_mark(outline, source->last);
  if (after.kind != ItemKind::kMark && !is_line) return {};
  Attribution found;
  found.source = *source;
  found.unit_last = source->last;
  found.is_after = true;
  const bool is_headline = has_colon || after.kind != ItemKind::kMark;
  if (is_headline) found.grade = Grade::kB;
  found.rule = is_headline ? "quote.headline" : "quote.signature";
  return found;
}

// "When the club struck it out, her answer was one line: “...”": hers, whatever the club did.
std::optional<Attribution> own_words(const Outline& outline, std::size_t at) {
  if (at < 2 || !outline.items[at - 1].is_mark(':')) return {};
  const std::size_t begin = outline.sentence_begin(at - 1);
  for (std::size_t i = at - 1; i-- > begin;) {
    const Phrase* phrase = outline.phrase_at(i);
    if (phrase == nullptr) continue;
    i = phrase->first;
    const bool is_hers =
        outline.items[i].has(kPossessive) && i > begin && outline.items[i - 1].is_mark(',');
    if (!is_hers) continue;
    const auto owner = owner_of_words(outline, {phrase->first, phrase->last, phrase->head});
    if (!owner) return {};
    Attribution found;
    found.source = *owner;
    found.unit_last = at;
    found.grade = Grade::kB;
    found.rule = "quote.colon";
    return found;
  }
  return {};
}

// "Bright: “...”", and a colon after a sentence without a cue.
std::optional<Attribution> colon(const Outline& outline, std::size_t at) {
  if (at < 2 || !outline.items[at - 1].is_mark(':')) return {};
  const std::size_t begin = outline.sentence_begin(at - 1);
  const Phrase* phrase = outline.phrase_at(at - 2);
  Attribution found;
  found.unit_last = at;
  if (phrase != nullptr && phrase->first == begin) {
    found.source = {phrase->first, phrase->last, phrase->head};
    found.rule = "quote.turn";
    if (const auto owner = owner_of_words(outline, found.source)) {
      found.source = *owner;
      found.rule = "quote.colon";
    }
    return found;
  }
  std::optional<Source> subject = sentence_subject(outline, at - 1);
  if (subject)
    if (const auto owner = owner_of_words(outline, *subject)) subject = owner;
  if (!subject || !can_speak(outline, *subject) || is_addressee(outline, *subject)) return {};
  found.source = *subject;
  found.rule = "quote.colon";
  found.grade = Grade::kB;
  return found;
}

// Past ", the designer," behind a source; `at` when there is none.
std::size_t after_apposition(const Outline& outline, std::size_t at) {
  constexpr std::size_t kLongestApposition = 14;
  if (!item_or_mark(outline, at).is_mark(',')) return at;
  for (std::size_t i = at + 1; i < at + kLongestApposition && i < outline.items.size(); ++i) {
    if (outline.items[i].starts_sentence || outline.items[i].is_quoted()) break;
    if (outline.items[i].is_mark(',')) return i + 1;
  }
  return at;
}

// “...,” Bright deadpanned.   “Why?” Bright demurred.   “...,” deadpanned Bright.
std::optional<Attribution> verb_after(const Outline& outline, std::size_t at, bool has_comma) {
  std::size_t next = after_quotation(outline, at);
  Attribution found;
  found.has_cue = found.is_after = true;
  found.grade = Grade::kB;
  found.rule = "quote.verb-after";
  const Item& first = item_or_mark(outline, next);
  const bool is_inverted = first.kind == ItemKind::kWord && !first.is_capital &&
                           first.lower.ends_with("ed") && first.phrase < 0;
  if (is_inverted) {
    found.cue_first = next;
    ++next;
  }
  const std::optional<Source> source = source_from(outline, next);
  if (!source || !can_speak(outline, *source)) return {};
  found.source = *source;
  if (!is_inverted) found.cue_first = after_apposition(outline, source->last);
  found.cue_last = found.cue_first + 1;
  found.unit_last = std::max(found.cue_last, source->last);
  const Item& verb = item_or_mark(outline, found.cue_first);
  if (verb.lower.starts_with("want") && item_or_mark(outline, found.cue_first + 1).lower == "to" &&
      item_or_mark(outline, found.cue_first + 2).lower == "know") {
    found.cue_last = found.unit_last = found.cue_first + 3;
    return found;
  }
  if (verb.kind != ItemKind::kWord || verb.is_capital || verb.starts_sentence) return {};
  if (!verb.has(kVerb | kAct | kJudge) && !verb.lower.ends_with("ed")) return {};
  // Behind "?" or "." an unknown verb must stand alone, or it begins a story of its own.
  const Item& after = item_or_mark(outline, found.unit_last);
  if (!has_comma && (!after.is_mark('.') || verb.has(kAct))) return {};
  if (is_inverted && outline.items[source->head].kind != ItemKind::kName) return {};
  return found;
}

std::optional<Attribution> attribute_by_rule(const Layers& layers, const Outline& outline,
                                             const std::vector<Cue>& cues, std::size_t at) {
  if (auto found = own_words(outline, at)) return found;
  const std::string_view words = inner_words(layers, outline.items[at]);
  const std::string_view core = without_closing_marks(words);
  const bool has_comma =
      (!core.empty() && core.back() == ',') || item_or_mark(outline, at + 1).is_mark(',');
  const bool has_end =
      ends_with_mark(words) || has_comma || item_or_mark(outline, at + 1).is_mark('-');
  const Cue* before = nearest_before(outline, cues, at);
  const bool leads_in = before != nullptr && is_leading(outline, *before, at);
  const bool is_clean_start = outline.items[at].starts_sentence;

  if (has_comma && (is_clean_start || !leads_in))
    if (auto found = cue_after(outline, cues, at)) return found;
  if (leads_in && has_comma) {
    // "Nothing he said “will help,” Bright said." "She was firm: “Stop it,” she said."
    const auto found = cue_after(outline, cues, at);
    const bool is_loose_colon = outline.items[at - 1].is_mark(':') && before->unit_last() + 1 < at;
    if (found && item_or_mark(outline, found->unit_last).is_mark('.') &&
        (before->last == at || is_loose_colon))
      return found;
  }
  if (leads_in)
    return from_cue(*before, before->is_inverted ? "quote.according" : "quote.cue-before");
  if (auto found = colon(outline, at)) return found;
  if (auto found = signature(outline, at)) return found;
  if (is_clean_start)
    if (auto found = comment_after(outline, at)) return found;
  if (has_end && (is_clean_start || before == nullptr))
    if (auto found = cue_after(outline, cues, at)) return found;
  if (before != nullptr)
    return from_cue(*before, before->is_inverted ? "quote.according" : "quote.cue-before");
  if (auto found = cue_final(outline, cues, at)) return found;
  if (has_end && is_clean_start) return verb_after(outline, at, has_comma);
  return {};
}

// "a “ruin” told reporters": an article whose noun stands in marks.
bool is_bare_article(const Outline& outline, const Source& source) {
  const std::string_view lower = outline.items[source.first].lower;
  return source.last == source.first + 1 && (lower == "a" || lower == "an" || lower == "the");
}

}  // namespace

std::optional<Attribution> attribute(const Layers& layers, const Outline& outline,
                                     const std::vector<Cue>& cues, std::size_t at) {
  auto found = attribute_by_rule(layers, outline, cues, at);
  if (found && is_bare_article(outline, found->source)) return {};
  return found;
}

std::optional<Attribution> attribute_from_signature(const Outline& outline) {
  constexpr std::size_t kLongestSignature = 16;
  if (outline.items.size() > kLongestSignature || !item_or_mark(outline, 0).is_mark('-')) return {};
  const std::optional<Source> source = source_from(outline, 1);
  if (!source || outline.items[source->head].kind != ItemKind::kName) return {};
  Attribution found;
  found.source = *source;
  found.unit_last = source->last;
  found.grade = Grade::kB;
  found.rule = "quote.signature";
  return found;
}

std::optional<Attribution> attribute_from_colon(const Outline& outline,
                                                const std::vector<Cue>& cues) {
  if (outline.items.empty() || !outline.items.back().is_mark(':')) return {};
  const std::size_t last = outline.items.size() - 1;
  const std::size_t begin = outline.sentence_begin(last);
  for (auto cue = cues.rbegin(); cue != cues.rend() && cue->first >= begin; ++cue) {
    if (cue->has(kAct) || cue->has(kCueNoun)) continue;
    Attribution found = from_cue(*cue, "quote.colon");
    found.grade = Grade::kB;
    return found;
  }
  Attribution found;
  found.grade = Grade::kB;
  found.rule = "quote.colon";
  std::optional<Source> subject = sentence_subject(outline, last);
  if (!subject || !can_speak(outline, *subject)) {
    const Phrase* phrase = last > 0 ? outline.phrase_at(last - 1) : nullptr;
    if (phrase == nullptr) return {};
    subject = Source{phrase->first, phrase->last, phrase->head};
    if (!can_speak(outline, *subject)) return {};
  }
  found.source = *subject;
  return found;
}

}  // namespace fabula::quotes
