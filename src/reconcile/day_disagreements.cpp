#include "reconcile/day_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::int64_t kMostApart = 6;       // days; a week is a weekday read wrongly
constexpr std::int64_t kMostApartAgain = 3;  // of what may happen again
constexpr std::size_t kMostCompared = 200;

using Group = std::vector<const ToldDay*>;

std::int64_t days_apart(const ToldDay& a, const ToldDay& b) {
  return std::abs(a.value.low - b.value.low);
}

// All of a group: it is by what is told.
bool may_be_again(const ToldDay& told) { return told.value.role == "happening"; }

bool differ(const ToldDay& a, const ToldDay& b) {
  const std::int64_t apart = days_apart(a, b);
  return apart > (a.is_counted || b.is_counted ? 1 : 0) &&
         apart <= (may_be_again(a) ? kMostApartAgain : kMostApart);
}

// Was each told when the day of the other was over, or there? Who writes of what happened again
// writes of the last time.
bool are_told_later(const ToldDay& a, const ToldDay& b) {
  const auto is_later = [](const ToldDay& told, const ToldDay& other) {
    return told.value.as_of.earliest->time_since_epoch().count() >= other.value.low;
  };
  return is_later(a, b) && is_later(b, a);
}

class Finder {
 public:
  Finder(const Pile& pile, SameThing& same) : pile_(pile), same_(same) {}

  void read_group(Group& group) {
    std::ranges::stable_sort(group, {}, [](const ToldDay* told) { return told->value.low; });
    std::vector<std::size_t> parent(group.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root_of = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    std::vector<bool> is_in(group.size(), false);
    std::vector<std::vector<Span>> words(group.size());
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < std::min(group.size(), i + kMostCompared); ++j) {
        if (days_apart(*group[i], *group[j]) > kMostApart) break;
        if (group[i]->article == group[j]->article || !differ(*group[i], *group[j])) continue;
        if (may_be_again(*group[i]) && !are_told_later(*group[i], *group[j])) continue;
        auto shared = shared_words(*group[i], *group[j]);
        if (!shared) continue;
        is_in[i] = is_in[j] = true;
        const std::size_t a = root_of(i), b = root_of(j);
        parent[std::max(a, b)] = std::min(a, b);
        if (words[std::min(a, b)].empty()) words[std::min(a, b)] = std::move(*shared);
      }
    std::map<std::size_t, Group> members;
    for (std::size_t i = 0; i < group.size(); ++i)
      if (is_in[i]) members[root_of(i)].push_back(group[i]);
    for (const auto& [root, of_one] : members)
      if (!tells_two_days(of_one)) add_record(of_one, words[root]);
  }

  std::vector<Disagreement> take() { return std::move(found_); }

 private:
  [[nodiscard]] std::optional<std::vector<Span>> shared_words(const ToldDay& a, const ToldDay& b) {
    if (a.person >= 0) return std::vector<Span>{{a.article, a.deed}, {b.article, b.deed}};
    const PlacedValue x{a.article, &a.value}, y{b.article, &b.value};
    if (may_be_again(a)) return same_.alike_words(x, y);
    auto words = same_.shared_words(x, y);
    return words ? words : same_.alike_words(x, y);
  }

  // An article that gives two days tells of two happenings.
  static bool tells_two_days(const Group& group) {
    for (const ToldDay* a : group)
      for (const ToldDay* b : group)
        if (a->article == b->article && days_apart(*a, *b) > 0) return true;
    return false;
  }

  void add_record(const Group& group, const std::vector<Span>& words) {
    Disagreement record;
    record.kind = "day";
    record.rule = "disagree.day";
    const ToldDay& first = *group.front();
    record.about = first.value.role;
    if (first.person >= 0)
      record.about += ": " + pile_.people[static_cast<std::size_t>(first.person)].name;
    std::map<std::string_view, DisagreeingValue> by_day;
    std::string key;
    for (const ToldDay* told : group) {
      DisagreeingValue& value = by_day[told->value.written];
      value.value = told->value.written;
      value.tellings.push_back({{told->article, told->value.range}, {}, told->value.as_of});
      key +=
          fmt::format("{}:{} ", pile_.articles[told->article].article.id, told->value.range.begin);
    }
    for (auto& [written, value] : by_day) record.values.push_back(std::move(value));
    record.evidence = words;
    std::string pairs;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2)
      pairs += fmt::format("{}“{}” as there “{}”", i == 0 ? "" : ", ",
                           quoted_words(pile_, words[i]), quoted_words(pile_, words[i + 1]));
    record.because = fmt::format("told of the same, here {}; it was on one day", pairs);
    record.id = content_id('d', {record.rule, record.about, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  SameThing& same_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_day_disagreements(const Pile& pile, std::span<const ToldDay> days,
                                                 std::span<const std::uint32_t> story_of,
                                                 SameThing& same) {
  using Key = std::tuple<std::uint32_t, std::string_view, std::int32_t>;  // story, what, person
  std::map<Key, Group> groups;
  for (const ToldDay& day : days)
    groups[{story_of[day.article], day.value.role, day.person}].push_back(&day);
  Finder finder(pile, same);
  for (auto& [key, group] : groups) finder.read_group(group);
  return finder.take();
}

}  // namespace fabula::reconcile
