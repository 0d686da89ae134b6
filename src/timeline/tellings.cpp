#include "timeline/tellings.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace fabula::timeline {
namespace {

constexpr std::uint32_t kNoSentence = ~std::uint32_t{0};

bool is_body(const AnnotatedArticle& article, const Sentence& sentence) {
  return article.article.paragraphs[sentence.paragraph].role == Role::kBody;
}

// Index of the sentence that holds `range`; kNoSentence when none does.
std::uint32_t sentence_around(const AnnotatedArticle& article, Range range) {
  const auto& sentences = article.segmentation.sentences;
  const auto after = std::ranges::upper_bound(sentences, range.begin, {},
                                              [](const Sentence& s) { return s.range.begin; });
  if (after == sentences.begin() || !std::prev(after)->range.contains(range)) return kNoSentence;
  return static_cast<std::uint32_t>(std::prev(after) - sentences.begin());
}

bool is_dated(const TimeExpression& time) {
  const bool is_point = time.type == TimeType::kDate || time.type == TimeType::kTime;
  return is_point && time.when.earliest && time.when.latest && time.when.grain <= Grain::kYear;
}

// A clock time is a day here.
When day_grain(const When& when) {
  if (when.grain != Grain::kTime || when.earliest != when.latest) return when;
  return when_day(*when.earliest);
}

bool is_within(const When& fine, const When& coarse) {
  return coarse.earliest <= fine.earliest && fine.latest <= coarse.latest;
}

// Does `time` mean a year or more without naming it ("a year ago")?
bool is_vague(const TimeExpression& time) {
  return time.when.grain >= Grain::kYear && time.anchor != "none";
}

// Adds the tellings of one sentence: each stretch once, without those around another one and
// without vague ones behind another.
void keep_finest(std::span<const Telling> of_sentence, std::vector<Telling>& kept) {
  const std::size_t first_kept = kept.size();
  for (std::size_t i = 0; i < of_sentence.size(); ++i) {
    const When& when = of_sentence[i].when;
    const auto hides = [&](std::size_t k) {
      const When& other = of_sentence[k].when;
      return is_within(other, when) && (!is_within(when, other) || k < i);
    };
    bool is_hidden = false;
    for (std::size_t k = 0; k < of_sentence.size() && !is_hidden; ++k)
      is_hidden = k != i && hides(k);
    const bool is_first = kept.size() == first_kept;
    if (is_hidden || (!is_first && of_sentence[i].is_vague)) continue;
    kept.push_back(of_sentence[i]);
    kept.back().is_first = is_first;
  }
}

}  // namespace

bool names_somebody(const AnnotatedArticle& article, Range range) {
  const auto& mentions = article.names.mentions;
  auto mention = std::ranges::lower_bound(mentions, range.begin, {},
                                          [](const Mention& m) { return m.range.begin; });
  for (; mention != mentions.end() && mention->range.end <= range.end; ++mention) {
    const NameKind kind = article.names.things[mention->thing].kind;
    if (kind == NameKind::kPerson || kind == NameKind::kOrganisation) return true;
  }
  return false;
}

bool is_quoted(const AnnotatedArticle& article, Range range) {
  // A quotation around `range` begins before it, and not many others begin in between.
  constexpr int kLookBack = 32;
  auto quote = std::ranges::upper_bound(article.quotes, range.begin, {},
                                        [](const Quote& q) { return q.range.begin; });
  for (int i = 0; i < kLookBack && quote != article.quotes.begin(); ++i) {
    --quote;
    if (quote->kind == QuoteKind::kIndirect || !quote->range.contains(range)) continue;
    if (std::ranges::any_of(quote->parts, [&](Range part) { return part.contains(range); }))
      return true;
  }
  return false;
}

std::vector<Telling> find_tellings(const AnnotatedArticle& article, std::uint32_t article_index) {
  // A sentence with more times than this is a table or a list of links.
  constexpr std::size_t kMaxTimes = 8;
  std::vector<Telling> kept;
  std::vector<Telling> of_sentence;
  std::uint32_t last = kNoSentence;
  const auto flush = [&] {
    if (of_sentence.size() <= kMaxTimes) keep_finest(of_sentence, kept);
    of_sentence.clear();
  };
  for (std::uint32_t i = 0; i < article.times.size(); ++i) {
    const TimeExpression& time = article.times[i];
    if (!is_dated(time)) continue;
    const std::uint32_t s = sentence_around(article, time.range);
    if (s == kNoSentence || !is_body(article, article.segmentation.sentences[s])) continue;
    if (time.anchor != "none" && is_quoted(article, time.range)) continue;
    if (s != last) flush();
    last = s;
    const Range range = article.segmentation.sentences[s].range;
    of_sentence.push_back({{article_index, range}, i, day_grain(time.when), true, is_vague(time)});
  }
  flush();
  return kept;
}

std::vector<Telling> find_lead(const AnnotatedArticle& article, std::uint32_t article_index) {
  const Sentence* lead = nullptr;
  for (const Sentence& sentence : article.segmentation.sentences) {
    if (!is_body(article, sentence)) continue;
    if (lead == nullptr) lead = &sentence;
    if (!names_somebody(article, sentence.range)) continue;
    lead = &sentence;
    break;
  }
  if (lead == nullptr && !article.segmentation.sentences.empty())
    lead = &article.segmentation.sentences.front();
  if (lead == nullptr) return {};
  return {{{article_index, lead->range}, 0, {}, true, false}};
}

}  // namespace fabula::timeline
