#include "quotes/phrases.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"
#include "text/one_of.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kLongestWalk = 80;  // items; keeps every search linear in the text

bool looks_like_verb(const Item& item) {
  return item.has(kAuxiliary | kVerb | kAct) ||
         (item.has(kSay | kJudge) && !item.has(kCueNoun | kPersonNoun));
}

bool is_past_form(std::string_view lower) { return lower.size() > 4 && lower.ends_with("ed"); }

// May this item be part of a noun phrase?
bool is_noun_matter(const Item& item) {
  switch (item.kind) {
    case ItemKind::kName:
      return true;
    case ItemKind::kQuoted:
      return !item.is_spoken;
    case ItemKind::kMark:
      return item.mark == '&' || item.mark == '$';
    case ItemKind::kWord:
      break;
  }
  if (item.is_capital && !item.starts_sentence && !item.has(kPronoun | kConjunction | kPreposition))
    return true;
  if (item.has(kPersonNoun | kDeterminer)) return true;
  if (item.has(kPreposition | kConjunction | kPronoun | kObjectPronoun | kRelative | kAdverb))
    return false;
  if (item.lower.size() > 4 && item.lower.ends_with("ly")) return false;
  return !looks_like_verb(item);
}

bool is_single_pronoun(const Item& item, const Item* next) {
  if (!item.has(kPronoun)) return false;
  // "another man", "one official" and "both men" are phrases.
  return !item.has(kDeterminer) || next == nullptr || !is_noun_matter(*next) ||
         next->has(kDeterminer);
}

// Does the phrase [first, at) go on with the item at `at`?
bool goes_on(const Outline& outline, std::size_t first, std::size_t at) {
  const Item& item = outline.items[at];
  const Item& before = outline.items[at - 1];
  if (item.starts_sentence) return false;
  const bool at_determiner = before.has(kDeterminer) && before.kind == ItemKind::kWord;
  // "the newly sober star"
  const bool is_degree = item.kind == ItemKind::kWord && item.lower.size() > 4 &&
                         item.lower.ends_with("ly") && !item.has(kPersonNoun);
  if (at_determiner && is_degree && at + 1 < outline.items.size() &&
      is_noun_matter(outline.items[at + 1]))
    return true;
  // "on Sunday night Lopes said"
  const bool is_after_time = before.kind == ItemKind::kWord && before.has(kTimeWord) &&
                             !before.has(kDeterminer) && !before.is_possessive;
  if (is_after_time && item.kind == ItemKind::kName) return false;
  // "the state", "his latest remarks": words of speech that are nouns here.
  const bool is_said =
      item.kind == ItemKind::kWord && item.has(kSay | kJudge) && !item.has(kPersonNoun);
  // "the mother of three said"
  const bool is_count = before.has(kCount);
  if (is_said && at_determiner && !is_count) return true;
  if (is_said && item.has(kCueNoun) && before.is_possessive) return true;
  if (is_said && item.has(kCueNoun) && before.kind == ItemKind::kWord && !before.has(kPersonNoun) &&
      (outline.items[first].has(kDeterminer | kPossessive) || outline.items[first].is_possessive))
    return true;
  // "the divorced father"
  if (at_determiner && is_past_form(item.lower) && at + 1 < outline.items.size() &&
      outline.items[at + 1].has(kPersonNoun))
    return true;
  if (!is_noun_matter(item)) return false;
  if (item.has(kDeterminer) && !item.is_capital) return at_determiner && !item.has(kPossessive);
  if (item.kind == ItemKind::kMark) return true;
  if (before.kind == ItemKind::kName && !before.is_possessive) {
    if (item.kind != ItemKind::kWord) return item.kind == ItemKind::kQuoted;
    return item.has(kPersonNoun) || (item.is_capital && !item.has(kSay | kJudge | kTimeWord));
  }
  if (item.kind != ItemKind::kWord) return true;
  if (item.has(kTimeWord) && !item.has(kPersonNoun))
    return at_determiner || before.is_possessive || before.has(kTimeWord) ||
           (before.lower == "own" && !before.starts_sentence);
  const bool is_noun_only = item.has(kPersonNoun) && !item.has(kSay | kJudge);
  if (is_noun_only) return true;
  if (before.has(kPersonNoun) && !before.is_possessive && !before.is_capital) {
    // After "the doctor" a lower-case word is more likely a verb than a noun.
    return item.is_capital;
  }
  if (is_said) return false;
  if (is_past_form(item.lower)) {
    const bool has_more = at + 1 < outline.items.size() && is_noun_matter(outline.items[at + 1]) &&
                          !outline.items[at + 1].has(kDeterminer);
    return at_determiner && has_more;
  }
  return true;
}

