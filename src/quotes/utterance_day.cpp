#include "quotes/utterance_day.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "quotes/channel_words.hpp"
#include "quotes/lexicon.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kMostWords = 30;  // between a cue and its time

bool is_speaking(std::string_view lower) {
  return text::is_one_of(lower, "speaking", "writing", "talking", "appearing", "posting", "asked",
                         "taking", "responding", "addressing", "testifying");
}

bool goes_on(std::string_view lower) {
  return text::is_one_of(lower, "added", "adds", "adding", "continued", "continues", "continuing",
                         "concluded", "concludes");
}

bool is_finite(std::string_view lower, std::uint32_t flags) {
  if (is_speaking(lower)) return false;
  if ((flags & (kAuxiliary | kVerb)) != 0) return true;
  return (flags & kSay) != 0 && (flags & (kCueNoun | kPersonNoun | kDeterminer)) == 0 &&
         channel_noun(lower) == nullptr;
}

class DayFinder {
 public:
  DayFinder(const Article& article, const Segmentation& segmentation,
            const std::vector<TimeExpression>& times, std::vector<Quote>& quotes)
      : article_(article), segmentation_(segmentation), times_(times), quotes_(quotes) {
    for (const QuotedPart& part : segmentation.quoted)
      if (part.parent < 0) marks_.push_back(part.outer);
  }

  void run() {
    const Quote* before = nullptr;
    const Quote* in_place = nullptr;  // the last one with a time of its own and a channel
    bool was_dated = false;
    for (Quote& quote : quotes_) {
      if (quote.inside >= 0) continue;
      if (const auto section = section_of(quote)) quote.said = bounded(*section);
      const TimeExpression* time = quote.cue ? time_at(*quote.cue, quote, true) : nullptr;
      if (time == nullptr && quote.channel) time = time_at(quote.channel->range, quote, false);
      if (time != nullptr) {
        quote.said = bounded(time->when);
        quote.said_time = static_cast<std::int32_t>(time - times_.data());
      } else if (was_dated && is_run(*before, quote)) {
        quote.said = before->said;
        quote.said_time = before->said_time;
      } else if (in_place != nullptr && is_same_place(*in_place, quote)) {
        quote.said = in_place->said;
        quote.said_time = in_place->said_time;
      }
      if (time != nullptr && quote.channel) {
        in_place = &quote;
      } else if (time != nullptr || (quote.channel && quote.said_time < 0)) {
        in_place = nullptr;
      }
      if (quote.kind == QuoteKind::kIndirect && time == nullptr) continue;
      was_dated = time != nullptr || (was_dated && before != nullptr && is_run(*before, quote));
      before = &quote;
    }
  }

 private:
  [[nodiscard]] std::string lower_at(std::size_t word) const {
    return text::ascii_lower(words_of(article_.text, segmentation_.words[word].range));
  }

  [[nodiscard]] std::string last_word(Range range) const {
    const std::string words = text::ascii_lower(words_of(article_.text, range));
    const std::size_t space = words.rfind(' ');
    return space == std::string::npos ? words : words.substr(space + 1);
  }

  // Index of the first word that begins at `at` or behind it.
  [[nodiscard]] std::size_t word_from(std::uint32_t at) const {
    const auto& words = segmentation_.words;
    return static_cast<std::size_t>(std::lower_bound(words.begin(), words.end(), at,
                                                     [](const Word& word, std::uint32_t begin) {
                                                       return word.range.begin < begin;
                                                     }) -
                                    words.begin());
  }

  // Of the marks around whole quotations those that hold `at`; null when none does.
  [[nodiscard]] const Range* marks_around(std::uint32_t at) const {
    auto next =
        std::upper_bound(marks_.begin(), marks_.end(), at,
                         [](std::uint32_t begin, Range range) { return begin < range.begin; });
    if (next == marks_.begin()) return nullptr;
    --next;
    return at < next->end ? &*next : nullptr;
  }

  [[nodiscard]] Range sentence_around(std::uint32_t at) const {
    const auto& sentences = segmentation_.sentences;
    auto next = std::upper_bound(
        sentences.begin(), sentences.end(), at,
        [](std::uint32_t begin, const Sentence& each) { return begin < each.range.begin; });
    if (next == sentences.begin()) return {};
    --next;
    return at < next->range.end ? next->range : Range{};
  }

