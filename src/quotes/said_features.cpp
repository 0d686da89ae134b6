#include "quotes/said_features.hpp"

#include <algorithm>

#include "quotes/clause.hpp"
#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

constexpr std::uint32_t kListed = kDeterminer | kPossessive | kPronoun | kObjectPronoun |
                                  kAuxiliary | kAdverb | kPreposition | kOpener | kConjunction |
                                  kRelative;

// 32-bit FNV-1a.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint32_t hash = (a ^ (b * 0x9E3779B1U)) * 0x85EBCA6BU;
  hash ^= hash >> 15;
  return std::max(1U, hash * 0xC2B2AE35U + 0x27D4EB2FU);
}

// The kind of an item as a small number.
std::uint32_t kind_of(const Item& item) {
  switch (item.kind) {
    case ItemKind::kMark:
      return static_cast<std::uint32_t>(static_cast<unsigned char>(item.mark));
    case ItemKind::kName:
      return 256U + 2U * static_cast<std::uint32_t>(item.name_kind) +
             (item.is_possessive ? 1U : 0U);
    case ItemKind::kQuoted:
      return 300U + (item.is_spoken ? 1U : 0U) + (item.ends_with_comma ? 2U : 0U);
    case ItemKind::kWord:
      break;
  }
  const std::string_view word = item.lower;
  if (item.has(kSay)) return 320U;
  if (item.has(kJudge)) return 321U;
  if (item.has(kObjectPronoun)) return 322U;
  if (item.has(kPronoun)) return 323U;
  if (item.has(kDeterminer | kPossessive)) return 324U;
  if (item.has(kAuxiliary)) return 325U;
  if (item.has(kRelative)) return 326U;
  if (item.has(kConjunction)) return 327U;
  if (item.has(kTimeWord)) return 328U;
  if (item.has(kPreposition | kOpener)) return 329U;
  if (item.has(kAdverb)) return 330U;
  if (item.has(kPersonNoun)) return 331U;
  if (item.has(kVerb)) return 332U;
  if (item.has(kCueNoun)) return 333U;
  if (!word.empty() && word[0] >= '0' && word[0] <= '9') return 334U;
  if (word.ends_with("ing")) return 335U;
  if (word.ends_with("ed")) return 336U;
  if (word.ends_with("ly")) return 337U;
  if (word.ends_with("n't")) return 325U;
  if (item.is_capital && !item.starts_sentence) return 338U;
  return word.ends_with("s") ? 339U : 340U;
}

// The word itself when it is one of the tables', else its kind.
std::uint32_t word_of(const Item& item) {
  const bool is_listed = item.kind == ItemKind::kWord &&
                         (item.has(kListed | kSay | kJudge | kAct) || !item.is_capital);
  return is_listed ? hash_of(item.lower) : kind_of(item);
}

std::uint32_t distance_of(std::size_t n) {
  if (n < 4) return static_cast<std::uint32_t>(n);
  return n < 6 ? 4U : n < 9 ? 5U : n < 14 ? 6U : n < 25 ? 7U : 8U;
}

void set_label(std::vector<std::uint8_t>& labels, const CueContext& context, std::size_t first,
               std::size_t last, SaidLabel label) {
  for (std::size_t i = std::max(first, context.first); i < std::min(last, context.last); ++i)
    labels[i - context.first] = label;
}

std::array<std::uint32_t, kSourceFeatures> no_source_features(const CueContext& context) {
  const Outline& outline = *context.outline;
  const auto kind_at = [&](std::size_t at) {
    return at < context.first || at >= context.last ? 1000U : kind_of(outline.items[at]);
  };
  const auto word_at = [&](std::size_t at) {
    return at < context.first || at >= context.last ? 1000U : word_of(outline.items[at]);
  };
  const std::size_t at = context.at;
  const std::uint32_t cue_word = hash_of(outline.items[at].lower);
  const std::uint32_t cue_kind = kind_of(outline.items[at]);
  const std::uint32_t has_cue = (context.has_cue ? 1U : 0U) +
                                (context.source.last <= context.first ? 2U : 0U) +
                                (context.is_noun ? 4U : 0U);
  const std::uint32_t place = at == context.first ? 0U : 1U;
  const std::uint32_t shape = outline.items[at].phrase >= 0 ? 1U : 0U;
  std::array<std::uint32_t, kSourceFeatures> features{};
  std::size_t k = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    features[k] = mixed(mixed(static_cast<std::uint32_t>(k) + 301U, a), b);
    ++k;
  };
  add(0, 0);
  add(cue_word, has_cue);
  add(cue_kind, has_cue);
  add(word_at(at - 1), has_cue);
  add(word_at(at + 1), has_cue);
  add(word_at(at - 1), cue_kind);
  add(kind_at(at - 1), kind_at(at + 1));
  add(word_at(at - 1), word_at(at - 2));
  add(word_at(at - 2), has_cue);
  add(word_at(at + 2), has_cue);
  add(shape, has_cue * 4U + place);
  add(shape, kind_at(at - 1));
  add(kind_at(context.first), has_cue);
  add(word_at(at - 1), cue_word);
  add(word_at(at + 1), cue_word);
  return features;
}

}  // namespace

