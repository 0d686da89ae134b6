// Sentence by sentence: guards first, then every amount with its binding; then who says it and
// when.
#include "values/values.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "language/sentence_words.hpp"
#include "text/one_of.hpp"
#include "values/amounts.hpp"
#include "values/bindings.hpp"

namespace fabula::values {
namespace {

// Sentences of the body that count as the lead.
constexpr int kLeadSentences = 3;

bool has_digit_or_number(std::string_view lower) {
  return !lower.empty() && lower.front() >= '0' && lower.front() <= '9';
}

// Words that make what is told only possible, denied, repeated over time, or asked.
bool is_guard_word(std::string_view w) {
  return text::is_one_of(
      w, "could", "would", "might", "may", "feared", "fears", "fear", "if", "unless", "threatened",
      "planned", "plotted", "plotting", "planning", "hoax", "drill", "simulated", "fictional",
      "novel", "movie", "episode", "annually", "yearly", "monthly", "daily", "weekly", "average",
      "denied", "false", "falsely", "untrue", "since", "annual", "decade", "decades", "century",
      "overall", "nationwide", "worldwide", "globally", "rumours", "rumors", "wrongly",
      "incorrectly", "initially", "earlier", "previously", "originally");
}

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
      sentence_ = sentence.range;
      is_lead_ = role == Role::kHeading || n_body <= kLeadSentences;
      read_sentence();
    }
    return std::move(values_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return article_.article.text; }

  void read_sentence() {
    const std::string_view words = words_of(text(), sentence_);
    constexpr std::size_t kLongest = 1000;
    if (words.size() > kLongest || words.ends_with("?") || !may_hold_value(words)) return;
    words_ = language::words_of_sentence(text(), sentence_);
    const bool is_guarded = std::ranges::any_of(words_, [](const language::SentenceWord& w) {
      return is_guard_word(w.lower) && !(w.is_capital && w.lower == "may");
    });
    if (is_guarded) return;
    for (std::size_t i = 0; i < words_.size();) {
      const auto amount = amount_at(text(), words_, i);
      if (!amount) {
        ++i;
        continue;
      }
      i = std::max(i + 1, amount->last);
      if (const auto binding = bind_amount(words_, *amount); binding && !is_else(*amount))
        add(*amount, *binding);
      else if (is_put_at(*amount))
        add_again(*amount);
    }
  }

  [[nodiscard]] Range range_of(const Amount& amount) const {
    return {words_[amount.first].range.begin, words_[amount.last - 1].range.end};
  }

  // Part of a date, of a name, or of somebody's own words?
  [[nodiscard]] bool is_else(const Amount& amount) const {
    const Range range = range_of(amount);
    for (const TimeExpression& time : article_.times)
      if (time.range.overlaps(range)) return true;
    for (const Mention& mention : article_.names.mentions)
      if (mention.range.overlaps(range)) return true;
    for (const QuotedPart& part : article_.segmentation.quoted)
      if (part.outer.overlaps(range)) return true;
    return false;
  }

  void add(const Amount& amount, const Binding& binding) {
    Value value;
    value.range = range_of(amount);
    value.sentence = sentence_;
    value.low = amount.low;
    value.high = amount.high;
    value.written = amount.written;
    value.unit = binding.unit;
    value.role = binding.role;
    value.kind = binding.kind;
    value.course = binding.course;
    value.is_revised = binding.is_revised;
    value.is_lead = is_lead_;
    value.as_of = article_.article.published.when;
    std::int32_t said_time = -1;
    if (const Quote* quote = quote_around(value.range)) {
      if (quote->speaker) value.said_by = quote->speaker->range;
      said_time = quote->said_time;
      if (quote->said.earliest && quote->said.latest) value.as_of = quote->said;
    } else {
      value.said_by = source_of_sentence();
    }
    if (!set_happened(value, said_time)) return;
    values_.push_back(std::move(value));
  }

  // "Organisers put the number at 2,400": the words before the number.
  [[nodiscard]] bool is_put_at(const Amount& amount) const {
    const auto before = [&](std::size_t n) {
      return n <= amount.first ? std::string_view(words_[amount.first - n].lower)
                               : std::string_view{};
    };
    return before(1) == "at" &&
           text::is_one_of(before(2), "number", "figure", "toll", "crowd", "total", "turnout") &&
           text::is_one_of(before(3), "the", "their", "its") && before(4) == "put";
  }

  // Another number of what the value just before it counts, by somebody else.
  void add_again(const Amount& amount) {
    if (values_.empty() || is_else(amount)) return;
    const Value& before = values_.back();
    constexpr std::uint32_t kMostBetween = 8;
    const bool is_near =
        before.sentence == sentence_ || (before.sentence.end <= sentence_.begin &&
                                         sentence_.begin - before.sentence.end <= kMostBetween);
    const std::size_t put = amount.first - 4;
    std::size_t first = put;
    while (first > 0 && put - first < 4 && !words_[first - 1].is_mark &&
           !text::is_one_of(words_[first - 1].lower, "and", "but", "while", "whereas", "though"))
      --first;
    if (!is_near || first == put || before.kind != "count" || !amount.currency.empty()) return;
    Value value = before;
    value.range = range_of(amount);
    value.sentence = sentence_;
    value.low = amount.low;
    value.high = amount.high;
    value.written = amount.written;
    value.said_by = {words_[first].range.begin, words_[put - 1].range.end};
    value.is_revised = false;
    value.is_lead = is_lead_;
    values_.push_back(std::move(value));
  }

