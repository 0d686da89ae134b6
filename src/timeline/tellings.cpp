#include "timeline/tellings.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "text/one_of.hpp"
#include "text/utf8.hpp"
#include "timeline/news_begin.hpp"

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

bool is_point(const TimeExpression& time) {
  return time.type == TimeType::kDate || time.type == TimeType::kTime;
}

bool is_dated(const TimeExpression& time) {
  return time.when.earliest && time.when.latest && time.when.grain <= Grain::kYear;
}

// Is `time` a year that only describes what follows, as in "the 2016 award"? In front of it stands
// no word of time.
bool describes_thing(const AnnotatedArticle& article, const TimeExpression& time) {
  constexpr auto kTimeWords = std::to_array<std::string_view>(
      {"about",  "after",   "and",        "around", "before", "between", "by", "circa",
       "during", "early",   "from",       "in",     "late",   "mid",     "of", "or",
       "since",  "through", "throughout", "till",   "to",     "until"});
  static_assert(std::ranges::is_sorted(kTimeWords));
  if (time.when.grain != Grain::kYear) return false;
  const std::string_view text = article.article.text;
  const std::string_view words = words_of(text, time.range);
  const std::string_view rest = text.substr(time.range.end, 5);
  const bool is_bare = words.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_bare || rest.size() < 2 || rest[0] != ' ' ||
      !text::is_letter(text::decode(rest, 1).value))
    return false;
  constexpr std::size_t kLongestTimeWord = 12;
  const std::size_t end = time.range.begin;
  const std::size_t begin = end - std::min(end, kLongestTimeWord);
  const std::string_view before = text::trim(text.substr(begin, end - begin));
  const std::string_view word = before.substr(before.find_last_of(" \n(") + 1);
  return !std::ranges::binary_search(kTimeWords, text::ascii_lower(word));
}

// "VALE, June 11 (Meridian Wire) — The roof came down": the day it was sent, not that of the fall.
bool is_of_dateline(std::string_view text, Range sentence, Range time) {
  constexpr std::size_t kLongestCredit = 48;
  constexpr std::size_t kLongestPlace = 64;
  constexpr auto kDashes =
      std::to_array<std::string_view>({" - ", " -- ", " \u2013 ", " \u2014 ", "\u2014"});
  const std::string_view place = words_of(text, Range{sentence.begin, time.begin});
  const bool is_place =
      place.size() >= 3 && place.size() <= kLongestPlace &&
      std::ranges::all_of(place.substr(0, 3), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string_view rest = text.substr(time.end, kLongestCredit);
  return is_place && std::ranges::any_of(kDashes, [&](std::string_view dash) {
           return rest.find(dash) != std::string_view::npos;
         });
}

// "The roof came down on Monday, police said on Friday": the second is the day of the saying, where
// the first says when it happened.
bool is_of_saying(std::string_view text, Range first, Range second) {
  if (second.begin < first.end) return false;
  std::string_view between = text.substr(first.end, second.begin - first.end);
  if (between.find(',') == std::string_view::npos) return false;
  constexpr auto kLeads = std::to_array<std::string_view>({" on", " late", " early"});
  const auto cut = [&] { between = between.substr(0, between.find_last_not_of(' ') + 1); };
  cut();
  for (const std::string_view lead : kLeads)
    if (between.ends_with(lead)) {
      between.remove_suffix(lead.size());
      cut();
    }
  const std::size_t blank = between.find_last_of(' ');
  const std::string last = text::ascii_lower(between.substr(blank + 1));
  // "and was released on Friday": that happened.
  if (blank != std::string_view::npos)
    for (const std::string_view be : {" was", " were", " been", " be"})
      if (between.substr(0, blank).ends_with(be)) return false;
  return text::is_one_of(last, "said", "says", "confirmed", "announced", "reported", "stated",
                         "added", "issued", "published", "released", "disclosed", "wrote");
}

// Of what happened a year ago, the day of the saying says more.
bool is_soon(const When& happened, const When& said) {
  constexpr std::chrono::days kOneMonth{31};
  return *said.latest - *happened.earliest <= kOneMonth && happened.earliest <= said.latest;
}

// A clock time is a day here.
When day_grain(const When& when) {
  if (when.grain != Grain::kTime || when.earliest != when.latest) return when;
  return when_day(*when.earliest);
}

bool is_within(const When& fine, const When& coarse) {
  return coarse.earliest <= fine.earliest && fine.latest <= coarse.latest;
}

// Does `time`, which is dated, mean a year or more without naming it ("a year ago")?
bool is_vague(const TimeExpression& time) {
  constexpr std::chrono::days kYear{365};
  return time.anchor != "none" &&
         *time.when.latest - *time.when.earliest + std::chrono::days{1} >= kYear;
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
    const bool is_first = kept.size() == first_kept && of_sentence[i].is_first;
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
  bool is_first = true;
  const auto flush = [&] {
    if (of_sentence.size() <= kMaxTimes) keep_finest(of_sentence, kept);
    of_sentence.clear();
    is_first = true;
  };
  for (std::uint32_t i = 0; i < article.times.size(); ++i) {
    const TimeExpression& time = article.times[i];
    if (!is_point(time)) continue;
    const std::uint32_t s = sentence_around(article, time.range);
    if (s == kNoSentence || !is_body(article, article.segmentation.sentences[s])) continue;
    if (s != last) flush();
    last = s;
    if (is_of_dateline(article.article.text, article.segmentation.sentences[s].range, time.range))
      continue;
    const bool is_said = !of_sentence.empty() && is_dated(time) &&
                         is_soon(of_sentence.back().when, time.when) &&
                         is_of_saying(article.article.text,
                                      article.times[of_sentence.back().time].range, time.range);
    const bool counts = !is_said && is_dated(time) && !describes_thing(article, time) &&
                        (time.anchor == "none" || !is_quoted(article, time.range));
    if (counts) {
      const Range range = article.segmentation.sentences[s].range;
      of_sentence.push_back(
          {{article_index, range}, i, day_grain(time.when), is_first, is_vague(time)});
    } else {
      is_first = false;
    }
  }
  flush();
  return kept;
}

std::vector<Telling> find_lead(const AnnotatedArticle& article, std::uint32_t article_index) {
  constexpr int kMostSentences = 4;
  const Sentence* lead = nullptr;
  const std::uint32_t begin = begin_of_story(article.article);
  int n = 0;
  for (const Sentence& sentence : article.segmentation.sentences) {
    if (!is_body(article, sentence) || sentence.range.begin < begin) continue;
    if (++n > kMostSentences) break;
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
