// Values are sorted into groups that could be compared, each pair of a group that excludes each
// other is asked whether it is of one thing, and what hangs together by such pairs is one record.
#include "reconcile/disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "reconcile/age_disagreements.hpp"
#include "reconcile/day_disagreements.hpp"
#include "reconcile/polarity_disagreements.hpp"
#include "reconcile/same_thing.hpp"
#include "reconcile/speaker_disagreements.hpp"
#include "reconcile/spelling_disagreements.hpp"
#include "reconcile/telling_origins.hpp"
#include "reconcile/told_days.hpp"
#include "reconcile/told_deeds.hpp"
#include "reconcile/whens.hpp"
#include "text/utf8.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::size_t kMostCompared = 200;
// After so long nothing is counted any more.
constexpr std::chrono::days kSettled{30};

bool exclude_each_other(const Value& a, const Value& b) {
  return std::max(a.low, b.low) > std::min(a.high, b.high);
}

bool is_settled(const Value& a, const Value& b) {
  const When& happened = a.happened.known() ? a.happened : b.happened;
  return happened.latest && a.as_of.earliest && b.as_of.earliest &&
         std::min(*a.as_of.earliest, *b.as_of.earliest) - *happened.latest >= kSettled;
}

// Stories are cut too finely for what is told again after years: a pile of fewer articles is taken
// for one story.
constexpr std::size_t kSmallPile = 100;

// By article, the index of its story; 0 for all of a pile smaller than `least`.
std::vector<std::uint32_t> stories_of_articles(const Pile& pile, std::size_t least) {
  std::vector<std::uint32_t> story_of(pile.articles.size(), 0);
  if (pile.articles.size() < least) return story_of;
  for (std::uint32_t s = 0; s < pile.stories.size(); ++s)
    for (const Membership& member : pile.stories[s].members) story_of[member.article] = s;
  return story_of;
}

class Finder {
 public:
  Finder(const Pile& pile, std::span<const std::vector<Value>> values,
         std::span<const ToldAge> ages)
      : pile_(pile),
        values_(values),
        ages_(ages),
        same_(pile),
        story_of_(stories_of_articles(pile, kSmallPile)) {}

  std::vector<Disagreement> find() {
    for (auto& [key, places] : groups()) read_group(places);
    add(find_speaker_disagreements(pile_));
    add(find_spelling_disagreements(pile_));
    // Of two people of one name, but of two stories, nothing differs.
    const std::vector<std::uint32_t> told_stories = stories_of_articles(pile_, 0);
    add(find_age_disagreements(pile_, ages_, told_stories));
    const std::vector<ToldDay> days = find_told_days(pile_, values_);
    add(find_day_disagreements(pile_, days, story_of_, same_));
    const std::vector<ToldDeed> deeds = find_told_deeds(pile_);
    add(find_polarity_disagreements(pile_, deeds, told_stories));
    std::ranges::sort(found_, [](const Disagreement& x, const Disagreement& y) {
      const auto key = [](const Disagreement& d) {
        Span first = d.values.front().tellings.front().words;
        for (const DisagreeingValue& value : d.values)
          first = std::min(first, value.tellings.front().words);
        return std::tuple(first, std::string_view(d.id));
      };
      return key(x) < key(y);
    });
    count_origins(pile_, found_);
    for (Disagreement& record : found_) order_values(record);
    return std::move(found_);
  }

 private:
  using Key = std::tuple<std::uint32_t, std::string_view, std::string_view>;  // story, role, unit

  void add(std::vector<Disagreement> records) {
    for (Disagreement& record : records) {
      for (DisagreeingValue& value : record.values) value.as_of = days_of(value.tellings);
      found_.push_back(std::move(record));
    }
  }

  static std::string_view role_of(const Value& value) {
    return value.role == "those who came" ? std::string_view("marchers")
                                          : std::string_view(value.role);
  }

  [[nodiscard]] std::map<Key, std::vector<PlacedValue>> groups() const {
    std::map<Key, std::vector<PlacedValue>> groups;
    for (std::uint32_t i = 0; i < values_.size(); ++i)
      for (const Value& value : values_[i])
        groups[{story_of_[i], role_of(value), value.unit}].push_back({i, &value});
    return groups;
  }