// "obtained by the Ledger", "coming from a rival": no noun phrase begins with these.
bool is_bare_participle(const Item& item) {
  if (item.kind != ItemKind::kWord || item.is_capital || item.has(kPersonNoun | kCueNoun))
    return false;
  return is_past_form(item.lower) || (item.lower.size() > 4 && item.lower.ends_with("ing"));
}

std::size_t head_of(const Outline& outline, std::size_t first, std::size_t last) {
  for (std::size_t i = last; i-- > first;)
    if (outline.items[i].kind != ItemKind::kMark) return i;
  return first;
}

bool is_governed(const Outline& outline, std::size_t first) {
  if (first == 0 || outline.items[first].starts_sentence) return false;
  const Item& before = outline.items[first - 1];
  return before.kind == ItemKind::kWord && before.has(kPreposition) && before.lower != "that" &&
         before.lower != "because" && before.lower != "if" && before.lower != "when" &&
         before.lower != "while" && before.lower != "although" && before.lower != "though" &&
         before.lower != "whether" && before.lower != "where" && before.lower != "unless" &&
         before.lower != "as" && before.lower != "until";
}

bool holds_phrase(const std::string_view lower) {
  return lower == "of" || lower == "for" || lower == "at" || lower == "in" || lower == "from" ||
         lower == "with" || lower == "on" || lower == "to" || lower == "near" || lower == "about" ||
         lower == "against" || lower == "by" || lower == "inside";
}

Source source_of(const Phrase& phrase) { return {phrase.first, phrase.last, phrase.head}; }

bool is_person_like(const Item& item) {
  return item.kind == ItemKind::kName || item.has(kPersonNoun | kPronoun);
}

// Widens the phrase that ends at a verb to the left over "of", "for", "close to", to the phrase
// that all of it hangs on.
Source widen_left(const Outline& outline, const Phrase& phrase) {
  Source source = source_of(phrase);
  for (int n = 0; n < 4; ++n) {
    if (source.first < 2 || outline.items[source.first].starts_sentence) break;
    const Item& before = outline.items[source.first - 1];
    if (before.kind != ItemKind::kWord || before.starts_sentence) break;
    std::size_t at = source.first - 2;
    if (before.lower == "and" || before.lower == "or") {
      const Phrase* left = outline.phrase_at(at);
      const bool is_joint = left != nullptr && is_person_like(outline.items[left->head]) &&
                            is_person_like(outline.items[source.head]) &&
                            !is_governed(outline, left->first) &&
                            (left->first == 0 || outline.items[left->first].starts_sentence ||
                             !outline.items[left->first - 1].has(kSay | kJudge | kVerb));
      if (!is_joint) break;
      source.first = left->first;
      continue;
    }
    if (!holds_phrase(before.lower)) break;
    if (outline.items[at].lower == "close" && at > 0) --at;
    const Phrase* left = outline.phrase_at(at);
    if (left == nullptr || outline.items[left->head].has(kTimeWord)) break;
    source.first = left->first;
    source.head = left->head;
  }
  return source;
}

bool is_skipped_before_verb(const Item& item) {
  if (item.kind != ItemKind::kWord) return false;
  if (item.has(kAuxiliary) || item.has(kAdverb)) return true;
  return item.lower.size() > 4 && item.lower.ends_with("ly") && !item.is_capital &&
         !item.has(kPersonNoun);
}

// `at` is a closing comma, dash or bracket: the item before the parenthesis opens, or `at` itself
// when none does.
std::size_t before_parenthesis(const Outline& outline, std::size_t at) {
  const char close = outline.items[at].ends_with_comma ? ',' : outline.items[at].mark;
  const char open = close == ')' ? '(' : close;
  for (std::size_t i = at; i-- > 0 && at - i < kLongestWalk;) {
    if (outline.items[i].is_mark(open)) return i == 0 ? at : i - 1;
    if (outline.items[i].starts_sentence) break;
  }
  return at;
}

// "In Marl, Gov. Lopes (R), said": the subject stands between the commas, not before them.
std::optional<Source> subject_inside(const Outline& outline, std::size_t left, std::size_t close) {
  const Phrase* before = outline.phrase_at(left);
  const bool is_subject = before != nullptr && is_person_like(outline.items[before->head]) &&
                          !is_governed(outline, widen_left(outline, *before).first);
  if (is_subject || left + 2 >= close) return {};
  const std::optional<Source> inside = source_from(outline, left + 2);
  if (!inside || outline.items[inside->head].name_kind != NameKind::kPerson ||
      outline.items[inside->head].kind != ItemKind::kName)
    return {};
  return inside;
}

}  // namespace