CueContext make_context(const Outline& outline, const std::vector<Cue>& cues, std::size_t at,
                        const Cue* cue, std::int64_t quoted) {
  CueContext context;
  context.outline = &outline;
  context.at = at;
  context.first = outline.sentence_begin(at);
  context.last = outline.sentence_end(at);
  context.by_rule.assign(context.last - context.first, kOther);
  context.by_quoted = context.by_rule;
  context.other_units.assign(context.last - context.first, 0);
  auto other =
      std::lower_bound(cues.begin(), cues.end(), context.first,
                       [](const Cue& each, std::size_t item) { return each.first < item; });
  for (; other != cues.end() && other->first < context.last; ++other)
    if (other->first != at && other->unit_first() >= context.first)
      context.other_units[other->unit_first() - context.first] = 1;
  if (cue == nullptr) return context;
  context.has_cue = true;
  context.source = cue->source;
  context.is_inverted = cue->is_inverted;
  context.is_noun = cue->is_noun;
  for (const Stretch stretch : said_by_rule(outline, *cue))
    set_label(context.by_rule, context, stretch.first, stretch.last, kContent);
  context.has_quoted = quoted >= 0;
  if (quoted >= 0) {
    const auto item = static_cast<std::size_t>(quoted);
    if (const auto clause = quoted_clause(outline, cues, at, item))
      set_label(context.by_quoted, context, clause->first, clause->last, kContent);
  }
  for (auto* labels : {&context.by_rule, &context.by_quoted})
    set_label(*labels, context, cue->source.first, cue->source.last, kSource);
  return context;
}

