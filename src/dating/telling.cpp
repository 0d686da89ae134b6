#include "dating/telling.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::dating {
namespace {

using text::is_one_of;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The words of a stretch, in small letters; a comma, semicolon, colon or dash is a word, too.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (is_letter(text[at]) || c >= 0x80 || (c >= '0' && c <= '9')) {
      std::size_t end = at;
      while (end < text.size() &&
             (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80 ||
              (text[end] >= '0' && text[end] <= '9') || text[end] == '-' || text[end] == '\''))
        ++end;
      words.push_back(text::ascii_lower(text.substr(at, end - at)));
      at = end;
    } else {
      if (is_one_of(text.substr(at, 1), ",", ";", ":", "(", ")")) words.emplace_back(1, text[at]);
      ++at;
    }
  }
  return words;
}

// Verbs in a past tense of their own, without help: what they tell has happened.
bool is_past_verb(std::string_view word) {
  if (is_one_of(word, "was", "were", "did", "had", "said", "told", "went", "came", "took", "made",
                "got", "gave", "found", "began", "became", "left", "fell", "rose", "won", "lost",
                "held", "met", "sent", "spent", "broke"))
    return true;
  if (is_one_of(word, "wrote", "spoke", "shot", "struck", "sold", "bought", "led", "ran", "saw",
                "sank", "drew", "kept", "grew", "knew", "brought", "built", "caught", "chose",
                "drove", "flew", "paid", "sat", "stood", "taught"))
    return true;
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") &&
         !is_one_of(word, "hundred", "sacred", "naked", "wicked", "kindred");
}

// Something in the sentence points ahead, from now or from then; or nothing is said to have been.
bool points_ahead(std::string_view word) {
  return is_one_of(word, "will", "would", "could", "should", "may", "might", "must", "can", "shall",
                   "won't", "wouldn't", "if", "until", "till", "through", "by", "for", "before",
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
                   "preparation");
}

// What may stand behind a time that is not part of a longer name of something.
bool ends_a_phrase(std::string_view word) {
  return is_one_of(word, ",", ";", ":", "(", ")", "and", "but", "or", "when", "after", "as", "at",
                   "in", "on", "with", "that", "to", "because", "while", "where", "from", "over",
                   "following", "during", "under") ||
         is_past_verb(word);
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

bool is_caption(const AnnotatedArticle& article, Range sentence) {
  const std::string_view words = words_of(article.article.text, sentence);
  return words.find("Caption") != words.npos || words.find("Photo:") != words.npos ||
         words.find("Photos:") != words.npos || words.starts_with("From left");
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
  if (sentence.empty() || is_caption(article, sentence)) return Telling::kUnclear;
  const std::string_view text = article.article.text;
  const auto before = split(words_of(text, Range{sentence.begin, time.range.begin}));
  const auto behind = split(words_of(text, Range{time.range.end, sentence.end}));
  if (before.empty() || !is_one_of(before.back(), "on", "in", "since", "during"))
    return Telling::kUnclear;
  if (!behind.empty() && !ends_a_phrase(behind.front())) return Telling::kUnclear;
  bool is_past = false;
  bool is_ahead = false;
  bool is_will = false;
  for (const auto* words : {&before, &behind})
    for (std::size_t i = 0; i < words->size(); ++i) {
      const std::string& word = (*words)[i];
      // "will be raised", "is held": a participle, of no time of its own.
      const bool is_helped = i > 0 && is_one_of((*words)[i - 1], "be", "is", "are", "get", "being");
      is_past = is_past || (is_past_verb(word) && !is_helped);
      is_ahead = is_ahead || points_ahead(word);
      is_will = is_will || word == "will";
    }
  if (is_past && !is_ahead) return Telling::kPast;
  const bool is_fine = time.when.grain <= Grain::kMonth && before.back() != "since";
  return is_will && !is_past && is_fine ? Telling::kFuture : Telling::kUnclear;
}

}  // namespace fabula::dating
