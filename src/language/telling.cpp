#include "language/telling.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence_words.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"

namespace fabula::language {
namespace {

using text::is_one_of;

using Words = std::vector<SentenceWord>;

// Past, and will: of a verb with a time of its own. Other: present, perfect, infinitive, gerund.
// None: no verb, or one whose time is that of the verb before it.
enum class Tense : std::uint8_t { kNone, kPast, kWill, kOther };

bool is_adverb(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ly")) ||
         is_one_of(word, "not", "also", "then", "now", "already", "just", "later", "never", "once",
                   "again", "first", "soon", "still", "ever", "both");
}

// The word before `i` that is no adverb; empty at the head.
std::string_view before(const Words& words, std::size_t i) {
  while (i > 0 && is_adverb(words[i - 1].lower)) --i;
  return i == 0 ? std::string_view() : std::string_view(words[i - 1].lower);
}

bool is_determiner(std::string_view word) {
  return is_one_of(word, "the", "a", "an", "his", "her", "their", "its", "this", "these", "those",
                   "'s", "my", "our", "your", "some", "any", "no", "every", "each");
}

bool is_preposition(std::string_view word) {
  return is_one_of(word, "of", "in", "on", "at", "for", "from", "to", "with", "by", "into",
                   "against", "about", "without", "over", "under", "through", "despite", "like",
                   "than", "as");
}

bool is_past_form(std::string_view word) {
  const std::uint8_t uses = verb_of(word).uses;
  return (uses & kPastForm) != 0 && (uses & kBareForm) == 0;
}

// What is done goes on, or is brought about, at the time of these: "began working", "failed to
// win".
bool hands_on_its_time(std::string_view word) {
  return is_one_of(word, "began", "started", "stopped", "finished", "continued", "kept", "resumed",
                   "quit", "went", "failed", "managed", "forced", "used", "helped", "refused",
                   "declined", "came", "tried", "attempted", "struggled", "got");
}

// "to increase": not "to the", "to Marden", "came to power in".
bool is_infinitive(const Words& words, std::size_t i) {
  if (i >= words.size() || words[i].is_capital || words[i].is_mark) return false;
  const std::string& word = words[i].lower;
  return word[0] >= 'a' && word[0] <= 'z' && !is_determiner(word) && !word.ends_with("ing") &&
         !is_one_of(word, "power", "office", "death", "prison", "jail", "fame", "prominence",
                    "life", "court", "trial", "school", "college", "parliament", "government",
                    "freedom", "him", "them", "it", "us", "me", "more", "less", "about", "nearly");
}

Tense tense_of_gerund(const Words& words, std::size_t i) {
  const std::string_view word = words[i].lower;
  if ((verb_of(word).uses & kNounForm) != 0 ||
      is_one_of(word, "during", "following", "including", "according", "morning", "evening",
                "spring", "thing", "nothing", "something", "anything", "everything", "being",
                "building"))
    return Tense::kNone;
  const std::string_view prior = before(words, i);
  // "after funding", "voted for it, ending the fees in 2017"
  if (is_preposition(prior) || prior == ",") return Tense::kOther;
  const bool is_object = is_past_form(prior) && !is_one_of(prior, "was", "were");
  return is_object && !hands_on_its_time(prior) ? Tense::kOther : Tense::kNone;
}

// "takes", "they think"
bool is_present(const Words& words, std::size_t i) {
  const std::string_view word = words[i].lower;
  const std::string_view prior = before(words, i);
  if (prior.empty() || is_determiner(prior) || is_preposition(prior)) return false;
  const std::uint8_t uses = verb_of(word).uses;
  if ((uses & (kPastForm | kNounForm)) != 0) return false;
  if ((uses & kBareForm) != 0)
    return is_one_of(prior, "they", "we", "i", "you", "who", "that", "which") ||
           prior.ends_with("s");
  if ((uses & kPresentForm) != 0) return true;
  if (!word.ends_with("s") || word.size() < 4) return false;
  const std::uint8_t bare =
      verb_of(word.substr(0, word.size() - 1)).uses |
      (word.ends_with("es") ? verb_of(word.substr(0, word.size() - 2)).uses : std::uint8_t{0});
  return (bare & kBareForm) != 0 && (bare & kNounForm) == 0;
}

// "did" of "didn't", "ca" of "can't"
std::string_view without_not(std::string_view word) {
  for (const std::string_view no : {"n't", "n\u2019t"})
    if (word.ends_with(no)) word.remove_suffix(no.size());
  return word;
}

Tense tense_at(const Words& words, std::size_t i) {
  if (words[i].is_mark || (words[i].is_capital && i > 0)) return Tense::kNone;
  const std::string_view word = without_not(words[i].lower);
  const std::string_view prior = before(words, i);
  if (is_one_of(word, "will", "'ll", "wo", "shall")) return Tense::kWill;
  if (word == "to" && is_infinitive(words, i + 1))
    return hands_on_its_time(prior) ? Tense::kNone : Tense::kOther;
  if (is_one_of(word, "is", "are", "am", "has", "have", "do", "does") || word.ends_with("'ve") ||
      word.ends_with("\u2019ve") || word.ends_with("'re") || word.ends_with("\u2019re"))
    return prior == "to" ? Tense::kNone : Tense::kOther;
  if (word.ends_with("'d") || word.ends_with("\u2019d")) return Tense::kOther;  // had, or would
  if (word.size() > 4 && word.ends_with("ing")) return tense_of_gerund(words, i);
  if (is_past_form(word)) {
    // "was raised", "has been raised": the helper tells. "the limited offer": no verb.
    const bool is_helped = is_one_of(prior, "was", "were", "is", "are", "be", "been", "being",
                                     "has", "have", "had", "get", "got", "having") ||
                           prior.ends_with("'ve") || prior.ends_with("\u2019ve");
    return is_helped || is_determiner(prior) ? Tense::kNone : Tense::kPast;
  }
  return is_present(words, i) ? Tense::kOther : Tense::kNone;
}

bool ends_a_clause(std::string_view word) { return word == ";" || word == ":"; }

bool is_saying(std::string_view word) {
  return is_one_of(word, "said", "told", "added", "wrote", "asked", "argued", "noted", "explained",
                   "replied", "insisted", "tweeted");
}

// Where "including ..." begins whose words run up to `end`; `end`: nowhere.
std::size_t begin_of_list(const Words& words, std::size_t end) {
  for (std::size_t i = end; i-- > 0 && !words[i].is_mark;)
    if (words[i].lower == "including") return i;
  return end;
}

// Of the verb that the words [first, last) of a time belong to: the one before them in the clause;
// where there is none, or they begin it ("In 2019, the council closed"), the one behind.
Tense tense_beside(const Words& words, std::size_t first, std::size_t last) {
  // "warn of hidden costs, including raised fees in 2019": a list has no verb of its own.
  const std::size_t list = begin_of_list(words, first);
  const auto look_back = [&] {
    bool has_comma = false;
    for (std::size_t i = list; i-- > 0 && !ends_a_clause(words[i].lower);) {
      has_comma = has_comma || words[i].is_mark;
      const Tense tense = tense_at(words, i);
      // "said Voss, the favourite in 2018": who says it is described, not the saying.
      if (tense == Tense::kPast && has_comma && is_saying(words[i].lower)) return Tense::kOther;
      if (tense != Tense::kNone) return tense;
    }
    return Tense::kNone;
  };
  const auto look_ahead = [&] {
    for (std::size_t i = last; i < words.size() && !ends_a_clause(words[i].lower); ++i)
      if (const Tense tense = tense_at(words, i); tense != Tense::kNone) return tense;
    return Tense::kNone;
  };
  // `first` is the preposition.
  const bool begins = first == 0 || words[first - 1].is_mark ||
                      is_one_of(words[first - 1].lower, "and", "but", "that", "when", "because");
  const Tense near = begins ? look_ahead() : look_back();
  if (near != Tense::kNone) return near;
  return begins ? look_back() : look_ahead();
}

// Something in the sentence points ahead, from now or from then; or nothing is said to have been.
bool points_ahead(std::string_view word) {
  return is_one_of(word, "will", "would", "could", "should", "may", "might", "must", "can", "shall",
                   "wo", "ca", "cannot", "if", "until", "till", "through", "by", "for", "before",
                   "toward", "towards", "ahead", "between", "to-be", "next", "future") ||
         is_one_of(word, "upcoming", "due", "deadline", "target", "goal", "plan", "plans",
                   "planned", "planning", "expected", "expects", "expect", "projected",
                   "projection", "projections", "scheduled", "set", "forecast", "aims", "aimed",
                   "seeking", "hopes", "hoped", "hoping", "wants", "wanted", "running", "run") ||
         is_one_of(word, "runs", "bid", "race", "campaign", "campaigns", "candidate", "candidates",
                   "nomination", "nominee", "election", "elections", "re-election", "reelection",
                   "presidential", "primary", "primaries", "cycle", "hopeful", "hopefuls",
                   "contender", "contenders", "budget", "fiscal", "olympics", "games", "season") ||
         is_one_of(word, "expire", "expires", "expiring", "ending", "ends", "starting", "likely",
                   "possible", "potential", "proposed", "proposal", "pledged", "promised", "vowed",
                   "threatened", "whether", "hypothetical", "considering", "weighing", "mulling",
                   "eyeing", "possibility", "maybe", "perhaps", "prepare", "preparing",
                   "preparation") ||
         is_one_of(word, "beginning", "predict", "predicts", "predicted", "prediction", "estimate",
                   "estimates", "estimated", "anticipated", "anticipates", "outlook", "chances",
                   "prospects", "odds") ||
         is_one_of(word, "warn", "warns", "warned", "penciled", "pencilled", "slated", "earmarked",
                   "budgeted", "envisioned", "envisaged", "foresaw", "foresees", "postponed",
                   "delayed", "deferred", "rescheduled", "extended", "phased", "booked",
                   "effective", "ballot", "matchup", "match-up", "rematch", "opponent", "toss-up",
                   "tossup", "battleground", "rated", "ranked", "challenger");
}

// What may stand behind a time that is not part of a longer name of something.
bool ends_a_phrase(std::string_view word) {
  return is_one_of(word, ",", ";", ":", "(", ")", "and", "but", "or", "when", "after", "as", "at",
                   "in", "on", "with", "that", "to", "because", "while", "where", "from", "over",
                   "following", "during", "under") ||
         is_past_form(word);
}

// A gallery's captions have a button behind each.
bool is_before_caption_button(const AnnotatedArticle& article, std::uint32_t end) {
  std::string_view behind = std::string_view(article.article.text).substr(end);
  while (behind.starts_with(" ") || behind.starts_with("\n")) behind.remove_prefix(1);
  return behind.starts_with("Hide Caption");
}

}  // namespace

Range sentence_at(const AnnotatedArticle& article, Range range) {
  const auto& sentences = article.segmentation.sentences;
  const auto next = std::ranges::upper_bound(sentences, range.begin, {},
                                             [](const Sentence& each) { return each.range.begin; });
  if (next == sentences.begin()) return {};
  const Sentence& sentence = *(next - 1);
  return sentence.range.contains(range) ? sentence.range : Range{};
}

bool stands_apart(const AnnotatedArticle& article, Range sentence) {
  const std::string_view words = words_of(article.article.text, sentence);
  const auto has = [&](std::string_view some) { return words.find(some) != words.npos; };
  // What most sentences have not is looked for first: they are many.
  const bool is_caption =
      has("Caption") || has("Photo:") || has("Photos:") || words.starts_with("From left") ||
      (has("in this ") && (has("in this image") || has("in this photo") || has("in this picture")));
  const bool is_note =
      has("This ") &&
      (has("This article was ") || has("This story was ") || has("This page was ") ||
       has("This article has been ") || has("This story has been ")) &&
      (has("amended") || has("updated") || has("corrected") || has("revised"));
  return is_caption || is_note || (has("|") && has(" | ")) ||
         is_before_caption_button(article, sentence.end);
}

bool is_told_plainly(const AnnotatedArticle& article, Range range) {
  return PlainText(article).holds(range);
}

// Words between marks that never closed, or were paired otherwise, count as quoted, too.
PlainText::PlainText(const AnnotatedArticle& article) : article_(article) {
  std::vector<Range> all;
  for (const QuotedPart& part : article.segmentation.quoted) all.push_back(part.outer);
  for (const Quote& quote : article.quotes)
    if (quote.kind == QuoteKind::kDirect) all.push_back(quote.range);
  std::sort(all.begin(), all.end());
  for (const Range& range : all) {
    if (!quoted_.empty() && range.begin <= quoted_.back().end) {
      quoted_.back().end = std::max(quoted_.back().end, range.end);
    } else {
      quoted_.push_back(range);
    }
  }
}

bool PlainText::holds(Range range) const {
  const auto& paragraphs = article_.article.paragraphs;
  const auto next = std::ranges::upper_bound(
      paragraphs, range.begin, {}, [](const Paragraph& each) { return each.range.begin; });
  if (next == paragraphs.begin() || (next - 1)->role != Role::kBody) return false;
  const auto quoted =
      std::ranges::upper_bound(quoted_, range.begin, {}, [](Range each) { return each.end; });
  return quoted == quoted_.end() || !quoted->overlaps(range);
}

Telling telling_of(const AnnotatedArticle& article, const TimeExpression& time) {
  if (!is_told_plainly(article, time.range)) return Telling::kUnclear;
  const Range sentence = sentence_at(article, time.range);
  if (sentence.empty() || stands_apart(article, sentence)) return Telling::kUnclear;
  const Words words = words_of_sentence(article.article.text, sentence);
  const std::size_t first = word_from(words, time.range.begin);
  const std::size_t last = word_from(words, time.range.end);
  if (first == 0 || !is_one_of(words[first - 1].lower, "on", "in", "since", "during"))
    return Telling::kUnclear;
  if (last < words.size() && !words[last].is_mark && !ends_a_phrase(words[last].lower))
    return Telling::kUnclear;
  bool is_past = false;
  bool is_ahead = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= first && i < last) continue;
    is_past = is_past || tense_at(words, i) == Tense::kPast;
    is_ahead = is_ahead || points_ahead(without_not(words[i].lower));
  }
  const Tense tense = tense_beside(words, first - 1, last);
  // "has risen since 2008": where it began is past, whatever the verb.
  const bool is_since = words[first - 1].lower == "since";
  if ((tense == Tense::kPast || (is_since && tense == Tense::kOther)) && !is_ahead)
    return Telling::kPast;
  const bool is_fine = time.when.grain <= Grain::kMonth && !is_since;
  return tense == Tense::kWill && !is_past && is_fine ? Telling::kFuture : Telling::kUnclear;
}

std::uint32_t behind_dateline(std::string_view article_text, Range sentence) {
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kLeastCapitals = 3;
  const std::string_view head = words_of(article_text, sentence).substr(0, kLongest);
  std::size_t n_capitals = 0;
  while (n_capitals < head.size() && head[n_capitals] >= 'A' && head[n_capitals] <= 'Z')
    ++n_capitals;
  if (n_capitals < kLeastCapitals) return sentence.begin;
  for (const std::string_view dash : {" \u2014 ", " \u2013 ", " - "})
    if (const std::size_t at = head.find(dash); at != std::string_view::npos)
      return sentence.begin + static_cast<std::uint32_t>(at + dash.size());
  return sentence.begin;
}

}  // namespace fabula::language
