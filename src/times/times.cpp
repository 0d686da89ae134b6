#include "times/times.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"
#include "times/parse.hpp"
#include "times/relation.hpp"
#include "times/resolve.hpp"
#include "times/rules.hpp"
#include "times/tense.hpp"

namespace fabula::times {
namespace {

// The country of the outlet: the region of the language tag, or the end of the host's name.
std::string country_of(const Article& article) {
  const std::string& tag = article.language;
  if (tag.size() == 5 && tag[2] == '-') return tag.substr(3);
  std::string_view host = article.url;
  if (const auto scheme = host.find("://"); scheme != std::string_view::npos)
    host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {".uk", "GB"}, {".ca", "CA"}, {".au", "AU"}, {".in", "IN"}, {".ie", "IE"},
      {".nz", "NZ"}, {".za", "ZA"}, {".us", "US"}, {".gov", "US"}};
  for (const auto& [ending, country] : kEndings)
    if (host.ends_with(ending)) return std::string(country);
  return {};
}

// The publication day that relative words may be resolved against.
std::optional<Day> telling_day(const Published& published) {
  const When& when = published.when;
  if (published.basis != DateBasis::kStated || !when.earliest || when.earliest != when.latest)
    return std::nullopt;
  return when.earliest;
}

// The day on which the words were said, where the article tells it.
std::optional<Day> said_day(const Quote& quote) {
  return quote.said.earliest == quote.said.latest ? quote.said.earliest : std::nullopt;
}

// Words of a direct quotation.
struct Spoken {
  Range words;
  std::optional<Day> said;
};

// Does a place in capitals and a comma stand before `day` on its line, and a bracket or a dash
// behind it?
bool is_dateline(std::string_view text, Range day) {
  constexpr std::size_t kLongestPlace = 40;
  const std::string_view before = text.substr(0, day.begin);
  const std::string_view place = before.substr(before.rfind('\n') + 1);
  if (place.size() > kLongestPlace || !place.ends_with(", ")) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::ranges::count_if(place, is_capital) < 3 || std::ranges::any_of(place, is_small))
    return false;
  const std::string_view behind = text.substr(day.end, 2);
  return behind == " (" || behind == " -" || behind == " _" || behind == " \xE2";
}

// Goes through an article sentence by sentence and remembers what the text spoke of last.
class Finder {
 public:
  Finder(const Article& article, const std::vector<Quote>& quotes)
      : text_(article.text),
        country_(country_of(article)),
        published_(telling_day(article.published)) {
    for (const Quote& quote : quotes)
      if (quote.kind == QuoteKind::kDirect)
        for (const Range part : quote.parts) spoken_.push_back({part, said_day(quote)});
    std::ranges::sort(spoken_, {}, &Spoken::words);
  }

  void read(Range sentence, std::uint32_t paragraph) {
    parse_sentence(text_, sentence, parsed_);
    for (const std::uint32_t index : parsed_.found) take(index, paragraph);
  }

  // In text order.
  std::vector<TimeExpression> expressions() const {
    std::vector<TimeExpression> out;
    for (const std::size_t i : in_text_order()) out.push_back(found_[i]);
    return out;
  }

  std::vector<TimeRelation> relations() const {
    const std::vector<std::size_t> order = in_text_order();
    std::vector<std::int32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::int32_t>(i);
    std::vector<TimeRelation> out;
    for (const std::size_t i : order) {
      out.push_back(relations_[i]);
      std::int32_t& base = out.back().base;
      if (base >= 0) base = place[static_cast<std::size_t>(base)];
    }
    return out;
  }

 private:
  // What the text outside of quotations, or one quotation, spoke of last.
  struct Thread {
    std::optional<Stretch> last;
    std::uint32_t paragraph = 0;   // of `last`
    std::int32_t last_found = -1;  // the expression spoken of last, resolved or not
    std::uint32_t found_paragraph = 0;
    std::optional<Stretch> quarter;
    std::uint32_t quarter_paragraph = 0;
  };

