// Sentence by sentence: the one day it names, then each deed with the person before or behind it.
#include "reconcile/told_days.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "reconcile/day_deeds.hpp"
#include "reconcile/deed_persons.hpp"
#include "reconcile/people_of_articles.hpp"
#include "reconcile/whens.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::reconcile {
namespace {

using language::SentenceWord;
using text::is_one_of;
using Words = std::vector<SentenceWord>;

// A day of the calendar or of the week, not a length of time counted back.
bool names_a_day(const TimeExpression& time) {
  return time.type == TimeType::kDate && is_one_of(time.anchor, "none", "published") &&
         parse_iso_day(time.value) && time.rule.str().find("ago") == std::string::npos &&
         time.rule.str().find("ref") == std::string::npos;
}

// Words that make what a sentence tells a plan, a guess, a denial, a habit or the present.
bool is_guard_word(std::string_view word) {
  return is_one_of(word, "due", "expected", "scheduled", "planned", "likely", "if", "unless",
                   "denied", "deny", "denies", "nearly", "almost", "every", "each", "initially",
                   "another", "rescheduled", "postponed", "wrongly", "alleged", "allegedly");
}
// The same, in the clause that names the day.
bool is_guard_near(std::string_view word) {
  return is_one_of(word, "takes", "opens", "begins", "starts", "is", "are");
}
bool is_again(std::string_view word) { return word == "again"; }
bool is_negation(std::string_view word) {
  return is_one_of(word, "not", "never", "nobody", "no", "none", "neither", "nothing");
}
// The same, before a deed.
bool is_guard_before(std::string_view word) {
  return is_one_of(word, "will", "would", "could", "may", "might", "should", "shall", "not",
                   "never", "be", "to", "can", "must", "without", "no");
}

class Finder {
 public:
  Finder(const Pile& pile, std::uint32_t article, const std::vector<std::int32_t>& person_of)
      : article_(pile.articles[article]),
        index_(article),
        plain_(article_),
        persons_(article_, person_of),
        today_(*single_day(article_.article.published.when)) {}

  std::vector<ToldDay> find(std::span<const Value> values) {
    std::size_t time = 0;
    for (const Sentence& sentence : article_.segmentation.sentences) {
      while (time < article_.times.size() &&
             article_.times[time].range.begin < sentence.range.begin)
        ++time;
      constexpr std::uint32_t kLongest = 1000;
      if (time == article_.times.size()) break;
      if (!sentence.range.contains(article_.times[time].range) ||
          sentence.range.size() > kLongest || language::stands_apart(article_, sentence.range))
        continue;
      sentence_ = sentence.range;
      words_ = language::words_of_sentence(article_.article.text, sentence_);
      const auto day = day_of_sentence(time);
      if (!day || is_guarded(*day) || !plain_.holds(article_.times[*day].range)) continue;
      const std::size_t n_before = told_.size();
      for (std::size_t i = 0; i < words_.size(); ++i) read_deeds(i, *day);
      for (const Value& value : values)
        if (value.sentence == sentence_ && value.role == "dead" && value.low > kAmountOne &&
            !is_guarded_deed(language::word_from(words_, value.range.begin)))
          add("accident", -1, value.range, *day);
      if (told_.size() == n_before) read_happening(*day);
    }
    std::ranges::sort(told_, {}, key_of);
    const auto twice = std::ranges::unique(told_, {}, key_of);
    told_.erase(twice.begin(), twice.end());
    return std::move(told_);
  }

 private:
  // One for each day, deed and person.
  static std::tuple<Range, std::string_view, std::int32_t> key_of(const ToldDay& day) {
    return {day.value.range, day.value.role, day.person};
  }

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }

  [[nodiscard]] bool is_guarded(std::size_t time) const {
    if (has_word(is_guard_word)) return true;
    // "again"; not "nobody saw him again"
    if (has_word(is_again) && !has_word(is_negation)) return true;
    const std::size_t at = language::word_from(words_, article_.times[time].range.begin);
    for (std::size_t i = at; i > 0 && !words_[i - 1].is_mark; --i)
      if (is_guard_near(word(i - 1))) return true;
    for (std::size_t i = at; i < words_.size() && !words_[i].is_mark; ++i)
      if (is_guard_near(word(i))) return true;
    // "on the anniversary", not "marked the anniversary"
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (word(i) == "anniversary" && !is_marked(i)) return true;
    // "the man arrested before Monday"
    return is_one_of(word_before(time), "before", "until", "between", "by", "from");
  }