void find_phrases(Outline& outline) {
  std::vector<Item>& items = outline.items;
  for (std::size_t i = 0; i < items.size();) {
    const Item* next = i + 1 < items.size() ? &items[i + 1] : nullptr;
    if (items[i].kind == ItemKind::kMark || is_bare_participle(items[i]) ||
        (!is_noun_matter(items[i]) && !is_single_pronoun(items[i], next)) ||
        items[i].lower == "that") {
      const bool is_that_noun =
          items[i].lower == "that" && next != nullptr && next->has(kPersonNoun);
      if (!is_that_noun) {
        ++i;
        continue;
      }
    }
    std::size_t last = i + 1;
    if (!is_single_pronoun(items[i], next))
      while (last < items.size() && goes_on(outline, i, last)) ++last;
    while (last > i + 1 && items[last - 1].kind == ItemKind::kMark) --last;
    for (std::size_t k = i; k < last; ++k)
      items[k].phrase = static_cast<std::int32_t>(outline.phrases.size());
    outline.phrases.push_back({i, last, head_of(outline, i, last)});
    i = last;
  }
}

std::optional<Source> source_from(const Outline& outline, std::size_t at) {
  const Phrase* phrase = outline.phrase_at(at);
  if (phrase == nullptr || phrase->first != at) return std::nullopt;
  Source source = source_of(*phrase);
  // "said Bright and Voss", "said a rep for Voss"
  for (int n = 0; n < 3 && source.last + 1 < outline.items.size(); ++n) {
    const Item& joint = outline.items[source.last];
    if (joint.kind != ItemKind::kWord || joint.starts_sentence) break;
    std::size_t next = source.last + 1;
    if (joint.lower == "close" && outline.items[next].lower == "to") ++next;
    const Phrase* more = outline.phrase_at(next);
    if (more == nullptr || more->first != next || outline.items[more->head].has(kTimeWord)) break;
    const bool is_person = outline.items[source.head].kind == ItemKind::kName;
    const bool is_joint =
        joint.lower == "and" && is_person_like(outline.items[more->head]) &&
        (more->last >= outline.items.size() || !looks_like_verb(outline.items[more->last]));
    const bool is_held =
        (joint.lower == "of" || joint.lower == "for" || joint.lower == "at" ||
         joint.lower == "from" || joint.lower == "with" || joint.lower == "close") &&
        !is_person;
    if (!is_joint && !is_held) break;
    source.last = more->last;
  }
  return source;
}

namespace {

// One past the dateline ("MARL, Aug. 3 (NWS) —") that a sentence may begin with.
std::size_t after_dateline(const Outline& outline, std::size_t begin) {
  constexpr std::size_t kLongestDateline = 12;
  if (!outline.items[begin].is_capital) return begin;
  const std::size_t end = std::min(outline.items.size(), begin + kLongestDateline);
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    const Item& item = outline.items[i];
    if (item.is_mark('-')) return i + 1;
    const bool is_place = item.kind == ItemKind::kMark || item.is_capital || item.has(kTimeWord) ||
                          (!item.lower.empty() && item.lower[0] >= '0' && item.lower[0] <= '9');
    if (!is_place) break;
  }
  return begin;
}

// One past the clause or adverbial that a sentence may open with ("In Marl, ", "While he left, "):
// behind the first comma that a subject with its verb follows, else behind the last that a phrase
// follows.
std::size_t after_opening(const Outline& outline, std::size_t begin, std::size_t end) {
  const Item& first = outline.items[begin];
  const bool opens = first.kind == ItemKind::kWord &&
                     (first.has(kOpener) || first.lower.ends_with("ing") ||
                      is_past_form(first.lower) || first.has(kTimeWord | kAdverb));
  if (!opens) return begin;
  std::size_t candidate = begin;
  for (std::size_t k = begin; k + 1 < end && k - begin < kLongestWalk; ++k) {
    if (!outline.items[k].is_mark(',')) continue;
    const Phrase* next = outline.phrase_at(k + 1);
    if (next == nullptr) continue;
    const std::size_t last = source_from(outline, next->first)->last;
    const Item& after = outline.items[std::min(last, outline.items.size() - 1)];
    if (looks_like_verb(after) || is_past_form(after.lower) || is_skipped_before_verb(after))
      return k + 1;
    const Item& head = outline.items[next->head];
    const bool is_person = head.kind == ItemKind::kName ? head.name_kind != NameKind::kPlace
                                                        : head.has(kPersonNoun | kPronoun);
    if (candidate == begin && is_person) candidate = k + 1;
  }
  return candidate;
}

}  // namespace