std::vector<ItemFeatures> said_features(const CueContext& context) {
  const Outline& outline = *context.outline;
  const std::size_t n = context.last - context.first;
  const std::size_t cue = context.at - context.first;
  std::vector<std::uint32_t> kinds(n + 4, 1000U);
  std::vector<std::uint32_t> words(n + 4, 1001U);
  for (std::size_t i = 0; i < n; ++i) {
    kinds[i + 2] = kind_of(outline.items[context.first + i]);
    words[i + 2] = word_of(outline.items[context.first + i]);
  }
  // What stands between the cue and each item.
  std::vector<std::uint32_t> paths(n, 0);
  const auto step = [&](std::uint32_t path, std::size_t i) {
    const Item& item = outline.items[context.first + i];
    if (item.is_mark(',')) path |= (path & 1U) != 0 ? 2U : 1U;
    if (item.kind == ItemKind::kMark && !item.is_mark(',')) path |= 4U;
    if (item.kind == ItemKind::kWord) {
      if (item.lower == "that") path |= 8U;
      if (item.has(kSay) && item.phrase < 0) path |= 16U;
      if (item.has(kAuxiliary | kVerb) || item.lower.ends_with("ed"))
        path |= (path & 32U) != 0 ? 64U : 32U;
      if (item.has(kConjunction)) path |= 128U;
    }
    if (item.is_quoted()) path |= 256U;
    return path;
  };
  std::uint32_t path = 0;
  for (std::size_t i = cue + 1; i < n; ++i) {
    paths[i] = path;
    path = step(path, i);
  }
  path = 0;
  for (std::size_t i = cue; i-- > 0;) {
    paths[i] = path;
    path = step(path, i);
  }
  // Where a phrase with its verb begins, and where another cue with its source does.
  std::vector<std::uint32_t> starts(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Phrase* own = outline.phrase_at(context.first + i);
    if (own == nullptr || own->first != context.first + i) continue;
    std::size_t verb = own->last;
    while (verb < context.last && (outline.items[verb].has(kAdverb))) ++verb;
    if (verb >= context.last || outline.items[verb].phrase >= 0) continue;
    const Item& item = outline.items[verb];
    starts[i] = item.kind != ItemKind::kWord                        ? 0U
                : item.has(kAuxiliary)                              ? 1U
                : item.has(kSay)                                    ? 2U
                : item.has(kJudge)                                  ? 3U
                : item.has(kVerb)                                   ? 4U
                : item.lower.ends_with("ed")                        ? 5U
                : item.has(kPreposition | kRelative | kConjunction) ? 6U
                : item.lower.ends_with("s")                         ? 7U
                                                                    : 8U;
  }
  const auto start_at = [&](std::size_t i) {
    return i < n ? starts[i] + (context.other_units[i] != 0 ? 16U : 0U) : 9U;
  };
  std::size_t last_quoted = n;
  for (std::size_t i = 0; i < n; ++i)
    if (outline.items[context.first + i].is_quoted()) last_quoted = i;
  const Item& cue_item = outline.items[context.at];
  const std::uint32_t cue_word = hash_of(cue_item.lower);
  const std::uint32_t cue_kind = (cue_item.has(kSay) ? 1U : 0U) | (cue_item.has(kJudge) ? 2U : 0U) |
                                 (cue_item.has(kCueNoun) ? 4U : 0U) |
                                 (cue_item.has(kWeakCue) ? 8U : 0U) |
                                 (cue_item.phrase >= 0 ? 16U : 0U) | (context.has_cue ? 32U : 0U) |
                                 (context.is_inverted ? 64U : 0U);
  std::vector<ItemFeatures> features(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t side = i < cue ? 1U : i > cue ? 2U : 3U;
    const std::uint32_t distance = distance_of(i < cue ? cue - i : i - cue);
    const std::uint32_t kind = kinds[i + 2];
    const std::uint32_t word = words[i + 2];
    const auto rule_at = [&](std::size_t k, bool is_inside) {
      return is_inside ? context.by_rule[k] + 3U * context.by_quoted[k] : 9U;
    };
    const std::uint32_t rule = rule_at(i, true);
    const std::uint32_t rule_before = rule_at(i - 1, i > 0);
    const std::uint32_t rule_after = rule_at(i + 1, i + 1 < n);
    const std::uint32_t from_begin = std::min<std::uint32_t>(3, static_cast<std::uint32_t>(i));
    const std::uint32_t to_end = std::min<std::uint32_t>(3, static_cast<std::uint32_t>(n - 1 - i));
    std::uint32_t phrase = 0;
    if (const Phrase* own = outline.phrase_at(context.first + i)) {
      phrase = 1U + (own->first == context.first + i ? 1U : 0U) +
               4U * (outline.items[own->head].kind == ItemKind::kName ? 1U
                     : outline.items[own->head].has(kPronoun)         ? 2U
                     : outline.items[own->head].has(kPersonNoun)      ? 3U
                     : outline.items[own->head].has(kTimeWord)        ? 4U
                                                                      : 5U);
    }
    const std::uint32_t quoted = last_quoted == n       ? 0U
                                 : i < last_quoted      ? 1U
                                 : i == last_quoted     ? 2U
                                 : i == last_quoted + 1 ? 3U
                                                        : 4U;
    std::size_t k = 0;
    ItemFeatures& to = features[i];
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
      to.emission[k] = mixed(mixed(static_cast<std::uint32_t>(k) + 1U, a), b);
      ++k;
    };
    add(side, distance);
    add(word, side);
    add(words[i + 1], side);
    add(words[i + 3], side);
    add(words[i], side);
    add(words[i + 4], side);
    add(kinds[i + 1], kind * 8U + side);
    add(kind, kinds[i + 3] * 8U + side);
    add(cue_word, side * 16U + distance);
    add(cue_word, kind * 8U + side);
    add(paths[i], side);
    add(paths[i], kind * 8U + side);
    add(rule, rule_before * 16U + rule_after);
    add(rule, cue_kind);
    add(rule, kind);
    add(from_begin * 4U + to_end, side);
    add(phrase, side * 16U + distance);
    add(phrase, paths[i] * 4U + side);
    add(kinds[2], paths[i] * 4U + side);
    add(quoted, rule * 4U + side);
    add(rule, cue_word);
    add(cue_kind, paths[i] * 4U + side);
    add(phrase, kinds[i + 3]);
    add(cue_kind, kind * 4U + side);
    add(start_at(i), side * 512U + kinds[i + 1]);
    add(start_at(i), rule * 16U + side);
    add(start_at(i + 1), kind * 8U + side);
    add(kinds[i], kinds[i + 1] * 512U + kind);
    k = 0;
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
      to.transition[k] = mixed(mixed(static_cast<std::uint32_t>(k) + 101U, a), b);
      ++k;
    };
    join(side, 0);
    join(word, side);
    join(words[i + 1], side);
    join(kinds[i + 1], kind * 8U + side);
    join(rule_before, rule);
    join(rule_before * 16U + rule, kind);
    join(rule_before * 16U + rule, cue_word);
    join(quoted * 4U + side, kind);
    join(cue_kind, kind * 4U + side);
    join(phrase, kinds[i + 1] * 4U + side);
    join(paths[i], kind);
    join(kind, kinds[i + 3] * 4U + side);
    join(start_at(i), kinds[i + 1] * 4U + side);
    join(start_at(i + 1), kind * 4U + side);
    join(words[i + 1], word);
    join(mixed(kinds[i], kinds[i + 1]), kind);
    join(start_at(i), rule_before * 16U + rule);
    join(cue_word, kinds[i + 1] * 4U + side);
  }
  return features;
}