  [[nodiscard]] bool has_word(bool (*is)(std::string_view)) const {
    return std::ranges::any_of(words_, [&](const SentenceWord& w) { return is(w.lower); });
  }

  [[nodiscard]] bool is_marked(std::size_t anniversary) const {
    constexpr std::size_t kMostWords = 4;
    for (std::size_t n = 1; n <= kMostWords && n <= anniversary; ++n)
      if (is_one_of(word(anniversary - n), "marked", "commemorated", "observed", "celebrated"))
        return true;
    return false;
  }

  [[nodiscard]] std::string_view word_before(std::size_t time) const {
    const std::size_t at = language::word_from(words_, article_.times[time].range.begin);
    return at > 0 ? word(at - 1) : std::string_view{};
  }

  // "will be arrested", "six years after the ferry sank"
  [[nodiscard]] bool is_guarded_deed(std::size_t at) const {
    constexpr std::size_t kWordsBefore = 3;
    constexpr std::size_t kWordsOfClause = 8;
    for (std::size_t n = 1; n <= kWordsOfClause && n <= at && !words_[at - n].is_mark; ++n) {
      if (n <= kWordsBefore && is_guard_before(word(at - n))) return true;
      if (is_one_of(word(at - n), "after", "before", "since", "following", "until")) return true;
    }
    return false;
  }

  // "police said on Monday"
  [[nodiscard]] bool is_of_said(std::size_t index) const {
    std::size_t at = language::word_from(words_, article_.times[index].range.begin);
    while (at > 0 && is_one_of(word(at - 1), "on", "at", "late", "early", "in")) --at;
    // "according to a report published on Monday": there is one such day.
    if (at > 0 && is_one_of(word(at - 1), "published", "released", "public", "unveiled"))
      return false;
    for (const Quote& quote : article_.quotes)
      if (std::cmp_equal(quote.said_time, index)) return true;
    return at > 0 && is_one_of(word(at - 1), "said", "says", "say", "announced", "reported", "told",
                               "confirmed");
  }

  // The one that names a day, from `first` on, where no other time of the sentence says otherwise.
  [[nodiscard]] std::optional<std::size_t> day_of_sentence(std::size_t first) const {
    std::optional<std::size_t> found;
    const std::uint32_t begin = language::behind_dateline(article_.article.text, sentence_);
    for (std::size_t t = first;
         t < article_.times.size() && sentence_.contains(article_.times[t].range); ++t) {
      const TimeExpression& time = article_.times[t];
      if (time.type == TimeType::kDuration || time.range.begin < begin || is_of_said(t)) continue;
      if (time.type == TimeType::kSet || found || !names_a_day(time)) return std::nullopt;
      found = t;
    }
    const auto day = found ? single_day(article_.times[*found].when) : std::nullopt;
    return day && *day <= today_ ? found : std::nullopt;
  }

  void read_deeds(std::size_t i, std::size_t time) {
    for (const DayDeedMatch& match : day_deeds_at(words_, i)) read_deed(i, match, time);
  }

  void read_deed(std::size_t i, const DayDeedMatch& match, std::size_t time) {
    const DayDeed& deed = *match.deed;
    if (is_guarded_deed(i)) return;
    // "not been seen since Monday", "since she left on Monday"
    if (!deed.words.ends_with(" since") && word_before(time) == "since") return;
    const bool is_noun_of = deed.words.ends_with(" of") && std::ranges::count(deed.words, ' ') == 1;
    if (is_noun_of && !is_told_by_noun(i)) return;
    const Range range{words_[i].range.begin, words_[match.last - 1].range.end};
    if (deed.form == DeedForm::kThing) {
      if (deed.what != "inquest" || has_begun()) add(deed.what, -1, range, time);
      return;
    }
    if (deed.what == "trial" && deed.form == DeedForm::kObject && !has_begun()) return;
    if (is_cut_off(match.last, time)) return;
    std::int32_t person = -1;
    if (deed.form == DeedForm::kSubject)
      person = persons_.before(words_, i);
    else if (match.gap != 0)
      person = persons_.behind(words_, match.gap);
    if (person < 0 && deed.form == DeedForm::kObject) person = persons_.behind(words_, match.last);
    if (person >= 0) add(deed.what, person, range, time);
  }