  void read_group(std::vector<PlacedValue>& places) {
    std::int64_t highest_low = 0, lowest_high = kNoLimit;
    for (const PlacedValue& place : places) {
      highest_low = std::max(highest_low, place.value->low);
      lowest_high = std::min(lowest_high, place.value->high);
    }
    if (highest_low <= lowest_high) return;  // one number fits all
    std::ranges::stable_sort(places, {},
                             [](const PlacedValue& place) { return !place.value->is_lead; });
    if (places.size() > kMostCompared) places.resize(kMostCompared);
    std::ranges::sort(places, {}, [](const PlacedValue& place) {
      return std::tuple(place.article, place.value->range);
    });
    std::vector<std::size_t> parent(places.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root_of = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    std::vector<std::vector<Span>> words(places.size());  // of the first conflict of each root
    std::vector<bool> is_in(places.size(), false);
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        if (!conflict(places[i], places[j]) || are_both_told(places[i], places[j])) continue;
        auto shared = same_.words_for(places[i], places[j]);
        if (!shared) continue;
        is_in[i] = is_in[j] = true;
        const std::size_t a = root_of(i), b = root_of(j);
        parent[std::max(a, b)] = std::min(a, b);
        if (words[std::min(a, b)].empty()) words[std::min(a, b)] = std::move(*shared);
      }
    add_agreeing(places, parent, is_in);
    std::map<std::size_t, std::vector<PlacedValue>> members;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (is_in[i]) members[root_of(i)].push_back(places[i]);
    // "They marched in May": on either day.
    for (const auto& [root, of_one] : members)
      if (role_of(*of_one.front().value) != "marchers" || !tell_two_days(of_one))
        add_record(of_one, words[root]);
  }