  // Of a timeline the line above that is nothing but a time: "2016".
  std::optional<When> section_of(const Quote& quote) {
    const auto& paragraphs = article_.paragraphs;
    for (; next_paragraph_ < paragraphs.size() &&
           paragraphs[next_paragraph_].range.begin <= quote.range.begin;
         ++next_paragraph_) {
      const Paragraph& paragraph = paragraphs[next_paragraph_];
      if (paragraph.role != Role::kBody && paragraph.role != Role::kHeading) continue;
      const auto time = std::lower_bound(
          times_.begin(), times_.end(), paragraph.range.begin,
          [](const TimeExpression& each, std::uint32_t at) { return each.range.begin < at; });
      const bool is_section = time != times_.end() && time->when.known() &&
                              time->range.begin == paragraph.range.begin &&
                              time->range.end + 1 >= paragraph.range.end;
      const std::string_view words = words_of(article_.text, paragraph.range);
      const bool is_year =
          words.size() == 4 && (words.starts_with("19") || words.starts_with("20")) &&
          std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (is_section) {
        section_ = time->when;
      } else if (is_year) {
        section_ = when_year(std::stoi(std::string(words)));
      } else if (paragraph.role == Role::kHeading) {
        section_.reset();
      }
    }
    if (!section_ || !quote.cue) return {};
    const Range sentence = sentence_around(quote.cue->begin);
    for (std::size_t i = word_from(sentence.begin);
         i < segmentation_.words.size() && segmentation_.words[i].range.begin < sentence.end; ++i)
      if (marks_around(segmentation_.words[i].range.begin) == nullptr &&
          text::is_one_of(lower_at(i), "once", "later", "since", "years", "earlier", "previously"))
        return {};
    return section_;
  }

  // "“...,” she added." behind words that are dated, or more words in the same paragraph.
  [[nodiscard]] bool is_run(const Quote& before, const Quote& quote) const {
    if (!before.speaker || !quote.speaker || before.speaker->thing != quote.speaker->thing ||
        before.speaker->name != quote.speaker->name)
      return false;
    if (quote.rule == "quote.same-paragraph" || quote.rule == "quote.run") return true;
    if (!quote.cue) return false;
    const std::string cue = text::ascii_lower(words_of(article_.text, *quote.cue));
    const std::string_view between =
        std::string_view(article_.text)
            .substr(before.range.end, quote.range.begin > before.range.end
                                          ? quote.range.begin - before.range.end
                                          : 0);
    constexpr std::size_t kFarthest = 200;  // bytes
    return goes_on(cue) && between.size() < kFarthest;
  }

  // More words in the place just dated, of the same speaker or of one of several.
  [[nodiscard]] static bool is_same_place(const Quote& dated, const Quote& quote) {
    constexpr std::uint32_t kFarthest = 1500;  // bytes
    if (!quote.channel || quote.channel->name != dated.channel->name || !quote.speaker ||
        !dated.speaker || quote.range.begin > dated.range.end + kFarthest)
      return false;
    return dated.speaker->thing < 0 || dated.speaker->thing == quote.speaker->thing;
  }

  // Nothing is said later than it is told.
  [[nodiscard]] When bounded(const When& when) const {
    const std::optional<Day> last = article_.published.when.latest;
    if (!last || !when.latest || *when.latest <= *last) return when;
    return when_between(when.earliest, last, when.grain);
  }

  [[nodiscard]] bool can_be(const TimeExpression& time, const Quote& quote) const {
    if (time.type != TimeType::kDate && time.type != TimeType::kTime) return false;
    if (!time.when.known() && !is_open(time)) return false;
    const std::optional<Day> last = article_.published.when.latest;
    if (last && time.when.earliest && *time.when.earliest > *last) return false;
    if (marks_around(time.range.begin) != nullptr) return false;
    const auto holds = [&](Range range) { return range.overlaps(time.range); };
    if (std::any_of(quote.parts.begin(), quote.parts.end(), holds)) return false;
    // Not in "said it was “a mess” on Tuesday", but in "called it “a mess” on Tuesday".
    const bool is_judged = quote.kind == QuoteKind::kMixed && quote.cue &&
                           time.range.begin > quote.range.end &&
                           (flags_of(last_word(*quote.cue)) & (kJudge | kSay)) == kJudge;
    if (!is_judged && std::any_of(quote.clause.begin(), quote.clause.end(), holds)) return false;
    return !describes(time);
  }

  // Would be known if the day of the article were.
  [[nodiscard]] bool is_open(const TimeExpression& time) const {
    return !article_.published.when.known() && !time.value.ends_with("_REF");
  }

