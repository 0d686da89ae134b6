// Which sentences tell which events of the timeline, and which stories are looked at together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "model/pile.hpp"

namespace fabula::timeline {

class EventsTold {
 public:
  // Of the events that sentences tell. `pile` must outlive it. cost  n log n in tellings
  explicit EventsTold(const Pile& pile);

  // Does the sentence tell of events that were over some days before that day ("well before", see
  // news.hpp), and of nothing else?
  [[nodiscard]] bool are_old(const Span& sentence, Day published) const;

  [[nodiscard]] bool tells_one(const Span& sentence) const { return !events_of(sentence).empty(); }

  // Do both tell of one event?
  [[nodiscard]] bool share_one(const Span& a, const Span& b) const;

  // Calls use(span) for the tellings of the sentence's events, in the order of the timeline.
  template <class Use>
  void for_tellings(const Span& sentence, const Use& use) const {
    for (const auto& [place, event] : events_of(sentence))
      for (const Span& telling : pile_.events[event].tellings) use(telling);
  }

 private:
  using Telling = std::pair<Span, std::uint32_t>;  // sentence, event
  [[nodiscard]] std::span<const Telling> events_of(const Span& sentence) const {
    const auto found = std::ranges::equal_range(tellings_, sentence, {}, &Telling::first);
    return {found.begin(), found.end()};
  }

  const Pile& pile_;
  std::vector<Telling> tellings_;  // sorted
};

// Articles by what they are compared with: those of a story, and of other stories that tell the
// same events, at least kFewestShared of them. A trial is a story of its own, and yet what happened
// before it was told in another one. Groups do not grow beyond kMostTogether articles by that: a
// name that is in all news joins no more than some of it.
//
//   each article is in one group; groups by size, the largest first, then by their first article;
//   articles of a group by index
// cost  n log n in tellings
inline constexpr std::size_t kFewestShared = 2;
inline constexpr std::size_t kMostTogether = 400;
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group_stories(const Pile& pile);

}  // namespace fabula::timeline