  // The quotation that `range` stands in, the inner one of two; they are asked for in text order.
  const Spoken* quotation_of(Range range) {
    while (next_spoken_ < spoken_.size() && spoken_[next_spoken_].words.end <= range.begin)
      ++next_spoken_;
    const Spoken* inner = nullptr;
    for (std::size_t i = next_spoken_; i < spoken_.size() && i < next_spoken_ + 4; ++i)
      if (spoken_[i].words.contains(range)) inner = &spoken_[i];
    return inner;
  }

  void take(std::uint32_t index, std::uint32_t paragraph) {
    const Meaning& m = parsed_.meanings[index];
    const Spoken* quotation = quotation_of(m.range);
    if (quotation && quotation->words != inner_quotation_) {
      inner_ = {};
      inner_quotation_ = quotation->words;
    }
    Thread& thread = quotation ? inner_ : outer_;
    Anchor anchor;
    anchor.country = country_;
    anchor.direction = direction_of(text_, parsed_.words, m.range);
    if (!quotation) {
      anchor.telling = published_;
      anchor.telling_name = telling_name_;
    } else if (dated_ && dated_paragraph_ == paragraph) {
      anchor.telling = dated_;
      anchor.telling_name = "text";
    } else {
      anchor.telling = quotation->said;
      anchor.telling_name = "said";
    }
    if (thread.last && paragraph - thread.paragraph <= 1) anchor.narrative = thread.last;
    if (thread.quarter) {
      anchor.quarter = thread.quarter;
      anchor.is_quarter_near = paragraph - thread.quarter_paragraph <= 1 || has_sums();
    }
    auto reading = resolve(parsed_.meanings, index, anchor);
    if (!reading) return;
    remember(m, *reading, thread, paragraph);
    if (!quotation) read_dateline(m, *reading, paragraph);
    found_.push_back(expression_of(m, std::move(*reading)));
    const bool is_near = paragraph - thread.found_paragraph <= 1;
    relations_.push_back(relation_of(parsed_.meanings, index, found_.back(), anchor.direction,
                                     is_near ? thread.last_found : -1));
    if (relations_.back().readings.empty()) return;
    thread.last_found = static_cast<std::int32_t>(found_.size() - 1);
    thread.found_paragraph = paragraph;
  }

  // "HARBOUR CITY, March 12 (Wire) --": a day before publication, the day the words were written.
  void read_dateline(const Meaning& m, const Reading& reading, std::uint32_t paragraph) {
    constexpr std::chrono::days kLongest{3};
    if (paragraph > 2 || !published_ || telling_name_ == "text" || m.op != Op::kCalendar ||
        m.day == kUnsaid || !reading.stretch || !is_dateline(text_, m.range))
      return;
    const Day day = reading.stretch->first;
    if (day >= *published_ || *published_ - day > kLongest) return;
    published_ = day;
    telling_name_ = "text";
  }

