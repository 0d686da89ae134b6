// Sentence by sentence: guards first, then every amount with its binding; then who says it and
// when.
#include "values/values.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "text/one_of.hpp"
#include "values/amounts.hpp"
#include "values/bindings.hpp"
#include "values/estimates.hpp"
#include "values/guards.hpp"
#include "values/loose_times.hpp"
#include "values/noun_counts.hpp"
#include "values/roles.hpp"
#include "values/sources.hpp"

namespace fabula::values {
namespace {

// Sentences of the body that count as the lead.
constexpr int kLeadSentences = 3;

class Finder {
 public:
  explicit Finder(const AnnotatedArticle& article) : article_(article) {}

  std::vector<Value> find() {
    const auto& paragraphs = article_.article.paragraphs;
    int n_body = 0;
    for (const Sentence& sentence : article_.segmentation.sentences) {
      const Role role = paragraphs[sentence.paragraph].role;
      if (role != Role::kBody && role != Role::kHeading) continue;
      if (role == Role::kBody) ++n_body;
      if (!sentence_.empty()) before_.push_back(sentence_);
      constexpr std::size_t kMostBefore = 2;
      if (before_.size() > kMostBefore) before_.erase(before_.begin());
      sentence_ = sentence.range;
      is_lead_ = role == Role::kHeading || n_body <= kLeadSentences;
      read_sentence();
    }
    join_of_nouns();
    return std::move(values_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return article_.article.text; }

  void read_sentence() {
    const std::string_view words = words_of(text(), sentence_);
    constexpr std::size_t kLongest = 1000;
    if (words.size() > kLongest || words.ends_with("?") || !may_hold_value(words)) return;
    words_ = language::words_of_sentence(text(), sentence_);
    if (is_guarded(words_)) return;
    for (std::size_t i = 0; i < words_.size();) {
      const auto amount = amount_at(text(), words_, i);
      if (!amount) {
        ++i;
        continue;
      }
      i = std::max(i + 1, amount->last);
      const auto binding = bind_amount(words_, *amount);
      if (binding && is_of_any_noun(binding->role)) {
        if (verb_of_estimate(*amount) < words_.size())
          add_estimate(*amount);
        else if (!is_else(*amount, false))
          add(*amount, *binding, of_nouns_);
        continue;
      }
      if (binding && !is_else(*amount, binding->unit == "years") &&
          !(is_of_crowd(binding->role) && verb_of_estimate(*amount) < words_.size()))
        add(*amount, *binding, values_);
      else
        add_estimate(*amount);
    }
  }

  [[nodiscard]] Range range_of(const Amount& amount) const {
    return {words_[amount.first].range.begin, words_[amount.last - 1].range.end};
  }

  // Part of a date, of a name, or of somebody's own words?
  // `may_be_time`: a length of time is what is counted.
  [[nodiscard]] bool is_else(const Amount& amount, bool may_be_time) const {
    const Range range = range_of(amount);
    for (const TimeExpression& time : article_.times)
      if (time.range.overlaps(range) && !(may_be_time && time.type == TimeType::kDuration))
        return true;
    for (const Mention& mention : article_.names.mentions)
      if (mention.range.overlaps(range)) return true;
    for (const QuotedPart& part : article_.segmentation.quoted)
      if (part.outer.overlaps(range)) return true;
    return false;
  }

  void add(const Amount& amount, const Binding& binding, std::vector<Value>& values) {
    Value value;
    set_number(value, amount);
    value.sentence = sentence_;
    value.unit = binding.unit;
    value.role = binding.role;
    value.kind = binding.kind;
    value.course = binding.course;
    value.is_revised = binding.is_revised;
    value.of = binding.of;
    if (is_of_crowd(value.role) && is_crowd_noun(value.unit)) {
      value.unit = "people";
      if (march_before()) value.role = "marchers";
    }
    value.as_of = article_.article.published.when;
    std::int32_t said_time = -1;
    if (const Quote* quote = quote_around(article_, value.range)) {
      if (quote->speaker) value.said_by = quote->speaker->range;
      said_time = quote->said_time;
      if (quote->said.earliest && quote->said.latest) value.as_of = quote->said;
    } else {
      value.said_by = source_of_sentence(words_);
    }
    if (!set_happened(value, said_time)) return;
    if (!is_of_any_noun(value.role)) take_context(value);
    values.push_back(std::move(value));
  }

  // Two numbers of one noun in one sentence are of two things.
  void join_of_nouns() {
    for (Value& value : of_nouns_) {
      const auto n = std::ranges::count_if(of_nouns_, [&](const Value& other) {
        return other.sentence == value.sentence && other.unit == value.unit;
      });
      if (n == 1) values_.push_back(value);
    }
    std::ranges::sort(values_, {}, [](const Value& value) { return value.range.begin; });
  }

  [[nodiscard]] std::size_t verb_of_estimate(const Amount& amount) const {
    const bool has_value = !values_.empty() && values_.back().sentence == sentence_;
    return estimate_verb(words_, amount, has_value ? &values_.back() : nullptr);
  }

  // Another number of what a value just before it counts, by somebody else; or of a crowd that a
  // sentence just before it tells of.
  void add_estimate(const Amount& amount) {
    const std::size_t verb = verb_of_estimate(amount);
    if (verb == words_.size()) return add_turnout(amount);
    if (is_else(amount, false) || !amount.currency.empty()) return;
    const Range source = subject_before(words_, verb);
    const NounBehind noun = noun_behind(words_, amount);
    if (source.empty() || (noun.is_there && !is_crowd_noun(noun.unit))) return;
    const std::string_view next =
        noun.end < words_.size() ? std::string_view(words_[noun.end].lower) : std::string_view{};
    if (noun.end < words_.size() && !words_[noun.end].is_mark &&
        !text::is_one_of(next, "and", "while", "but", "whereas", "in", "on", "at"))
      return;
    constexpr std::uint32_t kMostBetween = 8;
    const bool is_near = !values_.empty() &&
                         (values_.back().sentence == sentence_ ||
                          (values_.back().sentence.end <= sentence_.begin &&
                           sentence_.begin - values_.back().sentence.end <= kMostBetween)) &&
                         values_.back().kind == "count" && values_.back().unit == "people";
    const bool is_counting = words_[verb].lower == "counted" || words_[verb].lower == "spoke";
    if (is_near && (!is_counting || is_of_crowd(values_.back().role))) {
      Value value = values_.back();
      set_number(value, amount);
      value.said_by = source;
      value.is_revised = false;
      if (value.sentence != sentence_ && value.context.empty()) value.context = value.sentence;
      value.sentence = sentence_;
      values_.push_back(std::move(value));
      return;
    }
    if (march_before()) add_marchers(amount, source);
  }

  // "On the count of the police 300 had come", of a march that a sentence before it tells of.
  void add_turnout(const Amount& amount) {
    const Words clause = clause_around(words_, amount);
    if (!may_be_turnout(words_, clause, amount) || is_else(amount, false) || !march_before())
      return;
    add_marchers(amount, source_of_count(clause));
  }

  void add_marchers(const Amount& amount, Range source) {
    Value value;
    set_number(value, amount);
    value.sentence = sentence_;
    value.unit = "people";
    value.role = "marchers";
    value.kind = "count";
    value.said_by = source;
    value.as_of = article_.article.published.when;
    if (!set_happened(value, -1)) return;
    take_context(value);
    values_.push_back(std::move(value));
  }

  void set_number(Value& value, const Amount& amount) const {
    value.range = range_of(amount);
    value.low = amount.low;
    value.high = amount.high;
    value.written = amount.written;
    value.is_lead = is_lead_;
  }

  // Does this sentence, or one of the two before it, tell of a march?
  [[nodiscard]] bool march_before() const {
    return tells_of_march(words_) || std::ranges::any_of(before_, [&](Range sentence) {
             return tells_of_march(language::words_of_sentence(text(), sentence));
           });
  }

  // What it happened to stands in a sentence before: the nearest of two that names a day, with
  // nothing but counts between.
  void take_context(Value& value) const {
    const bool has_name = std::ranges::any_of(words_, [&](const language::SentenceWord& w) {
      return w.is_capital && &w != &words_.front() && !value.said_by.overlaps(w.range) &&
             !text::is_one_of(w.lower, "i");
    });
    if (has_name || value.happened.known()) return;
    for (auto sentence = before_.rbegin(); sentence != before_.rend(); ++sentence) {
      const TimeExpression* only = nullptr;
      const std::vector<language::SentenceWord> words =
          language::words_of_sentence(text(), *sentence);
      const std::uint32_t begin = language::behind_dateline(text(), *sentence);
      for (const TimeExpression& time : article_.times) {
        if (!sentence->contains(time.range) || !time.when.known() || time.range.begin < begin ||
            is_right_behind_said(words, time.range.begin))
          continue;
        if (only != nullptr) return;
        only = &time;
      }
      const bool counts = std::ranges::any_of(
          values_, [&](const Value& other) { return other.sentence == *sentence; });
      if (only != nullptr) {
        value.context = *sentence;
        value.happened = only->when;
        return;
      }
      if (!counts) return;
    }
  }

  // The day of the sentence, when it has just one besides that of "said"; false when it has several
  // that differ: then nobody knows which is meant.
  bool set_happened(Value& value, std::int32_t said_time) const {
    const std::uint32_t begin = language::behind_dateline(text(), sentence_);
    for (std::size_t i = 0; i < article_.times.size(); ++i) {
      const TimeExpression& time = article_.times[i];
      if (!sentence_.contains(time.range) || time.range.begin < begin) continue;
      const bool is_said =
          std::cmp_equal(i, said_time) || is_right_behind_said(words_, time.range.begin);
      if (is_said) {
        set_clock(value, time);
        continue;
      }
      if (time.type == TimeType::kDuration || time.type == TimeType::kSet) {
        // "in the past week", "every day": over how long it was counted.
        if (time.type == TimeType::kSet) return false;
        continue;
      }
      if (!time.when.known()) {
        // "on Friday", where nobody knows of which week: of an article without a day nothing is
        // lost.
        if (time.anchor == "unresolved" && time.value != "PRESENT_REF" &&
            article_.article.published.basis == DateBasis::kStated)
          return false;
        continue;
      }
      const When when = loosely(time, text());
      if (!value.happened.known()) {
        value.happened = when;
        continue;
      }
      const bool is_finer =
          value.happened.earliest <= when.earliest && when.latest <= value.happened.latest;
      const bool is_coarser =
          when.earliest <= value.happened.earliest && value.happened.latest <= when.latest;
      if (!is_finer && !is_coarser) return false;
      if (is_finer) value.happened = when;
    }
    if (!value.happened.known()) value.happened = year_told(words_);
    return true;
  }

  static void set_clock(Value& value, const TimeExpression& time) {
    const std::size_t at = time.value.str().find('T');
    if (time.type != TimeType::kTime || at == std::string::npos || at + 5 >= time.value.size())
      return;
    const auto digit = [&](std::size_t i) { return time.value.str()[at + i] - '0'; };
    const bool is_clock = time.value.str()[at + 3] == ':' && digit(1) >= 0 && digit(1) <= 2 &&
                          digit(2) >= 0 && digit(2) <= 9;
    if (is_clock) value.clock = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
    if (time.when.known()) value.as_of = time.when;
  }

  const AnnotatedArticle& article_;
  std::vector<language::SentenceWord> words_;
  Range sentence_;
  std::vector<Range> before_;  // the two sentences before it
  bool is_lead_ = false;
  std::vector<Value> values_;
  std::vector<Value> of_nouns_;
};

}  // namespace

std::vector<Value> find_values(const AnnotatedArticle& article) { return Finder(article).find(); }

}  // namespace fabula::values