  // Tellings of the same number of the same thing that conflict with nothing by themselves: told on
  // another day, or without a source.
  void add_agreeing(const std::vector<PlacedValue>& places, std::vector<std::size_t>& parent,
                    std::vector<bool>& is_in) {
    const std::vector<bool> in_conflict = is_in;
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < places.size() && !is_in[i]; ++j) {
        if (!in_conflict[j] || places[i].article == places[j].article ||
            places[i].value->written != places[j].value->written ||
            !same_.words_for(places[i], places[j]))
          continue;
        is_in[i] = true;
        parent[i] = parent[j];
      }
    }
  }

  // Does the article of one also tell the number of the other, of the same noun?
  [[nodiscard]] bool are_both_told(const PlacedValue& a, const PlacedValue& b) const {
    const auto has = [&](std::uint32_t article, const Value& value) {
      return std::ranges::any_of(values_[article], [&](const Value& other) {
        return other.unit == value.unit && !exclude_each_other(other, value);
      });
    };
    return is_of_any_noun(*a.value) && (has(a.article, *b.value) || has(b.article, *a.value));
  }

  [[nodiscard]] bool are_of_two_sources(const PlacedValue& a, const PlacedValue& b) const {
    if (!names_source(pile_, a) || !names_source(pile_, b)) return false;
    const auto source = [&](const PlacedValue& place) {
      return text::ascii_lower(
          words_of(pile_.articles[place.article].article.text, place.value->said_by));
    };
    return source(a) != source(b);
  }

  [[nodiscard]] std::optional<Day> published_on(const PlacedValue& place) const {
    return single_day(pile_.articles[place.article].article.published.when);
  }

  [[nodiscard]] bool conflict(const PlacedValue& a, const PlacedValue& b) const {
    const Value& x = *a.value;
    const Value& y = *b.value;
    if (!exclude_each_other(x, y)) return false;
    if (a.article == b.article)
      return are_of_two_sources(a, b) && (x.course == Course::kFixed || meet(x.as_of, y.as_of));
    const auto x_day = single_day(x.as_of);
    const auto y_day = single_day(y.as_of);
    const bool is_one_day = x_day && x_day == y_day;
    const bool is_one_hour = is_one_day && x.clock >= 0 && x.clock == y.clock;
    if (is_one_hour) return true;
    if (x.is_revised || y.is_revised) return false;
    if (x.course == Course::kFixed) return true;
    const bool is_one_edition = published_on(a) && published_on(a) == published_on(b);
    if (is_one_day && is_one_edition && (x.clock < 0 || y.clock < 0) && are_of_two_sources(a, b))
      return true;
    if (x.course == Course::kShifts) return false;
    return is_settled(x, y);
  }

  void add_record(const std::vector<PlacedValue>& places, const std::vector<Span>& words) {
    Disagreement record;
    const Value& first = *places.front().value;
    record.kind = first.kind;
    record.about = first.role;
    if (is_of_any_noun(first))
      record.about = first.role == "number" ? first.unit : first.role;
    else if (!first.of.empty())
      record.about =
          fmt::format("{} of {}", first.role,
                      words_of(pile_.articles[places.front().article].article.text, first.of));
    else if (first.kind == "count" && first.unit != "people" && first.unit != "%" &&
             !std::string_view(first.role).starts_with(std::string_view(first.unit)))
      record.about = fmt::format("{}: {}", first.role, first.unit);
    record.rule = fmt::format("disagree.{}", record.kind);
    std::string place_key;
    std::map<std::string, DisagreeingValue> by_value;
    for (const PlacedValue& place : places) {
      const Value& value = *place.value;
      DisagreeingValue& entry = by_value[value.written];
      entry.value = value.written;
      ValueTelling& telling = entry.tellings.emplace_back();
      telling.words = {place.article, value.range};
      if (!value.said_by.empty()) telling.said_by = Span{place.article, value.said_by};
      telling.as_of = value.as_of;
      place_key +=
          fmt::format("{}:{} ", pile_.articles[place.article].article.id, value.range.begin);
    }
    for (auto& [written, entry] : by_value) {
      entry.as_of = days_of(entry.tellings);
      record.values.push_back(std::move(entry));
    }
    record.evidence = words;
    record.because = because(places, words);
    record.id = content_id('d', {record.rule, record.about, place_key});
    found_.push_back(std::move(record));
  }

  // From the first to the last of their days; unknown when one of them is.
  static When days_of(const std::vector<ValueTelling>& tellings) {
    std::optional<Day> first, last;
    for (const ValueTelling& telling : tellings) {
      if (!telling.as_of.earliest || !telling.as_of.latest) return {};
      first = first ? std::min(*first, *telling.as_of.earliest) : *telling.as_of.earliest;
      last = last ? std::max(*last, *telling.as_of.latest) : *telling.as_of.latest;
    }
    if (first == last) return when_day(*first);
    return when_between(first, last, Grain::kDay);
  }

  [[nodiscard]] std::string because(const std::vector<PlacedValue>& places,
                                    const std::vector<Span>& words) const {
    std::vector<std::string> quoted;
    for (const Span& span : words) quoted.push_back(fmt::format("“{}”", quoted_words(pile_, span)));
    const bool is_one_article = !words.empty() && words.front().article == words[1].article;
    const Course course = places.front().value->course;
    const std::string_view ending =
        course == Course::kFixed ? "no number fits all of them, and what is counted does not change"
                                 : "no number fits all of them, and none is only a later count";
    if (is_one_article)
      return fmt::format("one article gives each with its source, {}; {}",
                         fmt::join(quoted, " and "), ending);
    std::string pairs;
    for (std::size_t i = 0; i + 1 < quoted.size(); i += 2)
      pairs += fmt::format("{}{} as there {}", i == 0 ? "" : ", ", quoted[i], quoted[i + 1]);
    return fmt::format("told of the same, here {}; {}", pairs, ending);
  }

  static void order_values(Disagreement& record) {
    std::ranges::sort(record.values, [](const DisagreeingValue& x, const DisagreeingValue& y) {
      if (x.n_origins != y.n_origins) return x.n_origins > y.n_origins;
      return x.tellings.front().words < y.tellings.front().words;
    });
  }

  const Pile& pile_;
  std::span<const std::vector<Value>> values_;
  std::span<const ToldAge> ages_;
  SameThing same_;
  std::vector<std::uint32_t> story_of_;  // by article
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_disagreements(const Pile& pile,
                                             std::span<const std::vector<Value>> values,
                                             std::span<const ToldAge> ages) {
  return Finder(pile, values, ages).find();
}

}  // namespace fabula::reconcile