  // "Tuesday's match", "the 2011 fire"; but not "a 2011 tweet", which says when that was written.
  [[nodiscard]] bool describes(const TimeExpression& time) const {
    const std::string_view behind = std::string_view(article_.text).substr(time.range.end);
    if (behind.starts_with("'s") || behind.starts_with("’s")) return true;
    const std::size_t first = word_from(time.range.begin);
    const std::size_t next = word_from(time.range.end);
    if (first == 0 || next >= segmentation_.words.size()) return false;
    const std::string before = lower_at(first - 1);
    if ((flags_of(before) & kDeterminer) == 0 && !before.ends_with("'s") && !before.ends_with("’s"))
      return false;
    if (segmentation_.words[next].kind != WordKind::kWord) return false;
    for (std::size_t i = next; i < std::min(next + 3, segmentation_.words.size()); ++i) {
      const std::string noun = lower_at(i);
      if (channel_noun(noun) != nullptr || (channel_flags_of(noun) & kPlatform) != 0) return false;
      if ((flags_of(noun) & (kPreposition | kConjunction)) != 0) break;
    }
    const std::uint32_t flags = flags_of(lower_at(next));
    return (flags & (kPreposition | kConjunction | kAdverb | kRelative | kAuxiliary | kSay)) == 0;
  }

  // The time that hangs on `anchor`, a cue or a channel; null when none does.
  [[nodiscard]] const TimeExpression* time_at(Range anchor, const Quote& quote, bool is_cue) const {
    if (marks_around(anchor.begin) != nullptr) return nullptr;
    const Range sentence = sentence_around(anchor.begin);
    if (sentence.empty()) return nullptr;
    auto next = std::lower_bound(
        times_.begin(), times_.end(), sentence.begin,
        [](const TimeExpression& time, std::uint32_t at) { return time.range.begin < at; });
    const TimeExpression* before = nullptr;
    for (; next != times_.end() && next->range.begin < sentence.end; ++next) {
      if (!can_be(*next, quote)) continue;
      if (next->range.begin >= anchor.end) {
        if (follows(anchor, *next, quote, is_cue)) return &*next;
      } else if (before == nullptr &&
                 (leads(sentence, anchor, *next) || (!is_cue && is_inside_phrase(*next, anchor)))) {
        before = &*next;
      }
    }
    return before;
  }

  // "a 2016 memoir, The Last Coat"
  [[nodiscard]] bool is_inside_phrase(const TimeExpression& time, Range anchor) const {
    constexpr std::size_t kMostBetween = 5;
    const std::size_t last = word_from(anchor.begin);
    const std::size_t first = word_from(time.range.end);
    if (last < first || last - first > kMostBetween) return false;
    for (std::size_t i = first; i < last; ++i) {
      const std::string lower = lower_at(i);
      const std::uint32_t flags = flags_of(lower);
      if ((flags & (kPreposition | kConjunction | kRelative)) != 0 || is_finite(lower, flags))
        return false;
    }
    const std::size_t begin = word_from(time.range.begin);
    return begin > 0 && (flags_of(lower_at(begin - 1)) & kDeterminer) != 0;
  }

  // "said Bright, a designer, in a statement on Tuesday"
  [[nodiscard]] bool follows(Range anchor, const TimeExpression& time, const Quote& quote,
                             bool is_cue) const {
    const std::size_t last = word_from(time.range.begin);
    std::size_t n = 0;
    std::uint32_t begin = anchor.end;
    // "called it “a mess” on Tuesday"
    for (const Range part : quote.parts)
      if (quote.kind == QuoteKind::kMixed && part.begin >= anchor.end &&
          part.end <= time.range.begin)
        begin = part.end;
    const bool is_behind_words = begin != anchor.end;
    for (std::size_t i = word_from(begin); i < last; ++i, ++n) {
      const Word& word = segmentation_.words[i];
      if (n > kMostWords) return false;
      if (word.kind == WordKind::kMark) {
        const std::string_view mark = words_of(article_.text, word.range);
        const Range* marks = marks_around(word.range.begin);
        if (marks != nullptr) {
          if (!is_behind_words || marks->end < begin) return false;
          if (marks->begin > begin) return false;
          continue;
        }
        if (mark == ":" || mark == ";") return false;
        continue;
      }
      if (marks_around(word.range.begin) != nullptr) return false;
      const std::string lower = lower_at(i);
      const std::uint32_t flags = flags_of(lower);
      const bool is_bare = n == 0 && is_cue;
      if ((flags & kRelative) != 0) return false;
      if ((flags & kPronoun) != 0 && (flags & kDeterminer) == 0 && !is_bare) return false;
      // "in a statement released on Friday"
      const bool is_published =
          quote.channel && quote.channel->range.end <= word.range.begin &&
          text::is_one_of(lower, "filed", "published", "posted", "released", "issued", "aired",
                          "broadcast", "recorded", "sent", "dated", "shared", "made", "written");
      if (!is_published && is_finite(lower, flags)) return false;
      if (lower == "of" && n == 0 && !is_cue) continue;  // "the essay of 2019"
      if (text::is_one_of(lower, "of", "about", "regarding", "concerning", "because", "after",
                          "before", "since", "until", "than", "ahead", "if", "when", "while", "as",
                          "amid"))
        return false;
      if (lower.size() > 5 && lower.ends_with("ing") && !is_speaking(lower) &&
          channel_noun(lower) == nullptr && !text_is_name(word))
        return false;
      if (is_behind_words && n > 2) return false;
    }
    return true;
  }