  // The innermost reported words around the number.
  [[nodiscard]] const Quote* quote_around(Range range) const {
    const Quote* found = nullptr;
    for (const Quote& quote : article_.quotes) {
      const bool is_around =
          quote.range.contains(range) ||
          std::ranges::any_of(quote.clause, [&](Range piece) { return piece.contains(range); });
      if (is_around && (found == nullptr || quote.range.size() < found->range.size()))
        found = &quote;
    }
    return found;
  }

  // "Police said 300 ...", "..., police said", "according to the mayor": what quotes left without a
  // record. Empty when there is none.
  [[nodiscard]] Range source_of_sentence() const {
    const std::size_t n = words_.size();
    for (std::size_t i = 0; i + 1 < n; ++i)
      if (words_[i].lower == "according" && words_[i + 1].lower == "to") return noun_phrase(i + 2);
    for (std::size_t i = 1; i < n; ++i) {
      if (!text::is_one_of(words_[i].lower, "said", "says", "reported", "announced", "estimated",
                           "confirmed"))
        continue;
      std::size_t last = i;
      if (text::is_one_of(words_[last - 1].lower, "also", "later", "has", "have", "had")) --last;
      if (last == 0 ||
          text::is_one_of(words_[last - 1].lower, "been", "be", "is", "are", "was", "were", "that",
                          "which", "who", "it", "being", "a", "an", "the"))
        continue;
      std::size_t first = last;
      while (first > 0 && last - first < 6 && !words_[first - 1].is_mark &&
             !has_digit_or_number(words_[first - 1].lower) &&
             !text::is_one_of(words_[first - 1].lower, "and", "as", "but", "while", "when", "who",
                              "what", "where", "whom"))
        --first;
      const bool is_at_edge = first == 0 || words_[first - 1].is_mark ||
                              text::is_one_of(words_[first - 1].lower, "and", "as", "but", "while",
                                              "who", "what", "where", "whom");
      if (first < last && is_at_edge)
        return {words_[first].range.begin, words_[last - 1].range.end};
    }
    return {};
  }
  [[nodiscard]] Range noun_phrase(std::size_t first) const {
    std::size_t last = first;
    while (last < words_.size() && last - first < 4 && !words_[last].is_mark &&
           !text::is_one_of(words_[last].lower, "on", "at", "in", "who", "which", "that"))
      ++last;
    if (last == first) return {};
    return {words_[first].range.begin, words_[last - 1].range.end};
  }

  // The day of the sentence, when it has just one besides that of "said"; false when it has several
  // that differ: then nobody knows which is meant.
  bool set_happened(Value& value, std::int32_t said_time) const {
    for (std::size_t i = 0; i < article_.times.size(); ++i) {
      const TimeExpression& time = article_.times[i];
      if (!sentence_.contains(time.range)) continue;
      const bool is_said = std::cmp_equal(i, said_time) || is_right_behind_said(time.range);
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
        if (time.anchor == "unresolved") return false;
        continue;
      }
      if (!value.happened.known()) {
        value.happened = time.when;
        continue;
      }
      const bool is_finer = value.happened.earliest <= time.when.earliest &&
                            time.when.latest <= value.happened.latest;
      const bool is_coarser = time.when.earliest <= value.happened.earliest &&
                              value.happened.latest <= time.when.latest;
      if (!is_finer && !is_coarser) return false;
      if (is_finer) value.happened = time.when;
    }
    return true;
  }

  // "police said on Monday", "said at 10am"
  [[nodiscard]] bool is_right_behind_said(Range time) const {
    std::size_t at = language::word_from(words_, time.begin);
    while (at > 0 && text::is_one_of(words_[at - 1].lower, "on", "at", "late", "early", "in")) --at;
    return at > 0 && text::is_one_of(words_[at - 1].lower, "said", "says", "announced", "reported",
                                     "told", "confirmed");
  }

  static void set_clock(Value& value, const TimeExpression& time) {
    const std::size_t at = time.value.find('T');
    if (time.type != TimeType::kTime || at == std::string::npos || at + 5 >= time.value.size())
      return;
    const auto digit = [&](std::size_t i) { return time.value[at + i] - '0'; };
    const bool is_clock = time.value[at + 3] == ':' && digit(1) >= 0 && digit(1) <= 2 &&
                          digit(2) >= 0 && digit(2) <= 9;
    if (is_clock) value.clock = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
    if (time.when.known()) value.as_of = time.when;
  }

  const AnnotatedArticle& article_;
  std::vector<language::SentenceWord> words_;
  Range sentence_;
  bool is_lead_ = false;
  std::vector<Value> values_;
};

}  // namespace

std::vector<Value> find_values(const AnnotatedArticle& article) { return Finder(article).find(); }

}  // namespace fabula::values
