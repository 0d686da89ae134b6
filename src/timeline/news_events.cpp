#include "timeline/news_events.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

namespace fabula::timeline {
namespace {

constexpr std::chrono::days kWellBefore{3};
// An event that more stories tell is one of the times, and joins none of them.
constexpr std::size_t kMostStories = 8;

bool is_told_by_sentences(const Event& event) { return event.rule == "event.dated-sentence"; }

class Joined {
 public:
  explicit Joined(const Pile& pile) : parent_(pile.stories.size()), size_(pile.stories.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t s = 0; s < pile.stories.size(); ++s)
      size_[s] = pile.stories[s].members.size();
  }

  std::uint32_t find(std::uint32_t story) {
    while (parent_[story] != story) story = parent_[story] = parent_[parent_[story]];
    return story;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b || size_[a] + size_[b] > kMostTogether) return;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::size_t> size_;
};

}  // namespace

EventsTold::EventsTold(const Pile& pile) : pile_(pile) {
  for (std::uint32_t e = 0; e < pile.events.size(); ++e)
    if (is_told_by_sentences(pile.events[e]))
      for (const Span& telling : pile.events[e].tellings) tellings_.emplace_back(telling, e);
  std::ranges::sort(tellings_);
}

bool EventsTold::are_old(const Span& sentence, Day published) const {
  const auto events = events_of(sentence);
  return !events.empty() && std::ranges::all_of(events, [&](const auto& telling) {
    const When& when = pile_.events[telling.second].when;
    return when.latest && *when.latest < published - kWellBefore;
  });
}

bool EventsTold::share_one(const Span& a, const Span& b) const {
  const auto there = events_of(b);
  return std::ranges::any_of(events_of(a), [&](const auto& x) {
    return std::ranges::any_of(there, [&](const auto& y) { return x.second == y.second; });
  });
}

std::vector<std::vector<std::uint32_t>> group_stories(const Pile& pile) {
  std::vector<std::uint32_t> story_of(pile.articles.size(), UINT32_MAX);
  for (std::uint32_t s = 0; s < pile.stories.size(); ++s)
    for (const Membership& member : pile.stories[s].members) story_of[member.article] = s;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> n_shared;  // by two stories
  std::vector<std::uint32_t> stories;
  for (const auto& event : pile.events) {
    if (!is_told_by_sentences(event)) continue;
    stories.clear();
    for (const Span& telling : event.tellings) stories.push_back(story_of[telling.article]);
    std::ranges::sort(stories);
    const auto twice = std::ranges::unique(stories);
    stories.erase(twice.begin(), twice.end());
    if (stories.size() > kMostStories) continue;
    for (std::size_t i = 0; i < stories.size(); ++i)
      for (std::size_t k = i + 1; k < stories.size(); ++k) ++n_shared[{stories[i], stories[k]}];
  }
  // Those that share most are joined first.
  using Pair = std::tuple<std::size_t, std::uint32_t, std::uint32_t>;
  std::vector<Pair> pairs;
  for (const auto& [pair, n] : n_shared)
    if (n >= kFewestShared) pairs.emplace_back(n, pair.first, pair.second);
  std::ranges::stable_sort(pairs, std::greater(),
                           [](const Pair& pair) { return std::get<0>(pair); });
  Joined joined(pile);
  for (const auto& [n, a, b] : pairs) joined.join(a, b);
  std::vector<std::vector<std::uint32_t>> groups(pile.stories.size());
  for (std::uint32_t s = 0; s < pile.stories.size(); ++s)
    for (const Membership& member : pile.stories[s].members)
      groups[joined.find(s)].push_back(member.article);
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  for (auto& group : groups) std::ranges::sort(group);
  std::ranges::sort(groups, [](const auto& a, const auto& b) {
    return std::tuple(b.size(), a.front()) < std::tuple(a.size(), b.front());
  });
  return groups;
}

}  // namespace fabula::timeline
