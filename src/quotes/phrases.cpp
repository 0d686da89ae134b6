#include "quotes/phrases.hpp"

#include "quotes/lexicon.hpp"

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
  if (!is_noun_matter(item) || item.starts_sentence) return false;
  const bool at_determiner = before.has(kDeterminer) && before.kind == ItemKind::kWord;
  if (item.has(kDeterminer) && !item.is_capital) return at_determiner && !item.has(kPossessive);
  if (item.kind == ItemKind::kMark) return true;
  if (before.kind == ItemKind::kName && !before.is_possessive) {
    if (item.kind != ItemKind::kWord) return item.kind == ItemKind::kQuoted;
    return item.has(kPersonNoun) || (item.is_capital && !item.has(kSay | kJudge | kTimeWord));
  }
  if (item.kind != ItemKind::kWord) return true;
  if (item.has(kTimeWord) && !item.has(kPersonNoun)) return at_determiner || before.has(kTimeWord);
  const bool is_noun_only = item.has(kPersonNoun) && !item.has(kSay | kJudge);
  if (is_noun_only) return true;
  if (before.has(kPersonNoun) && !before.is_possessive && at - first > 0) {
    // After "the doctor" a lower-case word is more likely a verb than a noun.
    return item.is_capital;
  }
  if (item.has(kSay | kJudge)) return at_determiner;
  if (is_past_form(item.lower)) {
    const bool has_more = at + 1 < outline.items.size() && is_noun_matter(outline.items[at + 1]) &&
                          !outline.items[at + 1].has(kDeterminer);
    return at_determiner && has_more;
  }
  return true;
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
    if (outline.items[left->head].kind == ItemKind::kName && before.lower != "of") break;
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
  const char close = outline.items[at].mark;
  const char open = close == ')' ? '(' : close;
  for (std::size_t i = at; i-- > 0 && at - i < kLongestWalk;) {
    if (outline.items[i].is_mark(open)) return i == 0 ? at : i - 1;
    if (outline.items[i].starts_sentence) break;
  }
  return at;
}

}  // namespace

void find_phrases(Outline& outline) {
  std::vector<Item>& items = outline.items;
  for (std::size_t i = 0; i < items.size();) {
    const Item* next = i + 1 < items.size() ? &items[i + 1] : nullptr;
    if (items[i].kind == ItemKind::kMark ||
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

std::optional<Source> sentence_subject(const Outline& outline, std::size_t at) {
  const std::size_t begin = outline.sentence_begin(at);
  std::size_t i = begin;
  const bool opens_with_clause =
      outline.items[begin].kind == ItemKind::kWord && outline.items[begin].has(kOpener);
  const bool opens_with_participle =
      outline.items[begin].kind == ItemKind::kWord && outline.items[begin].lower.ends_with("ing");
  if (opens_with_clause || opens_with_participle) {
    for (std::size_t k = begin; k + 1 < at && k - begin < kLongestWalk; ++k) {
      if (!outline.items[k].is_mark(',')) continue;
      const Phrase* next = outline.phrase_at(k + 1);
      if (next == nullptr) continue;
      i = k + 1;
      const Item& after = outline.items[std::min(next->last, outline.items.size() - 1)];
      if (looks_like_verb(after) || after.is_mark(',') || is_past_form(after.lower)) break;
    }
  }
  std::optional<Source> best;
  for (; i < at && i - begin < 2 * kLongestWalk; ++i) {
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

std::optional<Source> subject_before(const Outline& outline, std::size_t verb) {
  const std::vector<Item>& items = outline.items;
  const bool is_participle = items[verb].lower.size() > 4 && items[verb].lower.ends_with("ing");
  std::size_t at = verb;
  for (int n_parentheses = 0; at > 0 && verb - at < kLongestWalk;) {
    if (items[at].starts_sentence) return std::nullopt;
    const Item& before = items[at - 1];
    if (is_skipped_before_verb(before)) {
      --at;
      continue;
    }
    const bool can_close = before.is_mark(',') || before.is_mark(')') || before.is_mark('-');
    if (can_close && !is_participle && n_parentheses < 3) {
      const std::size_t left = before_parenthesis(outline, at - 1);
      if (left == at - 1) return sentence_subject(outline, verb);
      ++n_parentheses;
      at = left + 1;
      continue;
    }
    if (before.has(kRelative) && before.kind == ItemKind::kWord) {
      // "Bright, who wrote": the phrase that "who" stands for.
      std::size_t left = at - 1;
      if (left > 0 && items[left - 1].is_mark(',')) --left;
      const Phrase* phrase = left > 0 ? outline.phrase_at(left - 1) : nullptr;
      if (phrase != nullptr) return widen_left(outline, *phrase);
      return sentence_subject(outline, verb);
    }
    const Phrase* phrase = outline.phrase_at(at - 1);
    if (phrase != nullptr && phrase->last == at && !items[phrase->head].has(kTimeWord)) {
      const Source source = widen_left(outline, *phrase);
      if (!is_participle) {
        // "saw the doctor and said", "In May Voss said"
        if (!is_governed(outline, source.first) || can_speak(outline, source)) return source;
      } else if (!is_governed(outline, source.first) &&
                 source.first == outline.sentence_begin(verb)) {
        return source;
      }
      return sentence_subject(outline, verb);
    }
    return sentence_subject(outline, verb);
  }
  return std::nullopt;
}

bool can_speak(const Outline& outline, const Source& source) {
  const Item& head = outline.items[source.head];
  if (head.kind == ItemKind::kName) return true;
  return head.has(kPersonNoun | kPronoun);
}

}  // namespace fabula::quotes