std::vector<const Phrase*> candidate_sources(const CueContext& context) {
  const std::vector<Phrase>& phrases = context.outline->phrases;
  auto phrase =
      std::lower_bound(phrases.begin(), phrases.end(), context.first,
                       [](const Phrase& each, std::size_t at) { return each.first < at; });
  std::vector<const Phrase*> candidates;
  for (; phrase != phrases.end() && phrase->last <= context.last; ++phrase)
    if (phrase->first != context.at) candidates.push_back(&*phrase);
  return candidates;
}

std::array<std::uint32_t, kSourceFeatures> source_features(const CueContext& context,
                                                           const Phrase* candidate) {
  if (candidate == nullptr) return no_source_features(context);
  const Phrase& phrase = *candidate;
  const Outline& outline = *context.outline;
  const Item& head = outline.items[phrase.head];
  const bool is_before = phrase.first < context.at;
  const std::uint32_t side = is_before ? 1U : 2U;
  const std::size_t gap_first = is_before ? phrase.last : context.at + 1;
  const std::size_t gap_last = is_before ? context.at : phrase.first;
  std::uint32_t n_phrases = 0;
  std::uint32_t path = 0;
  std::uint32_t n_items = 0;
  for (std::size_t i = gap_first; i < gap_last; ++i) {
    const Item& item = outline.items[i];
    ++n_items;
    if (const Phrase* other = outline.phrase_at(i); other != nullptr && other->first == i)
      ++n_phrases;
    if (item.is_mark(',')) path |= (path & 1U) != 0 ? 2U : 1U;
    if (item.kind == ItemKind::kMark && !item.is_mark(',')) path |= 4U;
    if (item.kind == ItemKind::kWord && item.phrase < 0) {
      if (item.has(kRelative)) path |= 8U;
      if (item.has(kSay)) path |= 16U;
      if (item.has(kConjunction)) path |= 32U;
      if (item.has(kPreposition)) path |= 64U;
      if (item.has(kVerb) || item.lower.ends_with("ed")) path |= 128U;
      if (item.has(kAuxiliary)) path |= 256U;
      if (item.lower == "to") path |= 512U;
    }
    if (item.is_quoted()) path |= 1024U;
  }
  n_phrases = std::min(n_phrases, 4U);
  const bool is_at_begin = phrase.first == context.first;
  const std::uint32_t before = is_at_begin ? 1000U : word_of(outline.items[phrase.first - 1]);
  const std::uint32_t before_kind = is_at_begin ? 1000U : kind_of(outline.items[phrase.first - 1]);
  const std::uint32_t after =
      phrase.last >= context.last ? 1000U : kind_of(outline.items[phrase.last]);
  const std::uint32_t head_kind = kind_of(head);
  const Item& cue_item = outline.items[context.at];
  const std::uint32_t cue_word = hash_of(cue_item.lower);
  const std::uint32_t cue_kind = kind_of(cue_item);
  const std::uint32_t is_rule =
      !context.has_cue                                                           ? 0U
      : phrase.first < context.source.last && context.source.first < phrase.last ? 1U
                                                                                 : 2U;
  const std::uint32_t said = context.by_rule[phrase.head - context.first] +
                             3U * context.by_quoted[phrase.head - context.first];
  const std::uint32_t shape = side + 4U * n_phrases;
  std::array<std::uint32_t, kSourceFeatures> features{};
  std::size_t k = 0;
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    features[k] = mixed(mixed(static_cast<std::uint32_t>(k) + 201U, a), b);
    ++k;
  };
  add(shape, distance_of(n_items));
  add(path, side);
  add(path, shape);
  add(head_kind, side);
  add(head_kind, before_kind);
  add(word_of(head), side);
  add(before, side);
  add(before, shape);
  add(after, side);
  add(after, before_kind);
  add(is_rule, shape);
  add(is_rule, cue_word);
  add(is_rule, head_kind);
  add(cue_word, side);
  add(cue_kind, path);
  add(said, side);
  add(said, is_rule);
  add(cue_word, shape);
  add(phrase.last == context.at ? kind_of(item_or_mark(outline, context.at + 1)) + 1U : 0U, side);
  add(context.at > 0 ? word_of(outline.items[context.at - 1]) : 0U, shape);
  return features;
}

}  // namespace fabula::quotes