std::optional<Source> sentence_subject(const Outline& outline, std::size_t at) {
  const std::size_t begin = after_dateline(outline, outline.sentence_begin(at));
  if (begin >= at) return {};
  std::optional<Source> best;
  for (std::size_t i = after_opening(outline, begin, at); i < at && i - begin < 2 * kLongestWalk;
       ++i) {
    const Phrase* phrase = outline.phrase_at(i);
    if (phrase == nullptr) continue;
    if (phrase->last <= at && !is_governed(outline, phrase->first) &&
        !outline.items[phrase->head].has(kTimeWord)) {
      const Source source = *source_from(outline, phrase->first);
      if (can_speak(outline, source)) return source;
      if (!best) best = source;
    }
    i = phrase->last - 1;
  }
  return best;
}

namespace {

// "Bright, director of a clinic in Marl, Oregon, said": the subject of the sentence, when nothing
// but set-off words stands between it and the verb.
std::optional<Source> subject_over_apposition(const Outline& outline, std::size_t verb) {
  const std::vector<Item>& items = outline.items;
  if (verb == 0 || !items[verb - 1].is_mark(',')) return {};
  const std::optional<Source> subject = sentence_subject(outline, verb);
  if (!subject || !can_speak(outline, *subject) || subject->last + 1 >= verb ||
      verb - subject->last > kLongestWalk || !items[subject->last].is_mark(','))
    return {};
  const bool is_relative = items[subject->last + 1].has(kRelative);
  for (std::size_t i = subject->last + 1; i < verb && !is_relative; ++i)
    if (items[i].phrase < 0 && looks_like_verb(items[i]) && !items[i].lower.ends_with("ing"))
      return {};
  return subject;
}

// "I rang, and she picked up and said": the pronoun that begins the last of the clauses set side by
// side before the joint at item `joint`.
std::optional<Source> subject_of_last_clause(const Outline& outline, std::size_t joint) {
  const std::vector<Item>& items = outline.items;
  for (std::size_t i = joint; i-- > 1 && joint - i < kLongestWalk;) {
    if (items[i].starts_sentence || items[i].is_quoted() || items[i].is_mark(':')) return {};
    if (!text::is_one_of(items[i].lower, "he", "she", "they", "i", "we")) continue;
    const bool is_side_by_side =
        items[i - 1].has(kConjunction) && i > 1 && items[i - 2].is_mark(',');
    const Phrase* phrase = outline.phrase_at(i);
    if (phrase == nullptr || !is_side_by_side) return {};
    return Source{phrase->first, phrase->last, phrase->head};
  }
  return {};
}

}  // namespace

// The phrase that a relative pronoun behind item `left` stands for: over a time ("a man last year
// who") and over a clause without a pronoun of its own ("the man I met in 2015, who").
const Phrase* antecedent(const Outline& outline, std::size_t left) {
  const std::vector<Item>& items = outline.items;
  const Phrase* nearest = left > 0 ? outline.phrase_at(left - 1) : nullptr;
  const Phrase* phrase = nearest;
  const auto is_time = [&](const Phrase& one) {
    const std::string_view lower = items[one.head].lower;
    return items[one.head].has(kTimeWord) || (!lower.empty() && lower[0] >= '0' && lower[0] <= '9');
  };
  std::size_t at = left;
  if (phrase != nullptr && is_time(*phrase) && !items[phrase->first].starts_sentence) {
    at = phrase->first;
    if (at > 0 && items[at - 1].has(kPreposition) && !items[at - 1].starts_sentence) --at;
    phrase = at > 0 ? outline.phrase_at(at - 1) : nullptr;
  }
  if (phrase == nullptr && at > 1 && items[at - 1].kind == ItemKind::kWord &&
      !items[at - 1].starts_sentence && !items[at - 1].has(kPreposition | kConjunction)) {
    const Phrase* subject = outline.phrase_at(at - 2);
    if (subject != nullptr && items[subject->head].has(kPronoun) && subject->first > 0 &&
        !items[subject->first].starts_sentence)
      phrase = outline.phrase_at(subject->first - 1);
  }
  return phrase != nullptr && is_person_like(items[phrase->head]) ? phrase : nearest;
}