  // "was arrested and booked on Saturday": another deed stands between this one, which ends before
  // word `last`, and the day.
  [[nodiscard]] bool is_cut_off(std::size_t last, std::size_t time) const {
    const std::size_t day = language::word_from(words_, article_.times[time].range.begin);
    bool has_link = false;
    for (std::size_t i = last; i < day; ++i) {
      has_link |= words_[i].lower == ";" || is_one_of(word(i), "and", "but", "then", "before");
      if (has_link && !words_[i].is_capital && is_past(i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_past(std::size_t i) const {
    return (language::uses_of(word(i)) & (language::kPastForm | language::kParticiple)) != 0;
  }

  // Something of one day that is no deed of the table: the words of the sentence must do.
  void read_happening(std::size_t time) {
    const Range day = article_.times[time].range;
    if (std::ranges::any_of(words_, [&](const SentenceWord& w) {
          return comes_again(w.lower) && !day.overlaps(w.range);  // "17 March"
        }))
      return;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].is_mark || words_[i].is_capital || !is_past(i) ||
          is_one_of(word(i), "said", "told", "added", "announced", "reported", "confirmed", "was",
                    "were", "had", "been") ||
          is_guarded_deed(i) || is_cut_off(i + 1, time))
        continue;
      add("happening", -1, words_[i].range, time);
      return;
    }
  }

  // "the funeral of", "came for the funeral of"; not "at the time of the funeral of".
  [[nodiscard]] bool is_told_by_noun(std::size_t i) const {
    if (i > 0 && is_one_of(word(i - 1), "the", "a")) --i;
    return i == 0 || words_[i - 1].is_mark || is_one_of(word(i - 1), "for", "at", "said");
  }

  [[nodiscard]] bool has_begun() const {
    return std::ranges::any_of(words_, [](const SentenceWord& w) {
      return is_one_of(w.lower, "opened", "began", "started", "begun", "underway", "way");
    });
  }

  void add(std::string_view what, std::int32_t person, Range deed, std::size_t index) {
    const TimeExpression& time = article_.times[index];
    const Day day = *time.when.earliest;
    ToldDay made;
    made.article = index_;
    made.person = person;
    made.deed = deed;
    made.value.range = time.range;
    made.value.sentence = sentence_;
    made.value.role = what;
    made.value.low = made.value.high = day.time_since_epoch().count();
    made.value.written = iso(day);
    made.value.kind = "day";
    made.value.as_of = article_.article.published.when;
    const std::string words = text::ascii_lower(words_of(article_.article.text, time.range));
    const bool has_digits = std::ranges::any_of(words, [](char c) { return c >= '0' && c <= '9'; });
    made.is_counted = time.anchor == "published" && !has_digits &&
                      (day == today_ || words.find("yester") != std::string::npos);
    told_.push_back(std::move(made));
  }

  const AnnotatedArticle& article_;
  std::uint32_t index_;
  language::PlainText plain_;
  DeedPersons persons_;
  Day today_;
  Range sentence_;
  Words words_;
  std::vector<ToldDay> told_;
};

}  // namespace

std::vector<ToldDay> find_told_days(const Pile& pile, std::span<const std::vector<Value>> values) {
  const auto person_of = people_of_articles(pile);
  std::vector<ToldDay> told;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const Published& published = pile.articles[a].article.published;
    if (published.basis != DateBasis::kStated || !single_day(published.when)) continue;
    std::vector<ToldDay> of_article = Finder(pile, a, person_of[a]).find(values[a]);
    told.insert(told.end(), std::make_move_iterator(of_article.begin()),
                std::make_move_iterator(of_article.end()));
  }
  return told;
}

}  // namespace fabula::reconcile