  [[nodiscard]] bool text_is_name(const Word& word) const {
    return text::is_upper(text::decode(article_.text, word.range.begin).value);
  }

  // "On Tuesday, Bright, who ..., said", "Speaking to the Ledger on Tuesday, Bright said", "Bright
  // on Tuesday said".
  [[nodiscard]] bool leads(Range sentence, Range anchor, const TimeExpression& time) const {
    const std::size_t first = word_from(time.range.begin);
    const std::size_t behind = word_from(time.range.end);
    const std::size_t cue = word_from(anchor.begin);
    // No quotation between.
    for (std::size_t i = behind; i < cue; ++i)
      if (marks_around(segmentation_.words[i].range.begin) != nullptr) return false;
    if (behind + 1 >= cue && !is_in_relative(sentence, first)) {
      const std::string lead = first > 0 ? lower_at(first - 1) : std::string();
      if (behind == cue && text::is_one_of(lead, "on", "in", "late", "early", "last")) return true;
    }
    if (is_behind_speaking(sentence, first)) return true;
    // The words before the time: nothing that could be a clause of its own.
    for (std::size_t i = word_from(sentence.begin); i < first; ++i) {
      const Word& word = segmentation_.words[i];
      if (marks_around(word.range.begin) != nullptr || word.kind == WordKind::kMark) return false;
      const std::string lower = lower_at(i);
      const std::uint32_t flags = flags_of(lower);
      const bool is_first = word.range.begin == sentence.begin;
      if (is_first &&
          (is_speaking(lower) || text::is_one_of(lower, "earlier", "late", "later", "early", "but",
                                                 "and", "back", "only", "then")))
        continue;
      if (is_finite(lower, flags) || (flags & kRelative) != 0 ||
          ((flags & kPronoun) != 0 && (flags & kDeterminer) == 0))
        return false;
      // "Because back in May, the couple said": a clause of its own all the same.
      if (is_first && lower == "because" && has_one_comma(behind, cue)) continue;
      if (text::is_one_of(lower, "when", "while", "after", "before", "since", "although", "though",
                          "because", "if", "as", "until", "of", "about"))
        return false;
      if (is_first && (flags & (kPreposition | kOpener)) == 0) return false;
    }
    return true;
  }

  // Is the first of the words a comma, and no other one?
  [[nodiscard]] bool has_one_comma(std::size_t begin, std::size_t end) const {
    const auto is_comma = [&](std::size_t i) {
      return words_of(article_.text, segmentation_.words[i].range) == ",";
    };
    if (begin >= end || !is_comma(begin)) return false;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (is_comma(i)) return false;
    return true;
  }

  // "Bright, speaking at the school on Tuesday, called it"
  [[nodiscard]] bool is_behind_speaking(Range sentence, std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i < 8;) {
      const Word& word = segmentation_.words[i];
      if (word.range.begin < sentence.begin || word.kind == WordKind::kMark) return false;
      const std::string lower = lower_at(i);
      if (is_speaking(lower)) return true;
      if (is_finite(lower, flags_of(lower)) ||
          text::is_one_of(lower, "of", "about", "after", "before"))
        return false;
    }
    return false;
  }

  // "who in March replaced"
  [[nodiscard]] bool is_in_relative(Range sentence, std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i < 6;) {
      const Word& word = segmentation_.words[i];
      if (word.range.begin < sentence.begin || word.kind == WordKind::kMark) return false;
      if ((flags_of(lower_at(i)) & kRelative) != 0) return true;
    }
    return false;
  }

  const Article& article_;
  const Segmentation& segmentation_;
  const std::vector<TimeExpression>& times_;
  std::vector<Quote>& quotes_;
  std::vector<Range> marks_;  // around whole quotations, sorted
  std::optional<When> section_;
  std::size_t next_paragraph_ = 0;
};

}  // namespace

void date_quotes(const Article& article, const Segmentation& segmentation,
                 const std::vector<TimeExpression>& times, std::vector<Quote>& quotes) {
  DayFinder(article, segmentation, times, quotes).run();
}

}  // namespace fabula::quotes