std::optional<Source> subject_before(const Outline& outline, std::size_t verb) {
  const std::vector<Item>& items = outline.items;
  if (const auto subject = subject_over_apposition(outline, verb)) return subject;
  const bool is_participle = items[verb].lower.size() > 4 && items[verb].lower.ends_with("ing");
  std::size_t at = verb;
  for (int n_parentheses = 0; at > 0 && verb - at < kLongestWalk;) {
    if (items[at].starts_sentence) return std::nullopt;
    const Item& before = items[at - 1];
    if (is_skipped_before_verb(before)) {
      --at;
      continue;
    }
    const bool can_close =
        before.is_mark(',') || before.ends_with_comma || before.is_mark(')') || before.is_mark('-');
    if (can_close && !is_participle && n_parentheses < 3) {
      const std::size_t left = before_parenthesis(outline, at - 1);
      if (left == at - 1) return sentence_subject(outline, verb);
      if (const auto inside = subject_inside(outline, left, at - 1)) return inside;
      ++n_parentheses;
      at = left + 1;
      continue;
    }
    if (before.has(kRelative) && before.kind == ItemKind::kWord) {
      // "Bright, who wrote": the phrase that "who" stands for.
      std::size_t left = at - 1;
      if (left > 0 && items[left - 1].is_mark(',')) --left;
      const Phrase* phrase = antecedent(outline, left);
      if (phrase != nullptr) {
        if (is_person_like(items[phrase->head])) return source_of(*phrase);
        if (items[phrase->head].has(kTimeWord)) return sentence_subject(outline, verb);
        return widen_left(outline, *phrase);
      }
      return sentence_subject(outline, verb);
    }
    const Phrase* phrase = outline.phrase_at(at - 1);
    // "Bright on Monday said", "Bright last week called"
    const bool is_time = phrase != nullptr && phrase->last == at && phrase->first > 0 &&
                         items[phrase->head].has(kTimeWord) &&
                         !items[phrase->first].starts_sentence;
    if (is_time && !is_participle) {
      at = phrase->first;
      if (items[at - 1].has(kPreposition) && !items[at - 1].starts_sentence) --at;
      continue;
    }
    if (phrase != nullptr && phrase->last == at && !items[phrase->head].has(kTimeWord)) {
      const Source source = widen_left(outline, *phrase);
      if (!is_participle) {
        // "saw the doctor and said", "In May Voss said"
        const bool is_bare = items[source.first].kind == ItemKind::kWord &&
                             !items[source.first].is_capital && items[source.first].lower != "it" &&
                             !items[source.first].has(kDeterminer | kPossessive);
        const bool hangs = source.first > 0 && !items[source.first].starts_sentence &&
                           holds_phrase(items[source.first - 1].lower);
        if (hangs) {
          // "a source speaking to the Ledger said"
          const std::optional<Source> subject = sentence_subject(outline, verb);
          return subject && can_speak(outline, *subject) ? subject : source;
        }
        if (can_speak(outline, source)) return source;
        if (!is_governed(outline, source.first) && !is_bare) return source;
        // "researchers say", "30 percent said": these verbs are no nouns.
        const bool is_plain = items[verb].lower == "said" || items[verb].lower == "say" ||
                              items[verb].lower == "says";
        if (is_bare && is_plain && source.last == verb) return source;
        if (is_bare) {
          // "to ensure states ...": no subject; the sentence's own is likelier.
          const std::optional<Source> subject = sentence_subject(outline, verb);
          return subject ? subject : source;
        }
      } else if (items[source.head].kind == ItemKind::kName ||
                 (source.first > 0 && items[source.first - 1].lower == "with") ||
                 source.first == outline.sentence_begin(verb)) {
        return source;  // "Bright saying", "with the union calling it"
      }
      return sentence_subject(outline, verb);
    }
    const std::optional<Source> subject = sentence_subject(outline, verb);
    if (!before.has(kConjunction) || !subject || !items[subject->head].has(kPronoun))
      return subject;
    // "I rang": whom "she" can mean there is no question of; "Lopes rang, and she" is Lopes.
    const std::optional<Source> nearer = subject_of_last_clause(outline, at - 1);
    return nearer ? nearer : subject;
  }
  return std::nullopt;
}

bool can_speak(const Outline& outline, const Source& source) {
  const Item& head = outline.items[source.head];
  if (head.kind == ItemKind::kName) return head.name_kind != NameKind::kPlace;
  return head.has(kPersonNoun | kPronoun | kPossessive) && head.lower != "it" &&
         head.lower != "one" && head.lower != "nobody";
}

}  // namespace fabula::quotes