  std::vector<std::size_t> in_text_order() const {
    std::vector<std::size_t> order(found_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return found_[i].range; });
    return order;
  }

  // "the first nine months", "the six months": what results are reported for, not one quarter.
  bool is_reported_length(const Meaning& m) const {
    const bool is_length = m.op == Op::kQuantity || m.op == Op::kSpan;
    if (!is_length || m.unit != Unit::kMonth || m.deictic != kUnsaid || m.count < 6) return false;
    const std::string_view words = words_of(text_, m.range);
    return words.starts_with("the ") || words.starts_with("The ") || words.starts_with("first ");
  }

  // Sums of money in a sentence: "a year earlier" compares them with those of a quarter.
  bool has_sums() const {
    static const WordId dollar = word_id("$");
    static constexpr std::string_view kSums[] = {"billion", "cents", "million", "pence", "yen"};
    return std::ranges::any_of(parsed_.words, [&](const Token& t) {
      if (t.word == dollar) return true;
      return t.word == 0 && t.has(kLetters) &&
             std::ranges::binary_search(kSums, words_of(text_, t.range));
    });
  }

  void remember(const Meaning& m, const Reading& reading, Thread& thread, std::uint32_t paragraph) {
    if (is_reported_length(m)) thread.quarter.reset();
    const bool is_date = reading.type == TimeType::kDate || reading.type == TimeType::kTime;
    if (!is_date || !reading.stretch) return;
    thread.last = reading.stretch;
    thread.paragraph = paragraph;
    const bool is_named = m.sign == 0 || (m.sign == manner::kUpTo && !thread.quarter);
    if (reading.stretch->grain == Grain::kQuarter && m.op == Op::kUnitRef && is_named) {
      thread.quarter = reading.stretch;
      thread.quarter_paragraph = paragraph;
    }
    const std::string_view before = text_.substr(0, m.range.begin);
    if (before.ends_with("dated ") && reading.stretch->first == reading.stretch->last) {
      dated_ = reading.stretch->first;
      dated_paragraph_ = paragraph;
    }
  }

  static TimeExpression expression_of(const Meaning& m, Reading reading) {
    TimeExpression out;
    out.range = m.range;
    out.type = reading.type;
    out.value = std::move(reading.value);
    out.anchor = std::move(reading.anchor);
    out.alternatives = std::move(reading.alternatives);
    out.rule = std::string(rules()[m.rule].id);
    if (reading.stretch) {
      out.when = when_of(*reading.stretch);
      out.when.grain = reading.grain;
    }
    return out;
  }

  std::string_view text_;
  std::string country_;
  std::optional<Day> published_;  // or the day of the dateline
  std::string_view telling_name_ = "published";
  std::vector<Spoken> spoken_;  // sorted by their words
  std::size_t next_spoken_ = 0;
  Thread outer_;
  Thread inner_;
  Range inner_quotation_;
  std::optional<Day> dated_;  // "in a letter dated 2 March 1998"
  std::uint32_t dated_paragraph_ = 0;
  Parsed parsed_;
  std::vector<TimeExpression> found_;
  std::vector<TimeRelation> relations_;  // of found_
};

// is_read: of the range of each sentence, whether to look at it.
template <class IsRead>
Finder read(const Article& article, const Segmentation& segmentation,
            const std::vector<Quote>& quotes, IsRead is_read) {
  Finder finder(article, quotes);
  const auto read = [&](Range sentence, std::size_t paragraph) {
    if (is_read(sentence)) finder.read(sentence, static_cast<std::uint32_t>(paragraph));
  };
  if (segmentation.sentences.empty()) {
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
      read(article.paragraphs[i].range, i);
  } else {
    for (const Sentence& sentence : segmentation.sentences)
      read(sentence.range, sentence.paragraph);
  }
  return finder;
}

Finder read_all(const Article& article, const Segmentation& segmentation,
                const std::vector<Quote>& quotes) {
  return read(article, segmentation, quotes, [](Range) { return true; });
}

}  // namespace

std::vector<TimeExpression> find_times(const Article& article, const Segmentation& segmentation,
                                       const std::vector<Quote>& quotes) {
  return read_all(article, segmentation, quotes).expressions();
}

bool waits_for_saying(const std::vector<TimeExpression>& times, const std::vector<Quote>& quotes) {
  const auto waits_in = [&](Range words) {
    auto time = std::ranges::lower_bound(times, words.begin, {},
                                         [](const TimeExpression& t) { return t.range.begin; });
    for (; time != times.end() && time->range.begin < words.end; ++time)
      if (time->anchor == "unresolved" && !time->value.ends_with("_REF")) return true;
    return false;
  };
  return std::ranges::any_of(quotes, [&](const Quote& quote) {
    return quote.kind == QuoteKind::kDirect && said_day(quote) &&
           std::ranges::any_of(quote.parts, waits_in);
  });
}

std::vector<TimeRelation> find_relations(const Article& article, const Segmentation& segmentation,
                                         const std::vector<Quote>& quotes,
                                         const std::vector<TimeExpression>& times) {
  const auto holds_time = [&](Range sentence) {
    const auto time = std::ranges::lower_bound(times, sentence.begin, {},
                                               [](const auto& t) { return t.range.begin; });
    return time != times.end() && time->range.begin < sentence.end;
  };
  std::vector<TimeRelation> found = read(article, segmentation, quotes, holds_time).relations();
  // A time that means nothing may still part two quotations.
  if (found.size() != times.size()) found = read_all(article, segmentation, quotes).relations();
  return found;
}

}  // namespace fabula::times
