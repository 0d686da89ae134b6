#include "reconcile/place_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"
#include "reconcile/towns.hpp"
#include "reconcile/whens.hpp"
#include "text/edit_distance.hpp"

namespace fabula::reconcile {
namespace {

using Group = std::vector<const ToldDeed*>;

class Finder {
 public:
  explicit Finder(const Pile& pile) : pile_(pile), towns_(pile) {}

  void read_group(Group group) {
    std::set<std::uint32_t> undecided;  // articles that tell of two places
    for (const ToldDeed* a : group)
      for (const ToldDeed* b : group)
        if (a->article == b->article && name_of(*a) != name_of(*b)) undecided.insert(a->article);
    std::erase_if(group, [&](const ToldDeed* told) { return undecided.contains(told->article); });
    std::set<const ToldDeed*> differing;
    std::vector<Span> words;
    for (const ToldDeed* a : group)
      for (const ToldDeed* b : group) {
        if (a->article >= b->article || !differ(*a, *b)) continue;
        differing.insert({a, b});
        if (words.empty()) words = {{a->article, a->deed}, {b->article, b->deed}};
      }
    if (differing.empty()) return;
    std::erase_if(group, [&](const ToldDeed* told) {
      return std::ranges::none_of(
          differing, [&](const ToldDeed* other) { return name_of(*told) == name_of(*other); });
    });
    add_record(group, words);
  }

  std::vector<Disagreement> take() { return std::move(found_); }

 private:
  [[nodiscard]] std::string name_of(const ToldDeed& told) const {
    return std::string(words_of(pile_.articles[told.article].article.text, told.place));
  }

  [[nodiscard]] bool differ(const ToldDeed& a, const ToldDeed& b) {
    const std::string x = name_of(a);
    const std::string y = name_of(b);
    return x != y && days_fit(a, b) && !are_spellings(x, y) && !has(a.article, y) &&
           !has(b.article, x) && towns_.is_town(x) && towns_.is_town(y) &&
           !towns_.are_named_together(x, y);
  }

  // Days that both tell, and those of the articles.
  [[nodiscard]] bool days_fit(const ToldDeed& a, const ToldDeed& b) const {
    constexpr std::chrono::days kOneMonth{30};
    const auto x = times_of(a), y = times_of(b);
    if (!x || !y) return false;
    if (!x->empty() && !y->empty()) return *x == *y;
    if ((a.verb->flags & DeedVerb::kOnceInLife) == 0) return false;
    const auto day = [&](const ToldDeed& told) {
      return *pile_.articles[told.article].article.published.when.earliest;
    };
    return std::chrono::abs(day(a) - day(b)) <= kOneMonth;
  }

  // The day that the sentence tells; nothing where it tells of a time that is no day, or of two.
  [[nodiscard]] std::optional<std::string> times_of(const ToldDeed& told) const {
    std::string day;
    for (const TimeExpression& time : pile_.articles[told.article].times) {
      if (!told.sentence.contains(time.range) || time.type == TimeType::kTime) continue;
      const auto single = single_day(time.when);
      if (!single || (!day.empty() && day != iso(*single))) return std::nullopt;
      day = iso(*single);
    }
    return day;
  }

  // "Karsk", "Kharsk", "Upper Karsk"
  static bool are_spellings(const std::string& x, const std::string& y) {
    constexpr std::size_t kLettersForOneChange = 3;
    return x.find(y) != std::string::npos || y.find(x) != std::string::npos ||
           text::edit_distance(x, y) * kLettersForOneChange <= std::max(x.size(), y.size());
  }

  [[nodiscard]] bool has(std::uint32_t article, std::string_view name) const {
    return pile_.articles[article].article.text.find(name) != std::string::npos;
  }

  void add_record(const Group& group, const std::vector<Span>& words) {
    Disagreement record;
    record.kind = "place";
    record.rule = "disagree.place";
    const ToldDeed& first = *group.front();
    record.about = fmt::format("{}: {}", first.verb->what, pile_.people[first.person].name);
    std::map<std::string, DisagreeingValue> by_place;
    std::string key;
    for (const ToldDeed* told : group) {
      DisagreeingValue& value = by_place[name_of(*told)];
      value.value = name_of(*told);
      const Article& article = pile_.articles[told->article].article;
      value.tellings.push_back({{told->article, told->place}, {}, article.published.when});
      key += fmt::format("{}:{} ", article.id, told->place.begin);
    }
    for (auto& [name, value] : by_place) record.values.push_back(std::move(value));
    record.evidence = words;
    record.because = fmt::format("told of the same, here “{}” as there “{}”; it was at one place",
                                 quoted_words(pile_, words[0]), quoted_words(pile_, words[1]));
    record.id = content_id('d', {record.rule, record.about, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  Towns towns_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_place_disagreements(const Pile& pile,
                                                   std::span<const ToldDeed> deeds,
                                                   std::span<const std::uint32_t> story_of) {
  constexpr std::size_t kMostCompared = 200;
  using Key = std::tuple<std::uint32_t, std::string_view, std::uint32_t>;  // story, what, person
  std::map<Key, Group> groups;
  for (const ToldDeed& told : deeds) {
    if (told.place.size() == 0) continue;
    Group& group = groups[{story_of[told.article], told.verb->what, told.person}];
    if (group.size() < kMostCompared) group.push_back(&told);
  }
  Finder finder(pile);
  for (auto& [key, group] : groups) finder.read_group(std::move(group));
  return finder.take();
}

}  // namespace fabula::reconcile
