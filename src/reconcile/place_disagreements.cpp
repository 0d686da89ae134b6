#include "reconcile/place_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

using Group = std::vector<const ToldDeed*>;

bool is_once_in_a_life(std::string_view what) {
  return text::is_one_of(what, "death", "burial", "birth");
}

bool is_compared(std::string_view what) {
  return is_once_in_a_life(what) || text::is_one_of(what, "arrest", "wedding");
}

class Finder {
 public:
  explicit Finder(const Pile& pile) : pile_(pile) {}

  void read_group(const Group& group) {
    std::set<const ToldDeed*> differing;
    std::vector<Span> words;
    for (const ToldDeed* a : group)
      for (const ToldDeed* b : group) {
        if (a->article >= b->article || !differ(*a, *b)) continue;
        differing.insert({a, b});
        if (words.empty()) words = {{a->article, a->deed}, {b->article, b->deed}};
      }
    if (differing.empty()) return;
    // An article that gives two places tells of two deeds, or of both accounts.
    for (const ToldDeed* a : group)
      for (const ToldDeed* b : group)
        if (a->article == b->article && name_of(*a) != name_of(*b)) return;
    Group of_one;
    std::ranges::copy_if(group, std::back_inserter(of_one), [&](const ToldDeed* told) {
      return std::ranges::any_of(
          differing, [&](const ToldDeed* other) { return name_of(*told) == name_of(*other); });
    });
    add_record(of_one, words);
  }

  std::vector<Disagreement> take() { return std::move(found_); }

 private:
  [[nodiscard]] const std::string& name_of(const ToldDeed& told) const {
    return pile_.articles[told.article].names.things[static_cast<std::size_t>(told.place)].name;
  }

  [[nodiscard]] bool differ(const ToldDeed& a, const ToldDeed& b) {
    constexpr std::chrono::days kOneMonth{30};
    const std::string& x = name_of(a);
    const std::string& y = name_of(b);
    const auto day = [&](const ToldDeed& told) {
      return *pile_.articles[told.article].article.published.when.earliest;
    };
    if (!is_once_in_a_life(a.what) && std::chrono::abs(day(a) - day(b)) > kOneMonth) return false;
    return x.find(y) == std::string::npos && y.find(x) == std::string::npos && !has(a.article, y) &&
           !has(b.article, x) && !are_named_together(x, y);
  }

  [[nodiscard]] bool has(std::uint32_t article, std::string_view name) const {
    return pile_.articles[article].article.text.find(name) != std::string::npos;
  }

  [[nodiscard]] bool are_named_together(const std::string& x, const std::string& y) {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(articles_naming(x), articles_naming(y), std::back_inserter(both));
    return !both.empty();
  }

  [[nodiscard]] const std::vector<std::uint32_t>& articles_naming(const std::string& name) {
    const auto [found, is_new] = naming_.try_emplace(name);
    if (is_new)
      for (std::uint32_t a = 0; a < pile_.articles.size(); ++a)
        if (std::ranges::any_of(pile_.articles[a].names.things, [&](const NamedThing& thing) {
              return thing.name == name || std::ranges::binary_search(thing.forms, name);
            }))
          found->second.push_back(a);
    return found->second;
  }

  void add_record(const Group& group, const std::vector<Span>& words) {
    Disagreement record;
    record.kind = "place";
    record.rule = "disagree.place";
    const ToldDeed& first = *group.front();
    record.about = fmt::format("{}: {}", first.what, pile_.people[first.person].name);
    std::map<std::string_view, DisagreeingValue> by_place;
    std::string key;
    for (const ToldDeed* told : group) {
      DisagreeingValue& value = by_place[name_of(*told)];
      value.value = name_of(*told);
      const Article& article = pile_.articles[told->article].article;
      value.tellings.push_back({{told->article, told->place_words}, {}, article.published.when});
      key += fmt::format("{}:{} ", article.id, told->place_words.begin);
    }
    for (auto& [name, value] : by_place) record.values.push_back(std::move(value));
    record.evidence = words;
    record.because = fmt::format("told of the same, here “{}” as there “{}”; it was at one place",
                                 quoted_words(pile_, words[0]), quoted_words(pile_, words[1]));
    record.id = content_id('d', {record.rule, record.about, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  std::map<std::string, std::vector<std::uint32_t>> naming_;  // by name: articles, sorted
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
    if (told.place < 0 || told.is_denied || !is_compared(told.what)) continue;
    Group& group = groups[{story_of[told.article], told.what, told.person}];
    if (group.size() < kMostCompared) group.push_back(&told);
  }
  Finder finder(pile);
  for (const auto& [key, group] : groups) finder.read_group(group);
  return finder.take();
}

}  // namespace fabula::reconcile
