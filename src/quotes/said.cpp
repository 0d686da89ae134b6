#include "quotes/said.hpp"

#include <algorithm>

#include "quotes/lexicon.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kLongestSentence = 300;  // items

bool overlaps(const Source& a, const Phrase& b) { return a.first < b.last && b.first < a.last; }

// The model's phrase with what hangs on it, as the rules would write it.
Source source_of(const Outline& outline, const Phrase& phrase) {
  if (const auto source = source_from(outline, phrase.first)) return *source;
  return {phrase.first, phrase.last, phrase.head};
}

// Can this cue give a record: speech, or quoted words of its own?
bool is_asked(const Item& word, const Cue* cue, bool has_quoted) {
  if (has_quoted || (cue != nullptr && cue->has(kSay))) return true;
  if (word.phrase >= 0) return word.has(kCueNoun);
  return word.has(kSay) || is_speech_act(word.lower);
}

std::vector<Stretch> content_by_rule(const CueContext& context) {
  const bool has_quoted = std::find(context.by_quoted.begin(), context.by_quoted.end(), kContent) !=
                          context.by_quoted.end();
  return stretches_of(context, has_quoted ? context.by_quoted : context.by_rule);
}

// "what he called “a mess”", "Instead, he said, “...”": what stands before the cue and is said too.
void add_front(const Outline& outline, const CueContext& context, const Cue& cue,
               std::vector<Stretch>& content) {
  const std::size_t unit = cue.unit_first();
  if (cue.is_inverted || content.front().first < unit || unit <= context.first) return;
  const Item& before = outline.items[unit - 1];
  const bool is_object = outline.items[context.at].has(kJudge) &&
                         (before.has(kRelative) || before.lower == "what") &&
                         before.lower != "that";
  if (is_object) {
    content.insert(content.begin(), {unit - 1, unit});
    return;
  }
  const Item& after = item_or_mark(outline, cue.unit_last());
  const Item& opening = outline.items[context.first];
  const bool is_set_off = before.is_mark(',') && after.is_mark(',') &&
                          !item_or_mark(outline, cue.unit_last() + 1).is_quoted() &&
                          !opening.has(kTimeWord | kConjunction) && opening.lower != "in" &&
                          opening.lower != "on" && opening.lower != "at";
  if (is_set_off && unit >= context.first + 2)
    content.insert(content.begin(), {context.first, unit - 1});
}

// What is said does not end in the middle of a phrase: up to the next mark, or joint.
void snap_end(const Outline& outline, const CueContext& context, std::vector<Stretch>& content) {
  Stretch& last = content.back();
  if (last.last <= context.at) return;
  while (last.last < context.last) {
    const Item& next = outline.items[last.last];
    const Item& before = outline.items[last.last - 1];
    if (next.kind == ItemKind::kMark || next.has(kConjunction | kTimeWord) || before.is_quoted() ||
        next.is_quoted() || next.lower == "in" || next.lower == "on" || next.lower == "during")
      break;
    ++last.last;
  }
}

bool is_cue_word(const Outline& outline, const Cue* cue, std::size_t at) {
  const Item& item = outline.items[at];
  const bool is_word = item.kind == ItemKind::kWord && item.has(kSay | kJudge | kCueNoun);
  return (cue != nullptr || is_word) &&
         outline.sentence_end(at) - outline.sentence_begin(at) <= kLongestSentence;
}

// The first quotation of the cue at `at`; -1 when it has none.
std::int64_t quoted_by(const std::vector<std::pair<std::size_t, std::size_t>>& quoted_of,
                       std::size_t at) {
  const auto found =
      std::lower_bound(quoted_of.begin(), quoted_of.end(), std::pair(at, std::size_t{0}));
  const bool has_quoted = found != quoted_of.end() && found->first == at;
  return has_quoted ? static_cast<std::int64_t>(found->second) : -1;
}

}  // namespace

std::vector<CueContext> cue_contexts(
    const Outline& outline, const std::vector<Cue>& cues,
    const std::vector<std::pair<std::size_t, std::size_t>>& quoted_of) {
  std::vector<CueContext> contexts;
  for (std::size_t at = 0; at < outline.items.size(); ++at) {
    const Cue* cue = cue_at(cues, at);
    if (is_cue_word(outline, cue, at))
      contexts.push_back(make_context(outline, cues, at, cue, quoted_by(quoted_of, at)));
  }
  return contexts;
}

std::vector<SaidOfCue> find_said(const Outline& outline, const std::vector<Cue>& cues,
                                 const std::vector<std::pair<std::size_t, std::size_t>>& quoted_of,
                                 const SaidModel* model) {
  std::vector<SaidOfCue> found;
  std::size_t n_asked = 0;  // of the sentence
  for (std::size_t at = 0; at < outline.items.size(); ++at) {
    if (outline.items[at].starts_sentence) n_asked = 0;
    const Cue* cue = cue_at(cues, at);
    const std::int64_t quoted = quoted_by(quoted_of, at);
    if (!is_cue_word(outline, cue, at) || !is_asked(outline.items[at], cue, quoted >= 0)) continue;
    constexpr std::size_t kMostAsked = 24;  // a sentence of more is none, and would cost n²
    if (++n_asked > kMostAsked) continue;
    const CueContext context = make_context(outline, cues, at, cue, quoted);
    SaidOfCue said;
    said.cue_first = context.at;
    said.cue_last = cue == nullptr ? context.at + 1 : cue->last;
    if (model == nullptr) {
      if (cue == nullptr) continue;
      said.content = content_by_rule(context);
      said.source = cue->source;
      said.is_agreed = true;
    } else {
      Said by_model = model->find(context);
      said.content = std::move(by_model.content);
      said.is_agreed =
          cue != nullptr && by_model.source != nullptr && overlaps(cue->source, *by_model.source);
      if (by_model.source != nullptr && !said.is_agreed)
        said.source = source_of(outline, *by_model.source);
      else if (cue != nullptr && (said.is_agreed || cue->source.last <= context.first))
        said.source = cue->source;
    }
    if (said.content.empty() && cue != nullptr && is_speech_act(outline.items[at].lower)) {
      // "denied selling the label": rarer verbs are not learned one by one.
      said.content = content_by_rule(context);
      said.source = cue->source;
    }
    if (said.content.empty()) continue;
    if (cue != nullptr) add_front(outline, context, *cue, said.content);
    snap_end(outline, context, said.content);
    if (cue != nullptr && said.content.back().first >= cue->last)
      said.content.back() =
          before_next_cue(outline, cues, *cue, said.content.back(), cue->first, true);
    found.push_back(std::move(said));
  }
  return found;
}

}  // namespace fabula::quotes
